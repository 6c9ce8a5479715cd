import type { HardRuleName, Infeasibility } from '../plan.js';
import type { Pin } from '../problem.js';
import { hardRules, minimumRules } from '../rules/index.js';
import { activity } from '../rules/linear-model.js';
import type { RosterModel } from '../rules/roster-model.js';
import { ruleSentences } from './rule-sentences.js';

/**
 * The pins that contradict a rule or each other, in words. Without minima hard rules only ever forbid, so a problem has a plan
 * exactly when its pinned duties alone are lawful, and an empty answer means that there is one. Minima are the search's business.
 */
export function pinConflicts(model: RosterModel): readonly Infeasibility[] {
  const alone = model.problem.pins.flatMap((pin) => conflictsOf(model, pin));
  return [...alone, ...contradictions(model), ...clashes(model)];
}

function conflictsOf(model: RosterModel, pin: Pin): readonly Infeasibility[] {
  if (pin.assignment === null) return [];
  const worker = model.facts.workers.get(pin.worker);
  const shift = model.facts.shifts.get(pin.assignment.shift);
  if (worker === undefined || shift === undefined)
    return [conflict(model, 'eligibility', { worker: pin.worker, days: [pin.day] })];
  const duty = model.facts.duty(worker, { day: pin.day, shift, group: pin.assignment.group });
  return hardRules
    .filter((rule) => rule.name !== 'pins' && (rule.forbids?.(duty, model.facts) ?? false))
    .map((rule) => conflict(model, rule.name, { worker: pin.worker, days: [pin.day] }));
}

function contradictions(model: RosterModel): readonly Infeasibility[] {
  const first = new Map<string, Pin>();
  return model.problem.pins.flatMap((pin) => {
    const key = `${pin.worker}|${pin.day}`;
    const other = first.get(key);
    first.set(key, other ?? pin);
    const isSame =
      other === undefined ||
      (other.assignment?.shift === pin.assignment?.shift && other.assignment?.group === pin.assignment?.group);
    return isSame ? [] : [conflict(model, 'pins', { worker: pin.worker, days: [pin.day] })];
  });
}

/** Pins that are lawful one by one and break a row together. */
function clashes(model: RosterModel): readonly Infeasibility[] {
  const values = new Float64Array(model.linear.columns.length);
  const pinned = model.problem.pins.filter((pin) => pin.assignment !== null);
  for (const { worker, day, assignment } of pinned) {
    const duty = model
      .dutiesOn(worker, day)
      .find((candidate) => candidate.shift.id === assignment?.shift && candidate.group === assignment.group);
    if (duty !== undefined) values[duty.column] = 1;
  }
  model.linear.complete(values);
  const found = model.linear.rows.flatMap((row) => {
    if (row.about === undefined || row.rule === 'pins' || activity(row, values) <= row.upper + 1e-9) return [];
    if (minimumRules.has(row.rule as HardRuleName)) return []; // More work may mend it; the search decides.
    const { worker, days } = row.about;
    const involved = days.filter((day) => pinned.some((pin) => pin.worker === worker && pin.day === day));
    return [conflict(model, row.rule as HardRuleName, { worker, days: involved })];
  });
  // Overlapping duties are also without rest between them: one sentence is enough.
  const key = ({ worker, days }: Infeasibility): string => `${worker}|${days.join()}`;
  const overlaps = new Set(found.filter(({ rule }) => rule === 'oneDutyAtATime').map(key));
  const kept = found.filter((one) => one.rule !== 'minimumRest' || !overlaps.has(key(one)));
  return [...new Map(kept.map((one) => [`${one.rule}|${key(one)}`, one])).values()];
}

function conflict(
  model: RosterModel,
  rule: HardRuleName,
  { worker, days }: { readonly worker: string; readonly days: readonly number[] },
): Infeasibility {
  const dates = days.map((day) => model.facts.dayName(day));
  const sentence = ruleSentences[rule];
  return {
    rule,
    worker,
    days,
    message: {
      zh: `${worker} 在 ${dates.join('、')} 的固定安排不能成立：${sentence.zh}。请取消或修改该固定安排。`,
      en: `The pin of ${worker} on ${dates.join(', ')} cannot stand: ${sentence.en}. Remove or change the pin.`,
    },
  };
}
