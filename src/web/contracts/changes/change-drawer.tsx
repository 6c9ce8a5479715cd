import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer, Segmented, Select } from 'antd';
import { useRef, useState, type SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';
import type { ChangeEffect, ContractChanges } from '../../../adapters/http/schemas/contract-changes.js';
import type { ContractDetail } from '../../../adapters/http/schemas/contracts.js';
import { addDays, civilDate } from '../../../shared/civil-date.js';
import { ApiProblem, request } from '../../api/client.js';
import { contractChangesQuery } from '../../api/queries.js';
import { useLanguage } from '../../messages/language.js';
import { faultMarks, focusFault, JudgedFields } from '../../shell/faults.js';
import { DayField } from '../../shell/fields.js';
import { DocumentField, NoteField } from '../../shell/text-fields.js';
import { useFocusReturn } from '../../shell/focus-return.js';
import { Failure, Loading, Refused } from '../../shell/states.js';
import { today } from '../../shell/today.js';
import { ChangeEffectPanel } from './change-effect.js';
import { ChangeFields } from './change-fields.js';
import { text, useItemWords } from './item-words.js';
import { JudgedField, LocalField, SentenceField } from './judged-field.js';
import { fieldsOf, isDated, type Draft, type Part } from './part-fields.js';

/** A thing to be changed, or with `isNew` one to be added. */
export interface ChangeTarget {
  readonly part: Part;
  readonly key: string;
  readonly value: Draft;
  readonly isNew?: true;
  /** The contract says nothing of it yet: there is nothing to end. */
  readonly isUnstated?: true;
}

interface DrawerProps {
  readonly detail: ContractDetail;
  readonly target: ChangeTarget;
  readonly close: () => void;
}

/** Changes one thing of the contract from a day on: what, since when, on what document; the effect before saving. */
export function ChangeDrawer(props: DrawerProps) {
  const { m } = useLanguage();
  const { detail, target, close } = props;
  useFocusReturn();
  const changes = useQuery(contractChangesQuery(detail.document.key));
  const { nameOf } = useItemWords(detail.document);
  const title =
    target.isNew === true
      ? m.changes.addTitle(m.changes.parts[target.part] ?? target.part)
      : m.changes.title(nameOf(target.part, target.key, target.value));
  return (
    <Drawer open size={680} title={title} onClose={close}>
      {changes.isError ? <Failure error={changes.error} /> : null}
      {changes.isPending ? <Loading /> : null}
      {changes.data === undefined ? null : <ChangeForm {...props} history={changes.data} />}
    </Drawer>
  );
}

function ChangeForm({ detail, target, close, history }: DrawerProps & { readonly history: ContractChanges }) {
  const { m } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { document: contract } = detail;
  const { part } = target;
  const [ends, setEnds] = useState(false);
  const [from, setFrom] = useState<string>(() => firstDay(detail, history.sealedTo));
  const [draft, setDraft] = useState<Draft>(() => beginningOn(from, target.value));
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const [isJudged, setJudged] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const key = target.isNew === true && part === 'postGroups' ? groupKey(draft) : target.key;
  const item = { part, key, value: ends ? null : { ...draft, ...(part === 'postGroups' ? { key } : {}) } };
  const path = `/contracts/${contract.key}/changes`;
  const preview = useMutation({
    mutationFn: () => request<ChangeEffect>(`${path}/preview`, { method: 'POST', body: { item, from } }),
  });
  const save = useMutation({
    mutationFn: () =>
      request(path, {
        method: 'POST',
        body: { item, from, document: source.trim(), note: note.trim() },
        headers: { 'if-match': `"${String(history.revision)}"` },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contracts'] });
      await client.invalidateQueries({ queryKey: ['contract', contract.key] });
      void message.success(m.changes.saved);
      close();
    },
  });
  /** What was previewed no longer holds once the form says something else. */
  const edited = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      set(value);
      preview.reset();
      save.reset();
    };
  };
  const isStale = save.error instanceof ApiProblem && save.error.code === 'stale-version';
  /** From now on every field says what is wrong with it; nothing is sent before all is right. */
  const isRight = () => {
    flushSync(() => {
      setJudged(true);
    });
    return !focusFault(form.current);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (source.trim() !== '' && isRight()) save.mutate();
  };
  return (
    <JudgedFields value={isJudged}>
      <form className="stack" noValidate ref={form} onSubmit={submit}>
        {isDated(part) && target.isNew === undefined && target.isUnstated === undefined ? (
          <Segmented
            className="change-kind"
            aria-label={m.changes.what}
            value={ends ? 'end' : 'change'}
            options={[
              { value: 'change', label: m.changes.change },
              { value: 'end', label: m.changes.end },
            ]}
            onChange={(value) => {
              edited(setEnds)(value === 'end');
            }}
          />
        ) : null}
        {ends ? (
          <p className="muted">{m.changes.endHint}</p>
        ) : (
          <>
            {target.isNew === true && part === 'postGroups' ? (
              <GroupIdentity contract={contract} draft={draft} from={from} change={edited(setDraft)} />
            ) : null}
            <ChangeFields
              document={contract}
              fields={fieldsOf(part, part === 'hoursSystem' ? draft : target.value)}
              draft={draft}
              change={edited(setDraft)}
            />
            <SourceFields part={part} draft={draft} change={edited(setDraft)} />
          </>
        )}
        <div className="change-form">
          <DayField label={ends ? m.changes.endsFrom : m.changes.from} value={from} onChange={edited(setFrom)} />
          <DocumentField
            isWide
            label={m.changes.document}
            value={source}
            example={m.contract.confirmDocumentExample}
            onChange={setSource}
          />
          <div className="wide">
            <NoteField label={m.changes.note} rows={2} maxLength={1000} value={note} onChange={setNote} />
          </div>
        </div>
        {history.sealedTo === null ? null : <p className="small muted">{m.changes.sealedTo(history.sealedTo)}</p>}
        {isStale ? (
          <div className="notice caution" role="alert">
            {m.changes.stale}{' '}
            <Button
              size="small"
              onClick={() => {
                void client.invalidateQueries({ queryKey: ['contract', contract.key] });
                save.reset();
              }}
            >
              {m.people.reload}
            </Button>
          </div>
        ) : (
          <Refused error={save.error ?? preview.error} />
        )}
        <div className="row">
          <Button
            loading={preview.isPending}
            onClick={() => {
              if (isRight()) preview.mutate();
            }}
          >
            {m.changes.preview}
          </Button>
          <Button type="primary" htmlType="submit" disabled={source.trim() === ''} loading={save.isPending}>
            {m.changes.save}
          </Button>
        </div>
        {preview.data === undefined ? null : <ChangeEffectPanel effect={preview.data} document={contract} />}
      </form>
    </JudgedFields>
  );
}

