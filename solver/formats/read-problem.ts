import type { RosterProblem, Worker } from '../problem.js';
import { problemSchema } from './problem-schema.js';

const dayMinutes = 1440;

/** A roster problem from JSON, or every fault that was found, each with its place. */
export function readProblem(
  json: unknown,
): { readonly ok: true; readonly problem: RosterProblem } | { readonly ok: false; readonly errors: string[] } {
  const shape = problemSchema.safeParse(json);
  if (!shape.success) {
    return {
      ok: false,
      errors: shape.error.issues.map((issue) => `${issue.path.join('.') || 'problem'}: ${issue.message}`),
    };
  }
  const problem: RosterProblem = shape.data;
  const errors = [
    ...daysInOrder(problem),
    ...duplicates(
      'shift',
      problem.shifts.map(({ id }) => id),
    ),
    ...duplicates(
      'group',
      problem.groups.map(({ id }) => id),
    ),
    ...duplicates(
      'worker',
      problem.workers.map(({ id }) => id),
    ),
    ...shiftFaults(problem),
    ...references(problem),
    ...demandFaults(problem),
    ...workerFaults(problem),
    ...problem.workers.flatMap(eveFaults),
    ...travelFaults(problem),
    ...baselineFaults(problem),
    ...pairFaults(problem),
    ...duplicates(
      'shiftCover of group, day and shift',
      (problem.shiftCover ?? []).map(({ group, day, shift }) => `${group}, day ${day}, ${shift}`),
    ),
    ...problem.workers.flatMap(({ id, limits }) =>
      duplicates(
        `worker ${id}: shiftMaxima of shift`,
        (limits.shiftMaxima ?? []).map(({ shift }) => shift),
      ),
    ),
    ...duplicates(
      'pin of worker and day',
      problem.pins.map(({ worker, day }) => `${worker}, day ${day}`),
    ),
    ...duplicates(
      'baseline assignment of worker and day',
      (problem.baseline?.assignments ?? []).map(({ worker, day }) => `${worker}, day ${day}`),
    ),
    ...problem.fairness.flatMap(({ workers }, index) => duplicates(`fairness.${index}: worker`, workers)),
  ];
  return errors.length === 0 ? { ok: true, problem } : { ok: false, errors };
}

function duplicates(what: string, keys: readonly string[]): readonly string[] {
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...repeated].map((key) => `${what} ${key} occurs more than once`);
}

function daysInOrder({ days }: RosterProblem): readonly string[] {
  return days.flatMap((date, index) => {
    const previous = days[index - 1];
    const isNext = previous === undefined || Date.parse(date) - Date.parse(previous) === 86_400_000;
    return isNext ? [] : [`days.${index}: ${date} does not follow ${previous}`];
  });
}

function shiftFaults({ shifts }: RosterProblem): readonly string[] {
  return shifts.flatMap(({ id, segments }) => [
    ...((segments[0]?.start ?? 0) < dayMinutes ? [] : [`shift ${id}: starts after the day that it belongs to`]),
    ...((segments.at(-1)?.end ?? 0) <= 2 * dayMinutes ? [] : [`shift ${id}: ends later than on the next day`]),
    ...segments.flatMap(({ start, end }, index) => [
      ...(start < end ? [] : [`shift ${id}: segment ${index} ends before it starts`]),
      ...(index === 0 || (segments[index - 1]?.end ?? 0) < start
        ? []
        : [`shift ${id}: segment ${index} overlaps or touches the one before; put them in order and join them`]),
    ]),
  ]);
}

interface Reference {
  readonly place: string;
  readonly worker?: string;
  readonly group?: string;
  readonly shift?: string;
  readonly day?: number;
  /** Absent = the last day of the problem. */
  readonly lastDay?: number;
}

function references(problem: RosterProblem): readonly string[] {
  const known = {
    worker: new Set(problem.workers.map(({ id }) => id)),
    group: new Set(problem.groups.map(({ id }) => id)),
    shift: new Set(problem.shifts.map(({ id }) => id)),
  };
  return referencesIn(problem).flatMap(({ place, day, lastDay = problem.days.length - 1, ...named }) => [
    ...(['worker', 'group', 'shift'] as const).flatMap((kind) => {
      const id = named[kind];
      return id === undefined || known[kind].has(id) ? [] : [`${place}: there is no ${kind} ${id}`];
    }),
    ...(day === undefined || day <= lastDay ? [] : [`${place}: day ${day} is outside 0 … ${lastDay}`]),
  ]);
}

