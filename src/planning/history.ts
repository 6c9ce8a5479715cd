import type { DutyKind, History } from '../../solver/index.js';
import type { Assignment } from '../domain/rostering/roster.js';
import type { Worker } from '../domain/workforce/worker.js';
import { addDays, type CivilDate } from '../shared/civil-date.js';
import { minutesPerDay } from '../shared/interval.js';
import { homeGroup } from './availability.js';
import type { TeamFacts } from './absences.js';
import { dutyKindsOf } from './duty-kinds.js';
import type { Horizon } from './horizon.js';
import { minutesFrom } from './local-time.js';

/** How far back a worked day can bear on the first day of the plan (seven-day windows of Labour Law 38). */
const workedDaysKnown = 6;

/**
 * What each worker brings into the plan: worked days, the end of the last duty, a night that still runs, the group
 * served last, and the burdens carried. A worker who was away is credited with the average of their group for those
 * days: coming back from maternity leave must not mean a month of Saturdays.
 */
export function historiesOf(
  facts: TeamFacts,
  horizon: Horizon,
  groups: ReadonlySet<string>,
): (worker: Worker) => History {
  const earlier = facts.known.assignments.filter(({ date }) => date < horizon.from);
  const byWorker = grouped(earlier, ({ worker }) => worker);
  const burdens = burdensOf(facts, earlier);
  return (worker) => {
    const own = (byWorker.get(worker.code) ?? []).toSorted((a, b) => (a.start < b.start ? -1 : 1));
    // A night of relief makes nobody's home day unstable: only duties that were not relief say where somebody serves.
    const last = own.findLast(({ postGroup }) => !worker.backupFor.includes(postGroup));
    const recent = own.filter(({ date }) => date >= addDays(horizon.from, -workedDaysKnown - 1));
    const ends = recent.map(({ end }) => minutesFrom(horizon.from, end));
    const running = recent.find(({ end, postGroup }) => minutesFrom(horizon.from, end) > 0 && groups.has(postGroup));
    return {
      workedDaysBefore: workedDaysBefore(recent, horizon.from),
      lastDutyEnd: ends.length === 0 ? null : Math.max(...ends),
      ...(running === undefined
        ? {}
        : { running: { group: running.postGroup, until: minutesFrom(horizon.from, running.end) } }),
      duties: burdens(worker),
      group: last?.postGroup ?? null,
    };
  };
}

/** Days before the horizon with a minute of presence, as 1 = the eve; a night duty works both of its days. */
function workedDaysBefore(own: readonly Assignment[], from: CivilDate): number[] {
  const worked = new Set<number>();
  for (const { start, end } of own) {
    const firstDay = Math.floor(minutesFrom(from, start) / minutesPerDay);
    const lastDay = Math.floor((minutesFrom(from, end) - 1) / minutesPerDay);
    for (let day = firstDay; day <= lastDay; day += 1) if (day < 0 && day >= -workedDaysKnown) worked.add(-day);
  }
  return [...worked].sort((a, b) => a - b);
}

/** Counts of early, late, Saturday … duties, leave credited, as whole numbers. */
function burdensOf(
  facts: TeamFacts,
  earlier: readonly Assignment[],
): (worker: Worker) => Partial<Record<DutyKind, number>> {
  const kindsOf = dutyKindsOf(facts);
  const counts = new Map<string, Map<DutyKind, number>>();
  for (const assignment of earlier) {
    const own = counts.get(assignment.worker) ?? new Map<DutyKind, number>();
    for (const kind of kindsOf(assignment)) own.set(kind, (own.get(kind) ?? 0) + 1);
    counts.set(assignment.worker, own);
  }
  const known = [...facts.known.days].filter((date) => date < facts.from);
  const presentDays = new Map(
    facts.workers.map((worker) => [
      worker.code,
      known.filter((date) => facts.absences(worker, date) === undefined).length,
    ]),
  );
  const groups = grouped(facts.workers, homeGroup);
  return (worker) => {
    const own = counts.get(worker.code) ?? new Map<DutyKind, number>();
    const colleagues = groups.get(homeGroup(worker)) ?? [];
    const daysOfGroup = colleagues.reduce((sum, { code }) => sum + (presentDays.get(code) ?? 0), 0);
    const absentDays = known.length - (presentDays.get(worker.code) ?? 0);
    const kinds = new Set(colleagues.flatMap(({ code }) => [...(counts.get(code)?.keys() ?? [])]));
    return Object.fromEntries(
      [...kinds].map((kind) => {
        const ofGroup = colleagues.reduce((sum, { code }) => sum + (counts.get(code)?.get(kind) ?? 0), 0);
        const credit = daysOfGroup === 0 ? 0 : (ofGroup / daysOfGroup) * absentDays;
        return [kind, Math.round((own.get(kind) ?? 0) + credit)];
      }),
    );
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
