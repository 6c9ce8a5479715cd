import type { AuditBook } from './book.js';
import { clock, datesBetween } from './times.js';

/** The sums that the plan states are those of its parts. */
export function wrongFigures(book: AuditBook): string[] {
  const { plan, contract, from, to, notices } = book.input;
  const wrong: string[] = [];
  let required = 0;
  let unfilled = 0;
  for (const date of datesBetween(from, to)) {
    for (const group of contract.postGroups) {
      const windows = book.requiredMinutes(group.key, date);
      const counted = windows.map((window) =>
        window !== undefined && !['early', 'late', 'midday'].includes(window.kind) ? window : undefined,
      );
      const open = counted.filter((window) => window !== undefined).length;
      if (open === 0) continue;
      const unit = windows.every((window) => window === undefined || window.kind === 'saturday') ? 0.5 : 1;
      for (const window of counted) required += ((window?.people ?? 0) * unit) / open;
      for (const item of plan.vacancies.filter((one) => one.postGroup === group.key && one.date === date)) {
        const [start = 0, end = 0] = item.interval.split('-').map(clock);
        for (let minute = start; minute < end; minute += 1)
          if (counted[minute] !== undefined) unfilled += (item.missing * unit) / open;
      }
    }
  }
  if (Math.abs(required - plan.requiredPostDays) > 1e-6)
    wrong.push(`requiredPostDays ${plan.requiredPostDays}, should be ${required}`);
  if (Math.abs(required - unfilled - plan.filledPostDays) > 1e-6)
    wrong.push(`filledPostDays ${plan.filledPostDays}, should be ${required - unfilled}`);
  const isProvisional = datesBetween(from, to).some((date) => !notices.some(({ year }) => date.startsWith(`${year}-`)));
  if (isProvisional !== plan.isProvisional) wrong.push(`isProvisional is ${plan.isProvisional}`);
  const costs = Object.values(plan.costByRule).reduce((sum, cost) => sum + cost, 0);
  if (Math.abs(costs - plan.objective) > 0.01) wrong.push(`objective ${plan.objective}, its parts add up to ${costs}`);
  if (Math.abs(plan.check.objective - plan.objective) > 0.01) wrong.push(`the checker finds ${plan.check.objective}`);
  if (plan.bound > plan.objective + 1e-6 * Math.abs(plan.objective) + 1e-6)
    wrong.push(`bound ${plan.bound} above objective ${plan.objective}`);
  if (plan.check.hardViolations.length > 0) wrong.push('the checker finds hard violations');
  const vacant = plan.vacancies.reduce((sum, { price }) => sum + price, 0);
  if (Math.abs(vacant - (plan.costByRule['vacancy'] ?? 0)) > 0.01 * Math.max(1, plan.vacancies.length))
    wrong.push(`vacancies cost ${vacant}, the plan says ${plan.costByRule['vacancy'] ?? 0}`);
  return wrong;
}