function referencesIn(problem: RosterProblem): readonly Reference[] {
  return [
    ...problem.groups.flatMap(({ id, offers }) =>
      offers.flatMap(({ day, shifts }) => [
        { place: `group ${id}`, day },
        ...shifts.map((shift) => ({ place: `group ${id}`, shift })),
      ]),
    ),
    ...problem.shifts.flatMap(({ id, forbiddenNext = [] }) =>
      forbiddenNext.map((shift) => ({ place: `shift ${id}: forbiddenNext`, shift })),
    ),
    ...problem.demand.map(({ group, day }, index) => ({ place: `demand.${index}`, group, day })),
    ...(problem.requests ?? []).map(({ worker, day, shift }, index) => ({
      place: `requests.${index}`,
      worker,
      day,
      shift,
    })),
    ...(problem.shiftCover ?? []).map(({ group, day, shift }, index) => ({
      place: `shiftCover.${index}`,
      group,
      day,
      shift,
    })),
    ...problem.workers.flatMap(({ id, eligibility, unavailable, history, limits }) => [
      ...historyShifts(history).map((shift) => ({ place: `worker ${id}: history`, shift })),
      ...(limits.shiftMaxima ?? []).map(({ shift }) => ({ place: `worker ${id}: shiftMaxima`, shift })),
      ...eligibility.map(({ group }) => ({ place: `worker ${id}`, group })),
      // A night duty of the last day ends on the day after it.
      ...unavailable.map(({ day }) => ({ place: `worker ${id}`, day, lastDay: problem.days.length })),
      ...(history.running === undefined ? [] : [{ place: `worker ${id}`, group: history.running.group }]),
    ]),
    ...problem.pins.map(({ worker, day, assignment }, index) => ({
      place: `pins.${index}`,
      worker,
      day,
      ...(assignment ?? {}),
    })),
    ...(problem.baseline?.assignments ?? []).map((entry, index) => ({
      place: `baseline.assignments.${index}`,
      ...entry,
    })),
    ...problem.fairness.flatMap(({ workers }, index) =>
      workers.map((worker) => ({ place: `fairness.${index}`, worker })),
    ),
    ...problem.backupPairs.flatMap(({ holder, backup }, index) =>
      [holder, backup].map((worker) => ({ place: `backupPairs.${index}`, worker })),
    ),
  ];
}

/** The shifts that a history names. */
function historyShifts({ eve, shiftCounts = {} }: Worker['history']): readonly string[] {
  return [...(eve === undefined || eve.shift === null ? [] : [eve.shift]), ...Object.keys(shiftCounts)];
}

/** Travel names two different sites that a group is at, each pair once. */
function travelFaults({ groups, travel = [] }: RosterProblem): readonly string[] {
  const sites = new Set(groups.flatMap(({ site }) => (site === undefined ? [] : [site])));
  return [
    ...travel.flatMap(({ between: [one, other] }, index) => [
      ...[one, other]
        .filter((site) => !sites.has(site))
        .map((site) => `travel.${index}: no group is at the site ${site}`),
      ...(one === other ? [`travel.${index}: ${one} is one site; travel needs two`] : []),
    ]),
    ...duplicates(
      'travel between',
      travel.map(({ between }) => [...between].sort().join(' and ')),
    ),
  ];
}

/** A price of change for each day, neither more nor fewer. */
function baselineFaults({ baseline, days }: RosterProblem): readonly string[] {
  const count = baseline?.changeCost.length ?? days.length;
  return count === days.length ? [] : [`baseline.changeCost: ${count} prices for ${days.length} days`];
}

function pairFaults({ backupPairs }: RosterProblem): readonly string[] {
  return backupPairs.flatMap(({ holder, backup }, index) =>
    holder === backup ? [`backupPairs.${index}: ${holder} can't be their own backup`] : [],
  );
}

/** What the eve was and the days worked before it are told twice; both must say the same. */
function eveFaults({ id, history: { eve, workedDaysBefore } }: Worker): readonly string[] {
  if (eve === undefined || (eve.shift !== null) === workedDaysBefore.includes(1)) return [];
  return [
    eve.shift === null
      ? `worker ${id}: history.eve is a day off, yet workedDaysBefore has the eve (1)`
      : `worker ${id}: history.eve names a shift, yet workedDaysBefore lacks the eve (1)`,
  ];
}

function demandFaults({ demand }: RosterProblem): readonly string[] {
  const ordered = demand
    .map((entry, index) => ({ ...entry, index }))
    .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : a.day - b.day || a.start - b.start));
  return ordered.flatMap(({ group, day, start, end, index }, place) => {
    const before = ordered[place - 1];
    const overlaps = before !== undefined && before.group === group && before.day === day && before.end > start;
    return [
      ...(start < end && end <= dayMinutes
        ? []
        : [`demand.${index}: ${start}–${end} is not an interval within one day`]),
      ...(overlaps ? [`demand.${index} overlaps demand.${before.index} (${group}, day ${day})`] : []),
    ];
  });
}

function workerFaults({ workers }: RosterProblem): readonly string[] {
  return workers.flatMap(({ id, eligibility, limits }) => {
    const ranges = [...eligibility, ...limits.nightBans, ...(limits.overtimeBans ?? []), ...limits.hours];
    return [
      ...(ranges.some(({ fromDay, toDay }) => fromDay > toDay)
        ? [`worker ${id}: a range of days ends before it begins`]
        : []),
      ...limits.hours.flatMap(({ name, minutesMin = 0, minutesMax }) =>
        minutesMax !== null && minutesMin > minutesMax
          ? [`worker ${id}: account ${name} has a floor above its ceiling`]
          : [],
      ),
    ];
  });
}
