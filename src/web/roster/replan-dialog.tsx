import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Replanned } from '../../adapters/http/schemas/replans.js';
import { request } from '../api/client.js';
import { randomText } from '../api/random-text.js';
import type { Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { DateField } from '../shell/fields.js';
import { Refused } from '../shell/states.js';
import type { RosterScene } from './scene.js';

/** What a manager at the desk enters; training and the long leaves are planned, and come with the leave records. */
const kinds = ['sick', 'personal', 'annual', 'bereavement'] as const;

interface Props {
  readonly contract: string;
  readonly range: Range;
  readonly scene: RosterScene;
  readonly close: () => void;
  readonly repaired: (roster: string) => void;
}

/** Enters who is absent, repairs the published roster with the fewest changes, and shows the draft. */
export function ReplanDialog({ contract, range, scene, close, repaired }: Props) {
  const { m } = useLanguage();
  useFocusReturn();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [absences, setAbsences] = useState<readonly Entry[]>([newEntry(range.from)]);
  const entered = absences.filter((one) => one.worker !== '');
  const repair = useMutation({
    mutationFn: () =>
      request<Replanned>(`/contracts/${contract}/replans`, {
        method: 'POST',
        body: { ...range, absences: entered.map(({ worker, from, to, kind }) => ({ worker, from, to, kind })) },
      }),
    onSuccess: async ({ rosterId, changes, missingMinutes, changeCost }) => {
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      const isProven = missingMinutes.planned <= missingMinutes.bound + 0.5 && changeCost.planned <= changeCost.bound;
      void message.success(m.replan.done(changes.length, isProven), 6);
      repaired(rosterId);
      close();
    },
  });
  const change = (index: number, part: Partial<Entry>) => {
    setAbsences(absences.map((one, place) => (place === index ? { ...one, ...part } : one)));
  };
  return (
    <Modal
      open
      width={760}
      title={m.replan.title}
      onCancel={close}
      okText={m.replan.start}
      cancelText={m.cancel}
      okButtonProps={{ loading: repair.isPending, disabled: entered.some((one) => one.to < one.from) }}
      onOk={() => {
        repair.mutate();
      }}
    >
      <div className="stack">
        <p>{m.replan.lead}</p>
        {absences.map((one, index) => (
          <AbsenceFields
            key={one.key}
            entry={one}
            scene={scene}
            change={(part) => {
              change(index, part);
            }}
          />
        ))}
        <div>
          <Button
            size="small"
            onClick={() => {
              setAbsences([...absences, newEntry(range.from)]);
            }}
          >
            {m.replan.add}
          </Button>
        </div>
        <p className="small muted">{m.replan.hint}</p>
        <Refused error={repair.error} />
      </div>
    </Modal>
  );
}

interface Entry {
  readonly key: string;
  readonly worker: string;
  readonly from: string;
  readonly to: string;
  readonly kind: (typeof kinds)[number];
}

function newEntry(date: string): Entry {
  return { key: randomText(), worker: '', from: date, to: date, kind: 'sick' };
}

function AbsenceFields(props: {
  readonly entry: Entry;
  readonly scene: RosterScene;
  readonly change: (part: Partial<Entry>) => void;
}) {
  const { m } = useLanguage();
  const { entry, scene, change } = props;
  return (
    <div className="row absence">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={m.roster.worker}
        placeholder={m.replan.who}
        className="absence-worker"
        allowClear
        value={entry.worker === '' ? null : entry.worker}
        onChange={(worker: string | undefined) => {
          change({ worker: worker ?? '' });
        }}
        options={scene.workers.map(({ code, name }) => ({ value: code, label: `${code} ${name ?? ''}` }))}
      />
      <DateField
        label={m.replan.from}
        value={entry.from}
        onChange={(from) => {
          change({ from, to: entry.to < from ? from : entry.to });
        }}
      />
      <span aria-hidden>–</span>
      <DateField
        label={m.replan.to}
        value={entry.to}
        onChange={(to) => {
          change({ to });
        }}
      />
      <Select
        aria-label={m.replan.kind}
        value={entry.kind}
        onChange={(kind) => {
          change({ kind });
        }}
        options={kinds.map((kind) => ({ value: kind, label: m.replan.kinds[kind] }))}
      />
    </div>
  );
}
