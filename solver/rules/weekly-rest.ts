import type { Worker } from '../problem.js';
import { nameOf } from './linear-model.js';
import { historyDays } from './roster-facts.js';
import type { DutyColumn, HardRule, RosterModel } from './roster-model.js';

const windowDays = 7;

/** Labour Law 38: a day of rest in every seven, counted over calendar days; a night duty works both of its days. */
export const weeklyRest: HardRule = {
  name: 'weeklyRest',
  addRows(model) {
    for (const worker of model.problem.workers) addWindows(model, worker);
  },
};

function addWindows(model: RosterModel, worker: Worker): void {
  const before = historyDays(worker);
  const byDay = dutiesByCalendarDay(model, worker, before);
  const workedTerms = new Map<number, readonly (readonly [number, number])[]>();
  let previous = '';
  for (let first = 1 - windowDays; first < model.problem.days.length; first += 1) {
    const days = Array.from({ length: windowDays }, (_, offset) => first + offset);
    const allowed = Math.max(0, worker.limits.workedDaysPerSevenMax - days.filter((day) => before.has(day)).length);
    const open = days.filter((day) => byDay.has(day));
    const signature = `${open.join()}:${allowed}`;
    if (open.length <= allowed || signature === previous) continue;
    previous = signature;
    for (const day of open) {
      if (!workedTerms.has(day)) workedTerms.set(day, worked(model, worker, { day, duties: byDay.get(day) ?? [] }));
    }
    model.linear.addRow({
      name: nameOf('weeklyRest', [worker.id, model.facts.dayName(first)]),
      rule: 'weeklyRest',
      lower: -Infinity,
      upper: allowed,
      terms: open.flatMap((day) => workedTerms.get(day) ?? []),
      about: { worker: worker.id, days: open.filter((day) => day < model.problem.days.length) },
    });
  }
}

function dutiesByCalendarDay(
  model: RosterModel,
  worker: Worker,
  before: ReadonlySet<number>,
): ReadonlyMap<number, readonly DutyColumn[]> {
  const byDay = new Map<number, DutyColumn[]>();
  for (const duty of model.dutiesOf(worker.id)) {
    for (const day of duty.calendarDays) {
      if (!before.has(day)) byDay.set(day, [...(byDay.get(day) ?? []), duty]);
    }
  }
  return byDay;
}

/**
 * Whether a calendar day is worked, as terms. Usually at most one duty can touch a day, and their sum says it; when
 * a night duty may be followed by another on the day of its end, a column holds the greater of the two.
 */
function worked(
  model: RosterModel,
  worker: Worker,
  { day, duties }: { readonly day: number; readonly duties: readonly DutyColumn[] },
): readonly (readonly [number, number])[] {
  const startDays = [...new Set(duties.map((duty) => duty.day))];
  const parts = startDays.map((startDay) => duties.filter((duty) => duty.day === startDay));
  const rest = Math.max(0, worker.limits.restMinutesMin);
  const mayMeet = duties.some((one) => duties.some((other) => one.day < other.day && other.start - one.end >= rest));
  if (!mayMeet) return duties.map((duty) => [duty.column, 1]);
  const sumOf = (part: readonly DutyColumn[], values: Float64Array): number =>
    part.reduce((sum, duty) => sum + (values[duty.column] ?? 0), 0);
  const name = [worker.id, model.facts.dayName(day)];
  const column = model.linear.addColumn({
    name: nameOf('worked', name),
    lower: 0,
    upper: 1,
    isInteger: false,
    settle: (values) => Math.max(...parts.map((part) => sumOf(part, values))),
  });
  for (const [index, part] of parts.entries()) {
    model.linear.addRow({
      name: nameOf('weeklyRest', ['worked', ...name, index]),
      rule: 'weeklyRest',
      lower: 0,
      upper: Infinity,
      terms: [[column, 1], ...part.map((duty) => [duty.column, -1] as const)],
    });
  }
  return [[column, 1]];
}
