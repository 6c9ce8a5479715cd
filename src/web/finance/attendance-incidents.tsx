import { useQuery } from '@tanstack/react-query';
import type { VacancyMonth } from '../../adapters/http/schemas/ledger.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { groupName } from '../roster/scene.js';
import { Sheet } from '../shell/page.js';

type Incident = VacancyMonth['incidents'][number];

/** Lateness and short absences of a month: recorded beside the vacancies, without money (V7, V10). */
export function AttendanceIncidents(props: { readonly contract: string; readonly incidents: readonly Incident[] }) {
  const { contract, incidents } = props;
  const { m, dayMonth, local } = useLanguage();
  const words = m.finance;
  const document = useQuery(contractQuery(contract)).data?.document;
  /** Where a window of a whole group was short, the record names no post. */
  const placeOf = ({ post, postGroup }: Incident) => {
    if (post !== postGroup) return post;
    if (document === undefined) return '';
    const { site, work } = groupName(document, postGroup);
    return words.wholeGroup(`${local(site)} · ${local(work)}`);
  };
  const windowOf = ({ window }: Incident) => {
    if (window === null) return m.none;
    const kinds: Readonly<Record<string, string>> = { ...m.contract.windowKinds, handover: words.handover };
    return kinds[document?.windows.find(({ key }) => key === window)?.kind ?? window] ?? window;
  };
  return (
    <Sheet title={words.incidents} extra={<span className="muted small">{words.incidentsLead}</span>} flush>
      <table className="plain stacked">
        <thead>
          <tr>
            <th>{words.date}</th>
            <th>{m.roster.post}</th>
            <th>{m.roster.worker}</th>
            <th>{words.window}</th>
            <th className="numeric">{words.minutes}</th>
            <th>{words.kind}</th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((one) => (
            <tr key={JSON.stringify([one.date, one.post, one.worker, one.kind, one.window])}>
              <td className="figure" data-label={words.date}>
                {dayMonth(one.date)}
              </td>
              <td data-label={m.roster.post}>{placeOf(one)}</td>
              <td data-label={m.roster.worker}>{one.worker ?? m.none}</td>
              <td data-label={words.window}>{windowOf(one)}</td>
              <td className="numeric" data-label={words.minutes}>
                {one.minutes}
              </td>
              <td data-label={words.kind}>{words.incidentKinds[one.kind]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
