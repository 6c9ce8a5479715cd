import { Table } from 'antd';
import type { VacancyLine } from '../../adapters/http/schemas/ledger.js';
import { fen, yuanText } from '../../shared/fen.js';
import { useLanguage } from '../messages/language.js';
import { useTablePages } from '../shell/printing.js';
import { Money } from './money.js';
import { Units } from './units.js';

/** One row a vacant post and day; opening it shows how the amount comes about, down to the evidence. */
export function VacancyLines({ lines }: { readonly lines: readonly VacancyLine[] }) {
  const { m, dayMonth, weekdayName } = useLanguage();
  return (
    <Table<VacancyLine>
      className="line-table"
      size="small"
      rowKey="id"
      dataSource={[...lines]}
      pagination={useTablePages(lines.length)}
      scroll={{ x: 860 }}
      expandable={{
        columnTitle: <span className="sr-only">{m.rowDetails}</span>,
        expandedRowRender: (line) => <Explanation line={line} />,
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
          title: m.finance.halves,
          key: 'halves',
          className: 'line-halves',
          render: (_, line) => m.list(line.halves.map((half) => m.finance.halfNames[half])),
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
          title: m.finance.dailyRate,
          key: 'rate',
          className: 'line-rate',
          align: 'right',
          render: (_, line) =>
            line.rate === null ? m.none : m.finance.rateOf(yuanText(fen(line.rate.annualFen)), line.rate.divisor),
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
          title: m.finance.standing,
          key: 'standing',
          className: 'line-phase',
          render: (_, line) => (
            <span className={line.isContested ? 'badge caution' : 'badge'}>
              {line.isContested ? m.finance.contested : m.finance.undisputed}
            </span>
          ),
        },
      ]}
    />
  );
}

/** How a line's amount comes about, down to the evidence. */
export function Explanation({ line }: { readonly line: VacancyLine }) {
  const { m, local } = useLanguage();
  return (
    <dl className="line-detail">
      <div className="wide">
        <dt>{m.finance.explanation}</dt>
        <dd>{local(line.explanation)}</dd>
      </div>
      <div>
        <dt>{m.finance.ruling}</dt>
        <dd>{line.ruling.length === 0 ? m.none : m.list(line.ruling)}</dd>
      </div>
      <div>
        <dt>{m.finance.due}</dt>
        <dd>{line.due ?? m.finance.nobodyDue}</dd>
      </div>
      <div>
        <dt>{m.finance.unattended}</dt>
        <dd>{m.finance.minutesOf(line.unattendedMinutes, line.requiredMinutes)}</dd>
      </div>
      <div>
        <dt>{m.finance.cover}</dt>
        <dd>{line.cover ?? m.finance.noCover}</dd>
      </div>
      <div>
        <dt>{m.finance.evidence}</dt>
        <dd>{line.evidence === '' ? m.none : line.evidence}</dd>
      </div>
      <div>
        <dt>{m.finance.impact}</dt>
        <dd>{line.hasImpactEvidence ? m.finance.impactYes : m.finance.impactNo}</dd>
      </div>
      <div className="wide">
        <dt>{m.finance.rateDocument}</dt>
        <dd>{line.rate?.document ?? m.finance.noRateText}</dd>
      </div>
    </dl>
  );
}
