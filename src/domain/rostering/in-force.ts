import { eachDate, type CivilDate } from '../../shared/civil-date.js';
import type { Assignment, Roster } from './roster.js';

interface DateRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * The roster that holds on a day: of the published ones that cover it, the newest version. Published rosters are
 * immutable, so a new version doesn't cut days out of an older one; it takes precedence on the days of its range.
 */
export function rosterInForce(rosters: readonly Roster[], date: CivilDate): Roster | undefined {
  return rosters
    .filter((roster) => roster.status !== 'draft' && roster.from <= date && date <= roster.to)
    .reduce<Roster | undefined>(
      (newest, roster) => ((roster.version ?? 0) > (newest?.version ?? 0) ? roster : newest),
      undefined,
    );
}

/** What holds on the days of an inclusive range, day by day from the roster in force; days without one have none. */
export function assignmentsInForce(rosters: readonly Roster[], range: DateRange): Assignment[] {
  return eachDate(range).flatMap(
    (date) => rosterInForce(rosters, date)?.assignments.filter((assignment) => assignment.date === date) ?? [],
  );
}

/** No day is left on which the roster is in force, once the others are published too: it is superseded. */
export function isWhollyReplaced(roster: Roster, others: readonly Roster[]): boolean {
  return eachDate(roster).every((date) => rosterInForce([roster, ...others], date)?.id !== roster.id);
}
