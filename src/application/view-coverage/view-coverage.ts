import { contractCalendar } from '../readings/contract-calendar.js';
import type { ServiceCalendar } from '../../domain/calendar/service-calendar.js';
import { coverageOn, shiftMinutes, type CoverageRequirement } from '../../domain/contract/coverage.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { rosterInForce } from '../../domain/rostering/in-force.js';
import type { Assignment, Roster } from '../../domain/rostering/roster.js';
import { addDays, eachDate, type CivilDate } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import { minutesPerDay, type MinuteInterval } from '../../shared/interval.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { DateRange } from '../ports/index.js';

export interface CoverageCell extends CoverageRequirement {
  /** People present throughout the interval; null on days that no roster covers. */
  readonly filled: number | null;
}
export interface CoverageView {
  readonly cells: readonly CoverageCell[];
  readonly rosters: readonly string[];
}

/**
 * What the contract requires in each interval of a range, and how many people a roster puts there: the roster
 * asked for, otherwise the published one in force on each day. Refuses `not-found`.
 */
export async function viewCoverage(
  context: Context,
  {
    contract: key,
    from,
    to,
    roster: rosterId,
  }: { readonly contract: string; readonly roster?: string | undefined } & DateRange,
): Promise<Result<CoverageView>> {
  // The day before matters too: its night shifts reach into the first day.
  const range = { from: addDays(from, -1), to };
  const stored = await context.unitOfWork.read(async ({ contracts, calendars, readings, rosters }) => ({
    contract: await contracts.find(key),
    calendar: await contractCalendar({ calendars, readings }, key),
    published: await rosters.published(key, range),
    asked: rosterId === undefined ? undefined : await rosters.find(key, rosterId),
  }));
  const { contract, calendar, published, asked } = stored;
  if (contract === undefined)
    return refuse('not-found', { zh: `没有合同 ${key}。`, en: `There is no contract ${key}.` });
  if (rosterId !== undefined && asked === undefined) {
    return refuse('not-found', { zh: `没有排班 ${rosterId}。`, en: `There is no roster ${rosterId}.` });
  }
  const dutiesByDay = new Map(
    [...published, ...(asked === undefined ? [] : [asked])].map(({ id, assignments }) => [
      id,
      groupBy(assignments, ({ date }) => date),
    ]),
  );
  const rosterOf = (date: CivilDate): Roster | undefined =>
    asked !== undefined && asked.from <= date && date <= asked.to ? asked : rosterInForce(published, date);
  const dates = eachDate({ from, to });
  const cells = coverageCells({
    contract,
    calendar,
    dates,
    dutiesOn: (date) => {
      const roster = rosterOf(date);
      return roster === undefined ? undefined : (dutiesByDay.get(roster.id)?.get(date) ?? []);
    },
  });
  return done({ cells, rosters: [...new Set(dates.flatMap((date) => rosterOf(date)?.id ?? []))] });
}

/** Required and filled on consecutive days; on a day without duties to count (undefined), `filled` is null. */
export function coverageCells({
  contract,
  calendar,
  dates,
  dutiesOn,
}: {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  readonly dates: readonly CivilDate[];
  readonly dutiesOn: (date: CivilDate) => readonly Assignment[] | undefined;
}): CoverageCell[] {
  const duties = new Map(dates.map((date) => [date, dutiesOn(date)]));
  // The day before matters too: its night shifts reach into the first day.
  const eve = dates.slice(0, 1).map((date) => addDays(date, -1));
  const presence = presenceByGroupAndDay(contract, [...eve, ...dates], (date) => duties.get(date) ?? dutiesOn(date));
  return dates.flatMap((date) =>
    coverageOn({ contract, calendar, date }).map((cell) => ({
      ...cell,
      filled:
        duties.get(date) === undefined
          ? null
          : (presence.get(`${cell.postGroup} ${date}`) ?? []).filter(
              ({ start, end }) => start <= cell.start && cell.end <= end,
            ).length,
    })),
  );
}

/** Stretches of presence in a group, by the day on which they lie: a night shift leaves its morning on the next. */
function presenceByGroupAndDay(
  contract: ServiceContract,
  dates: readonly CivilDate[],
  dutiesOn: (date: CivilDate) => readonly Assignment[] | undefined,
): Map<string, MinuteInterval[]> {
  const segments = new Map(contract.shifts.map((shift) => [shift.key, shiftMinutes(shift).segments]));
  const presence = new Map<string, MinuteInterval[]>();
  const add = (assignment: Assignment, date: CivilDate, stretch: MinuteInterval): void => {
    const key = `${assignment.postGroup} ${date}`;
    const known = presence.get(key);
    if (known === undefined) presence.set(key, [stretch]);
    else known.push(stretch);
  };
  for (const date of dates) {
    for (const assignment of dutiesOn(date) ?? []) {
      for (const { start, end } of segments.get(assignment.shift) ?? []) {
        if (start < minutesPerDay) add(assignment, date, { start, end: Math.min(end, minutesPerDay) });
        if (end > minutesPerDay)
          add(assignment, addDays(date, 1), { start: Math.max(0, start - minutesPerDay), end: end - minutesPerDay });
      }
    }
  }
  return presence;
}
