import type { Leave, Worker } from '../../src/domain/workforce/worker.js';
import type { ServiceCalendar } from '../../src/domain/calendar/service-calendar.js';
import { addDays, civilDate, eachDate, type CivilDate } from '../../src/shared/civil-date.js';
import type { SeededRandom } from './seeded-random.js';

/** Working days that many people like to take because they bridge a holiday. */
const bridges: readonly (readonly [string, string])[] = [
  ['2026-04-07', '2026-04-08'],
  ['2026-05-06', '2026-05-08'],
  ['2026-09-28', '2026-09-30'],
  ['2026-10-08', '2026-10-09'],
  ['2027-02-03', '2027-02-04'],
  ['2027-02-11', '2027-02-12'],
];

/**
 * Leave over a term: annual leave in blocks (part of it on bridge days), sickness, training.
 * A quota per home group and for the whole team keeps it as a manager would grant it; sickness asks nobody.
 */
export function planLeave(input: {
  readonly workers: readonly Worker[];
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly calendar: ServiceCalendar;
  readonly random: SeededRandom;
  /** Most people of the team away on one day, bridge days apart. */
  readonly teamQuota: number;
  readonly sickDaysMean: number;
}): Leave[] {
  const { random, term, calendar } = input;
  const leave: Leave[] = [];
  const away = new Map<string, number>();
  const count = (key: string): number => away.get(key) ?? 0;
  const groupSize = new Map<string, number>();
  for (const worker of input.workers) groupSize.set(home(worker), (groupSize.get(home(worker)) ?? 0) + 1);
  const termDays = eachDate(term);

  function grant(
    worker: Worker,
    kind: Leave['kind'],
    range: { from: CivilDate; to: CivilDate },
    teamQuota: number,
  ): boolean {
    const days = eachDate(range);
    const groupQuota = Math.max(1, Math.round((groupSize.get(home(worker)) ?? 1) / 8));
    const isFree = days.every(
      (date) =>
        date >= term.from &&
        date <= term.to &&
        date >= worker.joinedOn &&
        (worker.leftOn === undefined || date <= worker.leftOn) &&
        count(`${worker.code} ${date}`) === 0 &&
        (kind === 'sick' || (count(date) < teamQuota && count(`${home(worker)} ${date}`) < groupQuota)),
    );
    if (!isFree) return false;
    for (const date of days) {
      for (const key of [`${worker.code} ${date}`, `${home(worker)} ${date}`, date]) away.set(key, count(key) + 1);
    }
    leave.push({ worker: worker.code, ...range, kind, status: 'approved' });
    return true;
  }

  /** A stretch of so many working days from a random working day on. */
  function stretch(workingDays: number): { from: CivilDate; to: CivilDate } {
    let from = random.pick(termDays);
    while (calendar.day(from).kind !== 'working') from = addDays(from, 1);
    let to = from;
    for (let left = workingDays - 1; left > 0;) {
      to = addDays(to, 1);
      if (calendar.day(to).kind === 'working') left -= 1;
    }
    return { from, to };
  }

  function tryGrant(worker: Worker, kind: Leave['kind'], workingDays: number): void {
    for (let attempt = 0; attempt < 60; attempt += 1) {
      if (grant(worker, kind, stretch(workingDays), input.teamQuota)) return;
    }
  }

  for (const worker of random.shuffled(input.workers)) {
    let annual = worker.annualLeaveDays;
    if (random.isOneIn(4)) {
      const [from, to] = random.pick(bridges);
      const range = { from: civilDate(from), to: civilDate(to) };
      if (grant(worker, 'annual', range, input.teamQuota * 2)) annual -= eachDate(range).length;
    }
    while (annual > 0) {
      const block = Math.min(annual, random.pick([1, 2, 3, 5, 5]));
      tryGrant(worker, 'annual', block);
      annual -= block;
    }
    tryGrant(worker, 'training', 1);
    tryGrant(worker, 'training', 1);
    for (let sick = Math.round(random.next() * 2 * input.sickDaysMean); sick > 0;) {
      const run = Math.min(sick, random.whole(1, 3));
      tryGrant(worker, 'sick', run);
      sick -= run;
    }
    if (random.isOneIn(12)) tryGrant(worker, 'personal', 1);
    if (random.isOneIn(40)) tryGrant(worker, 'marriage', 8);
  }
  return leave.sort((a, b) => a.from.localeCompare(b.from) || a.worker.localeCompare(b.worker));
}

function home(worker: Worker): string {
  return `${worker.site}/${worker.function}`;
}
