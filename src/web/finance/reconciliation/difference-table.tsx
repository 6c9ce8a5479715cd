import { Button, Table } from 'antd';
import type { DifferenceItem } from '../../../adapters/http/schemas/reconciliation.js';
import { useLanguage } from '../../messages/language.js';
import { useTablePages } from '../../shell/printing.js';
import { Money } from '../money.js';
import { signedUnits, signedYuan } from './signed.js';
import { usePlace } from './use-place.js';

/** The work list as a table; a post opens its item. */
export function DifferenceTable(props: {
  readonly contract: string;
  readonly items: readonly DifferenceItem[];
  readonly open: (key: string) => void;
  /** Absent where nothing can be decided. */
  readonly chosen?: readonly string[];
  readonly choose?: (keys: readonly string[]) => void;
}) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const words = m.reconciliation;
  const { items, chosen, choose } = props;
  const place = usePlace(props.contract);
  const selection =
    chosen === undefined || choose === undefined
      ? {}
      : {
          rowSelection: {
            selectedRowKeys: [...chosen],
            preserveSelectedRowKeys: true,
            onChange: (keys: readonly unknown[]) => {
              choose(keys.map(String));
            },
            getCheckboxProps: (item: DifferenceItem) => ({
              'aria-label': words.choose(place(item), dayMonth(item.date)),
              disabled: item.state === 'decided',
            }),
            // All that is shown are chosen by the button above, on every page of the table.
            hideSelectAll: true,
            columnTitle: <span className="sr-only">{m.rowChoice}</span>,
          },
        };
  const classes = Object.entries(words.classes).filter(([name]) => items.some((item) => item.class === name));
  return (
    <Table<DifferenceItem>
      size="small"
      rowKey="key"
      dataSource={[...items]}
      pagination={useTablePages(items.length)}
      scroll={{ x: 1100 }}
      {...selection}
      columns={[
        {
          title: m.finance.date,
          key: 'date',
          width: 112,
          render: (_, item) => `${dayMonth(item.date)} ${weekdayName(item.date)}`,
          sorter: (a, b) => a.date.localeCompare(b.date),
        },
        {
          title: m.roster.post,
          key: 'post',
          width: 120,
          sorter: (a, b) => place(a).localeCompare(place(b), 'zh-CN', { numeric: true }),
          render: (_, item) => (
            <Button
              type="link"
              size="small"
              style={{ padding: 0 }}
              aria-label={words.openItem(place(item), dayMonth(item.date))}
              onClick={() => {
                props.open(item.key);
              }}
            >
              {place(item)}
            </Button>
          ),
        },
        {
          title: words.class,
          key: 'class',
          width: 130,
          filters: classes.map(([value, text]) => ({ value, text })),
          onFilter: (value, item) => item.class === value,
          render: (_, item) => <ClassBadge item={item} />,
        },
        {
          title: words.parties.ours,
          key: 'ours',
          align: 'right',
          width: 120,
          render: (_, item) => <SideCell side={item.ours} />,
        },
        {
          title: words.parties.theirs,
          key: 'theirs',
          align: 'right',
          width: 120,
          render: (_, item) => <SideCell side={item.theirs} />,
        },
        {
          title: words.effect,
          key: 'effect',
          align: 'right',
          width: 120,
          sorter: (a, b) => a.effectFen - b.effectFen,
          render: (_, item) => <EffectCell item={item} />,
        },
        { title: words.state, key: 'state', width: 160, render: (_, item) => <StateCell item={item} /> },
        { title: words.said, key: 'said', render: (_, item) => <SaidCell item={item} /> },
      ]}
    />
  );
}

export function ClassBadge({ item }: { readonly item: DifferenceItem }) {
  const { m } = useLanguage();
  return (
    <span className={item.class === 'agreed' ? 'badge ok' : 'badge caution'}>
      {m.reconciliation.classes[item.class]}
      {item.reading === null ? '' : ` ${item.reading}`}
    </span>
  );
}

function SideCell({ side }: { readonly side: DifferenceItem['ours'] | DifferenceItem['theirs'] }) {
  const { m } = useLanguage();
  if (side === null) return <span className="muted">{m.reconciliation.notCounted}</span>;
  return (
    <>
      <Money amount={side.amountFen} />
      <div className="small muted">{m.finance.headcountDays(side.units)}</div>
    </>
  );
}

function EffectCell({ item }: { readonly item: DifferenceItem }) {
  const { m } = useLanguage();
  const hasMoney = [item.ours, item.theirs].some((side) => side !== null && side.amountFen !== null);
  return (
    <>
      {hasMoney ? <span className="figure">{signedYuan(item.effectFen)}</span> : <Money amount={null} />}
      <div className="small muted figure">
        {m.reconciliation.unitsMoved(signedUnits(m.headcount(item.effectUnits)))}
      </div>
    </>
  );
}

/** How far it has come, and by when or on what. */
function StateCell({ item }: { readonly item: DifferenceItem }) {
  const { m, dayMonth } = useLanguage();
  const words = m.reconciliation;
  const decision = item.remarks.findLast(({ kind }) => kind === 'decision');
  const tone = { agreed: ' ok', decided: ' ok', reopened: ' caution', 'to-carry-out': ' caution' };
  return (
    <>
      <span className={`badge${item.state in tone ? tone[item.state as keyof typeof tone] : ''}`}>
        {words.states[item.state]}
      </span>
      {item.isOverdue ? <span className="badge short">{words.overdue}</span> : null}
      {item.state === 'open' || item.state === 'answered' ? (
        <div className="small muted">{words.answerBy(dayMonth(item.answerBy))}</div>
      ) : null}
      {decision === undefined || decision.outcome === null ? null : (
        <div className="small muted">
          {`${words.outcomes[decision.outcome]} · ${decision.text} · ${decision.document ?? ''}`}
        </div>
      )}
    </>
  );
}

/** The last answer and the last note; all of them are in the item. */
function SaidCell({ item }: { readonly item: DifferenceItem }) {
  const { m } = useLanguage();
  const words = m.reconciliation;
  const answer = item.remarks.findLast(({ kind }) => kind === 'answer');
  const note = item.remarks.findLast(({ kind }) => kind === 'note');
  return (
    <div className="small">
      {answer === undefined || answer.stance === null ? null : (
        <div>{[words.stances[answer.stance], answer.text].filter((part) => part !== '').join(' · ')}</div>
      )}
      {note === undefined ? null : <div className="muted">{`${words.note}: ${note.text}`}</div>}
      {item.evidence.length === 0 ? null : <div>{words.evidenceCount(item.evidence.length)}</div>}
    </div>
  );
}
