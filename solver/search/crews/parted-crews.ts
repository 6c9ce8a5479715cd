import type { RosterModel } from '../../rules/roster-model.js';
import { takenApart } from './crews.js';
import type { Block, Crew } from './crews.js';
import type { DutyHolders } from './duty-holders.js';

/** Larger crews of people who are all alike are not named: their copies would cost the search more than the bound gains. */
const namedMax = 12;
/** A crew with more kinds of history than this share of its members is parted before it is counted. */
const unlikeShare = 0.5;

/** Crews whose members bear something else outside these days as a rule are parted at once: counted together, they prove little. */
export function unlikeParted(
  model: RosterModel,
  { block, plan }: { readonly block: Block; readonly plan: DutyHolders },
): Block {
  return takenApart(block, (crew) => {
    const alike = byBurdens(model, { crew, plan, days: block.days });
    return alike.length > crew.members.length * unlikeShare ? alike : [crew.members];
  });
}

/**
 * Crews whose members bear their burdens at a higher cost than counted are parted, by what they bear outside these days or into crews of one;
 * the same block when there are none.
 */
export function unevenParted(
  model: RosterModel,
  { block, plan }: { readonly block: Block; readonly plan: DutyHolders },
): Block {
  const parted = takenApart(block, (crew) => {
    if (!isUneven(model, { crew, plan, days: block.days })) return [crew.members];
    const alike = byBurdens(model, { crew, plan, days: block.days });
    return alike.length > 1 || crew.members.length > namedMax ? alike : crew.members.map((member) => [member]);
  });
  return parted.crews.length === block.crews.length ? block : parted;
}

/** The members parted by what they bear outside these days. */
export function byBurdens(
  model: RosterModel,
  { crew, plan, days }: { readonly crew: Crew; readonly plan: DutyHolders; readonly days: readonly number[] },
): readonly (readonly string[])[] {
  const parts = new Map<string, string[]>();
  for (const member of crew.members) {
    const key = model.problem.fairness.map((_, rule) => plan.carriedOutside(rule, member, days)).join();
    parts.set(key, [...(parts.get(key) ?? []), member]);
  }
  return [...parts.values()];
}

/** Whether the members bear their burdens at a higher cost than the cheapest shares of as many. */
function isUneven(
  model: RosterModel,
  { crew, plan, days }: { readonly crew: Crew; readonly plan: DutyHolders; readonly days: readonly number[] },
): boolean {
  const { members } = crew;
  if (members.length === 1) return false;
  return model.problem.fairness.some(({ workers }, rule) => {
    if (!workers.includes(members[0] ?? '')) return false;
    const shares = members.map((worker) => {
      const before = plan.carriedOutside(rule, worker, days);
      return { before, own: plan.carriedOutside(rule, worker, []) - before };
    });
    const total = shares.reduce((sum, { own }) => sum + own, 0);
    const square = (from: number, to: number): number => to ** 2 - from ** 2;
    const borne = shares.reduce((sum, { before, own }) => sum + square(before, before + own), 0);
    const levels = shares.map(({ before }) => before);
    let cheapest = 0;
    for (let left = total; left > 0; left -= 1) {
      const least = levels.indexOf(Math.min(...levels));
      const level = levels[least] ?? 0;
      cheapest += square(level, level + 1);
      levels[least] = level + 1;
    }
    return borne > cheapest + 1e-6;
  });
}