/** A post group is its site and its function; both stay for good. */
function GroupIdentity(props: {
  readonly contract: ContractDetail['document'];
  readonly draft: Draft;
  readonly from: string;
  readonly change: (draft: Draft) => void;
}) {
  const { m, local } = useLanguage();
  const key = groupKey(props.draft);
  // Adding it once more would put another headcount in the place of the one that is there.
  const isThere = props.contract.postGroups.some((one) => one.key === key && (one.to ?? '9999') >= props.from);
  const fault = isThere ? m.changes.faults.groupExists : undefined;
  return (
    <div className="change-form">
      {(['site', 'function'] as const).map((field) => {
        const wrong = field === 'function' ? fault : undefined;
        return (
          <JudgedField key={field} label={m.contract[field]} fault={wrong}>
            {(id) => (
              <Select
                id={id}
                {...faultMarks(id, wrong)}
                value={text(props.draft[field])}
                options={props.contract[field === 'site' ? 'sites' : 'functions'].map((one) => ({
                  value: one.key,
                  label: local(one.name),
                }))}
                onChange={(value) => {
                  props.change({ ...props.draft, [field]: value });
                }}
              />
            )}
          </JudgedField>
        );
      })}
    </div>
  );
}

/** Where it stands in the contract, and whether it is still an assumption. */
function SourceFields({
  part,
  draft,
  change,
}: {
  readonly part: Part;
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}) {
  const { m } = useLanguage();
  const put = (assumed: unknown) => {
    change({ ...draft, assumed });
  };
  return (
    <div className="change-form">
      {part === 'planning' ? null : (
        <>
          <SentenceField
            isLine
            label={m.changes.fields['clause'] ?? ''}
            value={text(draft['clause'])}
            put={(clause) => {
              change({ ...draft, clause });
            }}
          />
          <Checkbox
            className="wide"
            checked={draft['assumed'] !== undefined}
            onChange={(event) => {
              put(event.target.checked ? { zh: '', en: '' } : undefined);
            }}
          >
            {m.changes.stillAssumed}
          </Checkbox>
        </>
      )}
      {draft['assumed'] === undefined ? null : (
        <LocalField label={m.changes.fields['assumed'] ?? ''} value={draft['assumed']} put={put} />
      )}
    </div>
  );
}

function groupKey(draft: Draft): string {
  return `${text(draft['site'])}/${text(draft['function'])}`;
}

/** What is over begins anew, without the end that it had. */
function beginningOn(from: string, value: Draft): Draft {
  return text(value['to']) !== '' && text(value['to']) < from ? { ...value, to: undefined } : value;
}

/** Today, or the nearest day on which a change can take effect. */
function firstDay({ document, effectiveTerm }: ContractDetail, sealedTo: string | null): string {
  const term = effectiveTerm ?? document.term;
  const open = sealedTo === null ? term.from : addDays(civilDate(sealedTo), 1);
  const earliest = open < term.from ? term.from : open;
  const wanted = today() < earliest ? earliest : today();
  return wanted > term.to ? term.to : wanted;
}
