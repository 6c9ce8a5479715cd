import type { Assignment, Roster } from '../../adapters/http/schemas/rosters.js';
import { eachDate } from '../../shared/civil-date.js';
import { cellKey } from './edit/cells.js';

/** The roster that each day is drawn from; a day that is missing has none. */
export type RosterDays = ReadonlyMap<string, Roster>;

/**
 * A roster that was chosen holds on its own days; on the others what is published does, the newest version where several
 * reach over a day: a publication cuts nothing out of an older one.
 */
export function rosterDays(
  dates: readonly string[],
  { chosen, published }: { readonly chosen: Roster | undefined; readonly published: readonly Roster[] },
): RosterDays {
  const newestFirst = [...published].sort((one, other) => (other.version ?? 0) - (one.version ?? 0));
  const rosters = chosen === undefined ? newestFirst : [chosen, ...newestFirst];
  return new Map(
    dates.flatMap((date) => {
      const roster = rosters.find(({ from, to }) => from <= date && date <= to);
      return roster === undefined ? [] : [[date, roster] as const];
    }),
  );
}

/** What each roster says of the days that are drawn from it. */
export function onTheirDays<Item extends { readonly date: string }>(
  days: RosterDays,
  itemsOf: (roster: Roster) => readonly Item[],
): Item[] {
  return [...new Set(days.values())].flatMap((roster) =>
    itemsOf(roster).filter(({ date }) => days.get(date) === roster),
  );
}

/** Cells of a draft in which something else stands than what is published; none on days that nothing is published of. */
export function changedCells(
  drawn: readonly Assignment[],
  { days, published }: { readonly days: RosterDays; readonly published: RosterDays },
): ReadonlySet<string> {
  const isCompared = (date: string): boolean => days.get(date)?.status === 'draft' && published.has(date);
  const duties = (assignments: readonly Assignment[]) =>
    new Map(
      assignments
        .filter(({ date }) => isCompared(date))
        .map((one) => [cellKey(one.worker, one.date), `${one.shift} ${one.postGroup} ${one.post ?? ''}`]),
    );
  const [draft, out] = [duties(drawn), duties(onTheirDays(published, ({ assignments }) => assignments))];
  return new Set([...draft.keys(), ...out.keys()].filter((key) => draft.get(key) !== out.get(key)));
}

/** Whether every day of a roster is published, and as it stands there: publishing it would change nothing. */
export function repeatsPublished(
  roster: Pick<Roster, 'from' | 'to'>,
  { published, changed }: { readonly published: RosterDays; readonly changed: ReadonlySet<string> },
): boolean {
  return changed.size === 0 && eachDate(roster).every((date) => published.has(date));
}
