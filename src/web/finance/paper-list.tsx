import { useQuery } from '@tanstack/react-query';
import { address } from '../api/client.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import type { papersZh } from '../messages/papers-zh.js';
import { Sheet } from '../shell/page.js';

const monthly = ['attendance-confirmation', 'vacancy-detail', 'reduction-confirmation'] as const;
const formats = ['xlsx', 'pdf', 'json'] as const;

/** Every paper of the month and its quarter, in three forms; the scoring form where the contract has one. */
export function PaperList({ contract, month }: { readonly contract: string; readonly month: string }) {
  const { m } = useLanguage();
  const money = useQuery(contractQuery(contract)).data?.money;
  const isScored = money?.deductions.some(({ family }) => family === 'scoreShortfall') === true;
  const quarter = `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5)) / 3))}`;
  const papers = [
    ...monthly.map((kind) => ({ kind, period: month })),
    { kind: 'quarterly-statement' as const, period: quarter },
    ...(isScored ? [{ kind: 'acceptance-form' as const, period: quarter }] : []),
  ];
  return (
    <Sheet title={m.papers.title} flush>
      <table className="plain">
        <thead>
          <tr>
            <th>{m.papers.name}</th>
            <th>{m.papers.period}</th>
            <th>{m.papers.download}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map(({ kind, period }) => (
            <tr key={kind}>
              <td>{m.papers.kinds[kind]}</td>
              <td className="figure">{period}</td>
              <td>
                <PaperLinks contract={contract} kind={kind} period={period} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

/** A paper in its three forms; `period` is a month, a quarter or the key of an instalment. */
export function PaperLinks(props: {
  readonly contract: string;
  readonly kind: keyof (typeof papersZh)['kinds'];
  readonly period: string;
}) {
  const { m } = useLanguage();
  const { contract, kind, period } = props;
  return (
    <span className="paper-links">
      {formats.map((format) => (
        <a
          key={format}
          href={address(`/contracts/${contract}/papers/${kind}/${period}.${format}`)}
          aria-label={m.papers.link(m.papers.kinds[kind], format)}
          download
        >
          {format}
        </a>
      ))}
    </span>
  );
}
