import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { DifferenceItem, Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import { sealsQuery } from '../../api/money-queries.js';
import { useMessages } from '../../messages/language.js';
import { useHolds } from '../../shell/app-shell.js';
import { Sheet } from '../../shell/page.js';
import { Empty } from '../../shell/states.js';
import { DecisionDialog } from './decision-dialog.js';
import { DifferenceDrawer } from './difference-drawer.js';
import { DifferenceTable } from './difference-table.js';
import { isShown, shownKinds, type Shown } from './months.js';

/** Every post and day of either count with its work: to be opened one by one, and decided one by one or together. */
export function WorkList({ month }: { readonly month: Reconciliation }) {
  const m = useMessages();
  const isFinance = useHolds('finance');
  const isClient = useHolds('client');
  const seals = useQuery(sealsQuery(month.contract));
  const isClosed = seals.data?.some((seal) => seal.month === month.month) ?? false;
  const canDecide = isFinance;
  const [shown, setShown] = useState<Shown>('todo');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<readonly string[] | null>(null);
  const items = month.differences.filter((one) => isShown(one, shown));
  // What is decided is what is seen.
  const picked = items.filter(({ key }) => chosen.includes(key)).map(({ key }) => key);
  const item = month.differences.find(({ key }) => key === opened);
  return (
    <Sheet
      title={m.reconciliation.workList(items.length)}
      extra={
        <Segmented<Shown>
          size="small"
          value={shown}
          onChange={setShown}
          options={shownKinds.map((value) => ({ value, label: m.reconciliation.shown[value] }))}
        />
      }
      bar={canDecide ? <ChoiceBar shown={items} picked={picked} choose={setChosen} decide={setDeciding} /> : null}
      flush
    >
      {isClosed || isClient ? (
        <div className="notice" style={{ margin: 14 }}>
          {isClient ? m.reconciliation.clientDecides : m.reconciliation.closed}
        </div>
      ) : null}
      {items.length === 0 ? (
        <Empty title={m.reconciliation.nothingTitle} />
      ) : (
        <DifferenceTable
          contract={month.contract}
          items={items}
          open={setOpened}
          {...(canDecide ? { chosen: picked, choose: setChosen } : {})}
        />
      )}
      {item === undefined ? null : (
        <DifferenceDrawer
          key={item.key}
          month={month}
          item={item}
          close={() => {
            setOpened(null);
          }}
          decide={
            canDecide
              ? () => {
                  setDeciding([item.key]);
                }
              : null
          }
        />
      )}
      {deciding === null ? null : (
        <DecisionDialog
          month={month}
          keys={deciding}
          close={(isDone) => {
            setDeciding(null);
            if (isDone) setChosen([]);
          }}
        />
      )}
    </Sheet>
  );
}

function ChoiceBar(props: {
  readonly shown: readonly DifferenceItem[];
  readonly picked: readonly string[];
  readonly choose: (keys: readonly string[]) => void;
  readonly decide: (keys: readonly string[]) => void;
}) {
  const m = useMessages();
  const { shown, picked } = props;
  const undecided = shown.filter(({ state }) => state !== 'decided');
  return (
    <div className="answer-bar">
      <span role="status">
        {picked.length === 0 ? m.reconciliation.noneChosen : m.reconciliation.chosen(picked.length)}
      </span>
      <Button
        size="small"
        disabled={undecided.length === 0}
        onClick={() => {
          props.choose(undecided.map(({ key }) => key));
        }}
      >
        {m.reconciliation.chooseShown(undecided.length)}
      </Button>
      <span className="answer-actions">
        <Button
          type="primary"
          disabled={picked.length === 0}
          onClick={() => {
            props.decide(picked);
          }}
        >
          {m.reconciliation.decide}
        </Button>
      </span>
    </div>
  );
}
