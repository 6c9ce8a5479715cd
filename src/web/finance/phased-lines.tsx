import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import type { PhasedLine } from '../../adapters/http/schemas/ledger.js';
import { useLanguage } from '../messages/language.js';
import { addressOf } from '../shell/navigation.js';
import { useTablePages } from '../shell/printing.js';
import { LineSteps } from './line-steps.js';
import { Money } from './money.js';
import { OverlapPanel } from './overlap-panel.js';
import { Units } from './units.js';
import { Explanation } from './vacancy-lines.js';

/** Lines with their phase; opening one shows the rule, the person-day, the evidence and every step so far. */
export function PhasedLines(props: {
  readonly contract: string;
  readonly lines: readonly PhasedLine[];
  /** Absent where nothing can be answered. */
  readonly chosen?: readonly string[];
  readonly choose?: (ids: readonly string[]) => void;
}) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const { chosen, choose } = props;
  const selection =
    chosen === undefined || choose === undefined
      ? {}
      : {
          rowSelection: {
            selectedRowKeys: [...chosen],
            onChange: (keys: readonly unknown[]) => {
              choose(keys.map(String));
            },
            getCheckboxProps: (line: PhasedLine) => ({
              'aria-label': m.lines.chooseLine(line.post, dayMonth(line.date)),
              disabled: !['proposed', 'agreed', 'disputed'].includes(line.phase),
            }),
            getTitleCheckboxProps: () => ({ 'aria-label': m.lines.chooseAll }),
          },
        };
  return (
    <Table<PhasedLine>
      className="line-table"
      size="small"
      rowKey="id"
      dataSource={[...props.lines]}
      pagination={useTablePages(props.lines.length)}
      scroll={{ x: 760 }}
      {...selection}
      expandable={{
        columnTitle: <span className="sr-only">{m.rowDetails}</span>,
        expandedRowRender: (line) => <LineDetail contract={props.contract} line={line} />,
      }}
      columns={[
        {
          title: m.finance.date,
          key: 'date',
          className: 'line-date',
          render: (_, line) => `${dayMonth(line.date)} ${weekdayName(line.date)}`,
          sorter: (a, b) => a.date.localeCompare(b.date),
          width: 130,
        },
        {
          title: m.roster.post,
          dataIndex: 'post',
          className: 'line-post',
          sorter: (a, b) => a.post.localeCompare(b.post, 'zh-CN', { numeric: true }),
        },
        {
          title: m.finance.cause,
          key: 'cause',
          className: 'line-cause',
          render: (_, line) => m.finance.causes[line.cause],
        },
        { title: m.finance.clause, dataIndex: 'clause', className: 'line-clause figure' },
        {
          title: m.finance.units,
          key: 'units',
          className: 'line-units',
          align: 'right',
          render: (_, line) => <Units units={line.units} />,
        },
        {
          title: m.finance.amount,
          key: 'amount',
          className: 'line-amount',
          align: 'right',
          render: (_, line) => <Money amount={line.amountFen} />,
          sorter: (a, b) => (a.amountFen ?? 0) - (b.amountFen ?? 0),
        },
        {
          title: m.lines.phase,
          key: 'phase',
          className: 'line-phase',
          render: (_, { phase }) => (
            <span className={`badge${phase === 'disputed' ? ' caution' : ''}`}>{m.lines.phases[phase]}</span>
          ),
        },
      ]}
    />
  );
}

function LineDetail({ contract, line }: { readonly contract: string; readonly line: PhasedLine }) {
  const { m } = useLanguage();
  return (
    <div className="stack">
      <Explanation line={line} />
      {line.phase === 'reversed' || line.phase === 'waived' || line.phase === 'withdrawn' ? null : (
        <OverlapPanel contract={contract} line={line.id} />
      )}
      <dl className="line-detail">
        <div>
          <dt>{m.finance.clause}</dt>
          <dd>
            {line.clause} <Link to={addressOf(contract, 'contract')}>{m.lines.clauseLink}</Link>
          </dd>
        </div>
      </dl>
      <LineSteps line={line} />
    </div>
  );
}
