import type { HoursAccount, Worker } from '../problem.js';
import { dutiesIn, mostMinutes } from './hours-maximum.js';
import { nameOf } from './linear-model.js';
import { roundingCuts } from './rounding-cuts.js';
import type { RosterModel, SoftRule } from './roster-model.js';

/** Labour Law 44: each hour above an account's normal time is paid at the account's price. */
export const overtime: SoftRule = {
  name: 'overtime',
  addCosts(model) {
    for (const worker of model.problem.workers) {
      for (const account of worker.limits.hours) addOvertime(model, worker, account);
    }
  },
};

function addOvertime(model: RosterModel, worker: Worker, account: HoursAccount): void {
  if (account.normalMinutes === null || account.overtimePricePerHour === 0) return;
  const over = account.carriedMinutes - account.normalMinutes;
  const duties = dutiesIn(model, worker, account);
  if (over + mostMinutes(duties) <= 0) return;
  // What was carried above normal is a constant, and every further minute costs; the column counts the rest.
  model.linear.addConstant('overtime', (Math.max(0, over) / 60) * account.overtimePricePerHour);
  if (duties.length === 0) return;
  const free = Math.max(0, -over);
  // All durations are multiples of a unit (often 30 minutes), so overtime is a whole number of them: cuts see that.
  const unit = [free, ...duties.map((duty) => duty.shift.countedMinutes)].reduce(greatestCommonDivisor, 0);
  const column = model.linear.addColumn({
    name: nameOf('overtime', [worker.id, account.name]),
    lower: 0,
    upper: (mostMinutes(duties) - free) / unit,
    isInteger: true,
    settle: (values) => {
      const minutes = duties.reduce((sum, duty) => sum + duty.shift.countedMinutes * (values[duty.column] ?? 0), 0);
      return Math.max(0, (minutes - free) / unit);
    },
  });
  model.linear.addCost('overtime', column, (unit / 60) * account.overtimePricePerHour);
  const parts = [worker.id, account.name];
  model.linear.addRow({
    name: nameOf('overtime', parts),
    rule: 'overtime',
    lower: -Infinity,
    upper: free / unit,
    terms: [...duties.map((duty) => [duty.column, duty.shift.countedMinutes / unit] as const), [column, -1]],
  });
  if (!model.isTightened) return;
  const days = [...new Set(duties.map((duty) => duty.day))];
  const choices = days.map((day) =>
    [...new Set(duties.filter((duty) => duty.day === day).map((duty) => duty.shift.countedMinutes))].sort(
      (a, b) => a - b,
    ),
  );
  roundingCuts(choices, free).forEach((cut, index) => {
    model.linear.addRow({
      name: nameOf('overtime', [...parts, `rounded ${index + 1}`]),
      rule: 'overtime',
      lower: -Infinity,
      upper: cut.limit,
      terms: [
        ...duties.flatMap((duty) => {
          const coefficient = cut.coefficients[days.indexOf(duty.day)]?.get(duty.shift.countedMinutes) ?? 0;
          return Math.abs(coefficient) < 1e-9 ? [] : [[duty.column, coefficient] as const];
        }),
        [column, -unit],
      ],
    });
  });
}

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
