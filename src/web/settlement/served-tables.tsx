import type { ReactNode } from 'react';
import type { ActualSettlement } from '../../adapters/http/schemas/settlement.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { WideBody } from '../shell/page.js';

/** Posts of a group that share divisor and standards, and what they served. */
export function PostTable({ posts }: { readonly posts: ActualSettlement['posts'] }) {
  const { m, local, dayMonth } = useLanguage();
  const words = m.actual;
  const heads = [words.required, words.vacant, words.contested, words.withoutRecord, words.served, words.divisor];
  return (
    <Served
      caption={words.posts}
      first={words.group}
      numeric={[...heads, words.standards['approved-standard'], words.standards['contract-price']]}
    >
      {posts.map((line) => (
        <tr key={`${line.postGroup} ${line.from} ${line.divisor.exact} ${line.approved?.document ?? ''}`}>
          <td data-label={words.group}>
            {local(line.name)}
            <span className="small muted"> {words.span(line.posts, dayMonth(line.from), dayMonth(line.to))}</span>
          </td>
          {(['required', 'vacant', 'contested', 'unrecorded', 'served', 'divisor'] as const).map((key, index) => (
            <td key={key} className="numeric figure" data-label={heads[index]}>
              {line[key].decimal}
            </td>
          ))}
          <td className="numeric" data-label={words.standards['approved-standard']}>
            <Money amount={line.approvedValue?.fen ?? null} />
          </td>
          <td className="numeric" data-label={words.standards['contract-price']}>
            <Money amount={line.priceValue.fen} />
          </td>
        </tr>
      ))}
    </Served>
  );
}

/** Where time alone is settled: the fee of each stretch by the days served of it. */
export function PeriodTable({ periods }: { readonly periods: ActualSettlement['periods'] }) {
  const { m, fullDate } = useLanguage();
  const words = m.actual;
  return (
    <Served caption={words.periods} first={words.period} numeric={[words.days, words.fee, words.value]}>
      {periods.map(({ from, to, days, servedDays, fee, value }) => (
        <tr key={from}>
          <td data-label={words.period}>
            {fullDate(from)} – {fullDate(to)}
          </td>
          <td className="numeric figure" data-label={words.days}>
            {servedDays} / {days}
          </td>
          <td className="numeric" data-label={words.fee}>
            <Money amount={fee.fen} />
          </td>
          <td className="numeric" data-label={words.value}>
            <Money amount={value.fen} />
          </td>
        </tr>
      ))}
    </Served>
  );
}

function Served(props: {
  readonly caption: string;
  readonly first: string;
  readonly numeric: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <details>
      <summary>{props.caption}</summary>
      <WideBody>
        <table className="plain stacked">
          <thead>
            <tr>
              <th>{props.first}</th>
              {props.numeric.map((head) => (
                <th key={head} className="numeric">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </WideBody>
    </details>
  );
}
