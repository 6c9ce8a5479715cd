import type { ReactNode } from 'react';
import type { TeamSize } from '../../adapters/http/schemas/staffing.js';
import { useLanguage } from '../messages/language.js';
import { hoursText } from '../messages/figures.js';

type ProvenSize = NonNullable<TeamSize['size']>['atNormalTime'];

/** Not solved yet. */
const unknown = '…';

/** One row a post group as it is solved, and last the whole contract. */
export function SizeTable(props: {
  readonly wanted: readonly (string | null)[];
  readonly sizes: ReadonlyMap<string | null, TeamSize>;
  readonly nameOf: (postGroup: string) => string;
}) {
  const { m } = useLanguage();
  return (
    <table className="plain stacked long-heads">
      <thead>
        <tr>
          <th>{m.staffing.group}</th>
          <th className="numeric">{m.staffing.posts}</th>
          <th className="numeric">
            {m.staffing.withOvertime}
            <div className="small muted">{m.staffing.withOvertimeHint}</div>
          </th>
          <th className="numeric">{m.staffing.atNormalTime}</th>
          <th>{m.staffing.why}</th>
          <th className="numeric">{m.staffing.onStrength}</th>
        </tr>
      </thead>
      <tbody>
        {props.wanted.map((postGroup) => (
          <SizeRow
            key={postGroup ?? ''}
            name={
              postGroup === null ? (
                <>
                  <b>{m.staffing.together}</b>
                  <div className="small muted">{m.staffing.togetherHint}</div>
                </>
              ) : (
                props.nameOf(postGroup)
              )
            }
            sized={props.sizes.get(postGroup)}
          />
        ))}
      </tbody>
    </table>
  );
}

function SizeRow({ name, sized }: { readonly name: ReactNode; readonly sized: TeamSize | undefined }) {
  const { m } = useLanguage();
  const size = sized?.size ?? undefined;
  const count = (proven: ProvenSize | undefined) => (proven === undefined ? m.none : <Count size={proven} />);
  return (
    <tr>
      <td>{name}</td>
      <td className="numeric" data-label={m.staffing.posts}>
        {sized?.posts ?? unknown}
      </td>
      <td className="numeric" data-label={m.staffing.withOvertime}>
        {sized === undefined ? unknown : count(size?.withOvertime)}
      </td>
      <td className="numeric" data-label={m.staffing.atNormalTime}>
        {sized === undefined ? unknown : count(size?.atNormalTime)}
      </td>
      <td data-label={m.staffing.why}>
        {sized === undefined ? unknown : size === undefined ? m.staffing.none : <Why {...size.atNormalTime} />}
      </td>
      <td className="numeric" data-label={m.staffing.onStrength}>
        {sized?.onStrength ?? unknown}
      </td>
    </tr>
  );
}

/** Exact, or with where the proof ends. */
function Count({ size: { people, atLeast } }: { readonly size: ProvenSize }) {
  const { m } = useLanguage();
  return (
    <>
      <b>{people ?? m.staffing.unfilled}</b>
      {people === atLeast ? null : <div className="small muted">{m.staffing.openProof(atLeast)}</div>}
    </>
  );
}

function Why({ people, atLeast, because }: ProvenSize) {
  const { m, dayMonth } = useLanguage();
  return (
    <span>
      {because.kind === 'atOnce'
        ? m.staffing.atOnce(dayMonth(because.date), because.interval, atLeast)
        : m.staffing.search(hoursText(because.missingMinutesAtLeast), atLeast - 1)}
      {people === atLeast ? <span className="small muted">{` · ${m.staffing.proven}`}</span> : null}
    </span>
  );
}
