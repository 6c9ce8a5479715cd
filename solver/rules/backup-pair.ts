import type { BackupPair } from '../problem.js';
import { nameOf } from './linear-model.js';
import { roleOn } from './roster-facts.js';
import type { RosterModel, SoftRule } from './roster-model.js';

/**
 * AB岗: when the holder's group works at full strength, one of the two should be working, as long as one of them can.
 * Full strength is a requirement that can have one of each pair at work; a small Saturday crew calls nobody for its pair.
 */
export const backupPair: SoftRule = {
  name: 'backupPair',
  addCosts(model) {
    if (model.problem.weights.uncoveredPair === 0) return;
    const largest = largestRequirements(model);
    const paired = pairedPeople(model);
    for (const pair of model.problem.backupPairs) {
      for (let day = 0; day < model.problem.days.length; day += 1) {
        if (applies(model, pair, { day, largest, paired })) addDay(model, pair, day);
      }
    }
  },
};

type Numbers = ReadonlyMap<string, number>;

const keyOf = (group: string, day: number): string => `${group}|${day}`;

function applies(
  model: RosterModel,
  pair: BackupPair,
  { day, largest, paired }: { readonly day: number; readonly largest: Numbers; readonly paired: Numbers },
): boolean {
  const holder = model.facts.workers.get(pair.holder);
  const backup = model.facts.workers.get(pair.backup);
  if (holder === undefined || backup === undefined) return false;
  const isFull = holder.eligibility.some(({ group }) => {
    const required = largest.get(keyOf(group, day)) ?? 0;
    return (
      roleOn(holder, group, day) === 'home' && required > 0 && 2 * required >= (paired.get(keyOf(group, day)) ?? 0)
    );
  });
  return isFull && [holder, backup].some(({ unavailable }) => !unavailable.some((entry) => entry.day === day));
}

/** The most people that a group needs at once on a day. */
function largestRequirements({ problem }: RosterModel): Numbers {
  const largest = new Map<string, number>();
  for (const { group, day, required } of problem.demand) {
    const key = keyOf(group, day);
    largest.set(key, Math.max(largest.get(key) ?? 0, required));
  }
  return largest;
}

/** How many people are in the pairs whose holder belongs to a group on a day. */
function pairedPeople({ problem, facts }: RosterModel): Numbers {
  const people = new Map<string, Set<string>>();
  for (const { holder, backup } of problem.backupPairs) {
    const worker = facts.workers.get(holder);
    for (const group of new Set(worker?.eligibility.map((one) => one.group))) {
      for (const day of problem.days.keys()) {
        if (worker === undefined || roleOn(worker, group, day) !== 'home') continue;
        const key = keyOf(group, day);
        people.set(key, (people.get(key) ?? new Set()).add(holder).add(backup));
      }
    }
  }
  return new Map([...people].map(([key, { size }]) => [key, size]));
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
