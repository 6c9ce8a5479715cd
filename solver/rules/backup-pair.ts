import type { BackupPair } from '../problem.js';
import { nameOf } from './linear-model.js';
import { roleOn } from './roster-facts.js';
import type { RosterModel, SoftRule } from './roster-model.js';

/** AB岗: when the holder's group has demand, one of the two should be working, as long as one of them can. */
export const backupPair: SoftRule = {
  name: 'backupPair',
  addCosts(model) {
    if (model.problem.weights.uncoveredPair === 0) return;
    const days = new Map<string, Set<number>>();
    for (const { group, day, required } of model.problem.demand) {
      if (required > 0) days.set(group, (days.get(group) ?? new Set()).add(day));
    }
    for (const pair of model.problem.backupPairs) {
      for (let day = 0; day < model.problem.days.length; day += 1) {
        if (applies(model, pair, { day, days })) addDay(model, pair, day);
      }
    }
  },
};

function applies(
  model: RosterModel,
  pair: BackupPair,
  { day, days }: { readonly day: number; readonly days: ReadonlyMap<string, ReadonlySet<number>> },
): boolean {
  const holder = model.facts.workers.get(pair.holder);
  const backup = model.facts.workers.get(pair.backup);
  if (holder === undefined || backup === undefined) return false;
  const hasDemand = holder.eligibility.some(
    ({ group }) => roleOn(holder, group, day) === 'home' && (days.get(group)?.has(day) ?? false),
  );
  return hasDemand && [holder, backup].some(({ unavailable }) => !unavailable.some((entry) => entry.day === day));
}

function addDay(model: RosterModel, pair: BackupPair, day: number): void {
  const duties = [pair.holder, pair.backup].flatMap((id) => model.dutiesOn(id, day));
  const name = nameOf('backupPair', [pair.holder, pair.backup, model.facts.dayName(day)]);
  const column = model.linear.addColumn({
    name,
    lower: 0,
    upper: 1,
    isInteger: false,
    settle: (values) => Math.max(0, 1 - duties.reduce((sum, duty) => sum + (values[duty.column] ?? 0), 0)),
  });
  model.linear.addCost('backupPair', column, model.problem.weights.uncoveredPair);
  model.linear.addRow({
    name,
    rule: 'backupPair',
    lower: 1,
    upper: Infinity,
    terms: [[column, 1], ...duties.map((duty) => [duty.column, 1] as const)],
  });
}
