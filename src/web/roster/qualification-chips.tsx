import type { Person } from '../../adapters/http/schemas/workforce.js';
import { useLanguage } from '../messages/language.js';
import { groupName, type RosterScene } from './scene.js';

/** Beside the home group; more are counted. */
const othersShown = 2;

/** Where a person may serve, whom they back up, and what stands before a duty in the days shown. */
export function QualificationChips({ scene, person }: { readonly scene: RosterScene; readonly person: Person }) {
  const { m, local } = useLanguage();
  const nameOf = (key: string): string => {
    const { site, work } = groupName(scene.contract, key);
    return `${local(site)} · ${local(work)}`;
  };
  const prefixOf = (key: string): string =>
    scene.contract.postGroups.find((group) => group.key === key)?.postPrefix ?? key;
  const others = [...new Set([...person.redeployableTo, ...person.backupFor])];
  const more = others.slice(othersShown);
  const home = `${person.site}/${person.function}`;
  return (
    <>
      {hindrances(scene, person).map((kind) => (
        <span key={kind} className="skill skill-caution" title={m.roster.hindrances[kind]}>
          {m.roster.hindranceMarks[kind]}
        </span>
      ))}
      <span className="skill skill-home" title={`${m.roster.homeGroup} ${nameOf(home)}`}>
        {prefixOf(home)}
      </span>
      {person.backupOf === null ? null : (
        <span className="skill" title={m.roster.backupOf(person.backupOf)}>
          {m.roster.backupMark}
        </span>
      )}
      {others.slice(0, othersShown).map((key) => (
        <span key={key} className="skill" title={nameOf(key)}>
          {prefixOf(key)}
        </span>
      ))}
      {more.length === 0 ? null : (
        <span className="skill" title={more.map(nameOf).join(' / ')}>
          {`+${String(more.length)}`}
        </span>
      )}
    </>
  );
}

type Hindrance = 'notApproved' | 'notTrained' | 'noNight' | 'noOvertime';

function hindrances({ dates }: Pick<RosterScene, 'dates'>, person: Person): Hindrance[] {
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const isMissing = (since: string | null): boolean => since === null || since > last;
  const held = person.restrictions.filter(({ from, to }) => from <= last && first <= to).map(({ effect }) => effect);
  return [
    ...(isMissing(person.approvedOn) ? (['notApproved'] as const) : []),
    ...(isMissing(person.trainedOn) ? (['notTrained'] as const) : []),
    ...new Set(held),
  ];
}
