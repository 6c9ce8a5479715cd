import type { PlanAssignment, Violation } from '../plan.js';
import type { RosterProblem, Worker } from '../problem.js';
import { localView } from './local-view.js';
import type { LocalCost, LocalView } from './local-view.js';
import { priceText } from './price-text.js';
import { signedYuan } from './texts.js';
import type { Text } from './texts.js';

/** Who else could work a duty, and what that would do to the plan. */
export interface Replacement {
  readonly worker: string;
  /** `takesOver`: works the duty instead, leaving what they had that day. `swaps`: and gives a duty of their own in return. */
  readonly kind: 'takesOver' | 'swaps';
  /** Their own duty that they leave (`takesOver`) or give (`swaps`); null when they were free. */
  readonly gives: PlanAssignment | null;
  /** Hard rules that forbid it; empty when it may be done. */
  readonly violations: readonly Violation[];
  /** Yuan of the objective, the new plan less the old, and by rule; null when a hard rule forbids it. */
  readonly cost: LocalCost | null;
}

export interface ReplacementReport {
  readonly duty: PlanAssignment;
  /** Lawful ones first, the cheapest first; then those that a rule forbids. One entry a person. */
  readonly replacements: readonly Replacement[];
  /** Why this person has the duty: what the next best would cost. */
  readonly why: Text;
}

/**
 * Everybody else for one person's duty of a day, ranked; undefined when they have none that day. Differences are exact, hard rules as the
 * independent checker sees them. A pin of the duty itself does not count: the question is what lifting it would mean.
 */
export function rankReplacements(
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
  at: { readonly worker: string; readonly day: number },
): ReplacementReport | undefined {
  const duty = assignments.find(({ worker, day }) => worker === at.worker && day === at.day);
  const holder = problem.workers.find(({ id }) => id === at.worker);
  if (duty === undefined || holder === undefined) return undefined;
  const pins = problem.pins.filter(({ worker, day }) => worker !== at.worker || day !== at.day);
  const view = localView({ ...problem, pins }, assignments);
  const replacements = problem.workers
    .filter((worker) => worker !== holder && !hasSame(view, worker, duty))
    .map((worker) => bestOf(optionsOf(view, { holder, worker, duty })))
    .sort(
      (a, b) => a.violations.length - b.violations.length || yuanOf(a) - yuanOf(b) || (a.worker < b.worker ? -1 : 1),
    );
  return { duty, replacements, why: reasonFor(duty, replacements) };
}

/** Who could lawfully have the duty in one way or another, in the problem's order: the ranking without its prices. */
export function lawfulColleagues(
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
  at: { readonly worker: string; readonly day: number },
): readonly string[] {
  const duty = assignments.find(({ worker, day }) => worker === at.worker && day === at.day);
  const holder = problem.workers.find(({ id }) => id === at.worker);
  if (duty === undefined || holder === undefined) return [];
  const pins = problem.pins.filter(({ worker, day }) => worker !== at.worker || day !== at.day);
  const view = localView({ ...problem, pins }, assignments);
  return problem.workers
    .filter((worker) => worker !== holder && !hasSame(view, worker, duty))
    .filter((worker) => mayHave(view, { holder, worker, duty }))
    .map(({ id }) => id);
}

/**
 * Every way in which one other person could have the duty: taking it over, or in exchange for each duty of theirs; forbidden ones included.
 * Empty when the holder has none that day or the other isn't known.
 */
export function exchangesWith(
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
  at: { readonly worker: string; readonly day: number; readonly other: string },
): readonly Replacement[] {
  const duty = assignments.find(({ worker, day }) => worker === at.worker && day === at.day);
  const [holder, worker] = [at.worker, at.other].map((code) => problem.workers.find(({ id }) => id === code));
  if (duty === undefined || holder === undefined || worker === undefined || holder === worker) return [];
  const pins = problem.pins.filter((pin) => pin.worker !== at.worker || pin.day !== at.day);
  return optionsOf(localView({ ...problem, pins }, assignments), { holder, worker, duty });
}

function hasSame(view: LocalView, worker: Worker, { day, shift, group }: PlanAssignment): boolean {
  return view.dutiesOf(worker.id).some((own) => own.day === day && own.shift === shift && own.group === group);
}

interface Exchange {
  readonly holder: Worker;
  readonly worker: Worker;
  readonly duty: PlanAssignment;
}

type Way = Pick<Replacement, 'kind' | 'gives'>;

function takingOver(view: LocalView, { worker, duty }: Exchange): Way {
  return { kind: 'takesOver', gives: view.dutiesOf(worker.id).find(({ day }) => day === duty.day) ?? null };
}

/** Swapping the duty for theirs of the same day, or for one of a day on which the holder is free. */
function swapsAfter(view: LocalView, { holder, worker, duty }: Exchange, takesOver: readonly Violation[]): Way[] {
  // Who may not work this duty at all may not in a swap either, unless the swap makes the room for it.
  const canHelp = takesOver.every(
    ({ rule }) => rule !== 'eligibility' && rule !== 'availability' && rule !== 'nightBan',
  );
  if (!canHelp) return [];
  const busy = new Set(view.dutiesOf(holder.id).map(({ day }) => day));
  const given = view.dutiesOf(worker.id).filter(({ day }) => day === duty.day || !busy.has(day));
  return given.map((gives) => ({ kind: 'swaps', gives }));
}

function optionsOf(view: LocalView, exchange: Exchange): readonly [Replacement, ...Replacement[]] {
  const takesOver = tried(view, exchange, takingOver(view, exchange));
  return [takesOver, ...swapsAfter(view, exchange, takesOver.violations).map((way) => tried(view, exchange, way))];
}

function mayHave(view: LocalView, exchange: Exchange): boolean {
  const people = [exchange.holder, exchange.worker];
  const broken = (way: Way) => view.violations(people, dutiesAfter(view, exchange, way));
  const takesOver = broken(takingOver(view, exchange));
  return takesOver.length === 0 || swapsAfter(view, exchange, takesOver).some((way) => broken(way).length === 0);
}

function tried(view: LocalView, exchange: Exchange, way: Way): Replacement {
  const { holder, worker } = exchange;
  const after = dutiesAfter(view, exchange, way);
  const people = [holder, worker];
  const violations = view.violations(people, after);
  return { worker: worker.id, ...way, violations, cost: violations.length > 0 ? null : view.costs(people, after) };
}

/** All duties of the two people once it is done. */
function dutiesAfter(view: LocalView, { holder, worker, duty }: Exchange, { kind, gives }: Way): PlanAssignment[] {
  return [
    ...view.dutiesOf(holder.id).filter((own) => own !== duty),
    ...(kind === 'swaps' && gives !== null ? [{ ...gives, worker: holder.id }] : []),
    ...view.dutiesOf(worker.id).filter((own) => own !== gives),
    { ...duty, worker: worker.id },
  ];
}

/** The cheapest lawful one; when none is, taking over, whose obstacles are the plainest. */
function bestOf([takesOver, ...swaps]: readonly [Replacement, ...Replacement[]]): Replacement {
  return swaps.reduce<Replacement>((one, other) => (yuanOf(other) < yuanOf(one) - 1e-9 ? other : one), takesOver);
}

function yuanOf({ cost }: Replacement): number {
  return cost?.costDifference ?? Infinity;
}

function reasonFor({ worker }: PlanAssignment, replacements: readonly Replacement[]): Text {
  const barred = replacements.filter(({ cost }) => cost === null).length;
  const lawful = replacements.length - barred;
  const [next] = replacements;
  if (next?.cost === undefined || next.cost === null)
    return {
      zh: `由 ${worker} 承担：其余 ${barred} 人均受硬性规则限制，不能承担。`,
      en: `${worker} has it because a hard rule keeps each of the other ${barred} from it.`,
    };
  const price = priceText(next.cost.costByRule);
  const gap = signedYuan(next.cost.costDifference);
  const verdict =
    next.cost.costDifference >= 0
      ? { zh: '现有安排不比任何单人替换或两人互换更贵', en: 'no single replacement or swap of two is cheaper' }
      : { zh: '存在更便宜的安排，说明该排班并非最优', en: 'a cheaper choice exists, so this plan is not the best' };
  return {
    zh: `由 ${worker} 承担：次优人选为 ${next.worker}，费用变化 ${gap} 元（${price.zh}）；${verdict.zh}。可承担者 ${lawful} 人，受硬性规则限制者 ${barred} 人。`,
    en: `${worker} has it: the next best is ${next.worker} at ${gap} yuan (${price.en}); ${verdict.en}. ${lawful} could take it, hard rules keep ${barred} from it.`,
  };
}
