import type { MipModel } from '../engines/lp-engine.js';
import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import { greatestCommonDivisor } from '../rules/overtime.js';
import type { RosterModel } from '../rules/roster-model.js';
import { dualBound, withinSlack } from './dual-bound.js';
import type { DualBound } from './dual-bound.js';
import { toMip, withLimit } from './mip-model.js';
import { roundOff, settled } from './whole-objective.js';
import type { Found } from './solve-part.js';
import type { Task } from './whole-objective.js';
import { trivialBound } from './stage.js';

/** Share of the time for vacancies and changes; the rest is for the objective among the plans that are best in both. */
const firstShare = 0.6;
/** Prices of change are whole multiples of a hundredth of a yuan. */
const hundredths = 100;
/** Round-off of a bound that sums thousands of prices, in the unit of the changes: a hundredth of a yuan. */
const boundTolerance = 1e-3;

/**
 * Repairs a published roster: the fewest missing person-minutes, with them the least cost of changes, with both the least objective.
 *
 * The first two become one weighted objective in which a unit of missing minutes outweighs all changes together. Its relaxation is
 * nearly always whole, and the prices of its rows prove the bound. The same prices then rule out most duties for the third: whatever
 * would cost more than the slack is in no plan that is best in the first two.
 */
export async function repair(task: Task, start: Float64Array): Promise<Found> {
  const { model, report } = task;
  const mip = toMip(model.linear, model.linear.costs());
  const constant = model.linear.constant();
  report('model', { incumbent: objectiveOf(mip, start) + constant, bound: -Infinity });
  const aims = aimsOf(model, mip);
  const first = await fewestAndCheapest(task, { mip, aims, start });
  const levels = levelsOf(aims, first);
  report('fewestVacancies', { incumbent: objectiveOf(mip, first.values) + constant, bound: -Infinity });
  const rest = await cheapestWithin(task, { mip, aims, first, isProven: levels.isProven });
  return {
    values: rest.values,
    objective: objectiveOf(mip, rest.values) + constant,
    bound: (levels.isProven ? rest.bound : trivialBound(mip)) + constant,
    missingMinutesBound: levels.missingMinutesBound,
    hasEngineAnswer: first.hasEngineAnswer,
    mip,
    repair: { changeCostBound: levels.changeCostBound, isProven: levels.isProven },
  };
}

/** The two first aims as columns' costs, and as one. */
interface Aims {
  /** Missing person-minutes. */
  readonly minutes: Float64Array;
  /** Yuan of changes, without `changeConstant`. */
  readonly changes: Float64Array;
  readonly changeConstant: number;
  /** `weight` × minutes ÷ `unit` + changes. */
  readonly both: Float64Array;
  /** All missing minutes are multiples of it. */
  readonly unit: number;
  /** More than all changes together can cost; a multiple of `step`. */
  readonly weight: number;
  /** All changes are multiples of it, in yuan; 0 when they have no common measure. */
  readonly step: number;
}

function aimsOf(model: RosterModel, mip: MipModel): Aims {
  const minutes = new Float64Array(mip.cost.length);
  for (const vacancy of model.vacancies) minutes[vacancy.column] = vacancy.minutes;
  const changes = new Float64Array(mip.cost.length);
  for (const { rule, column, cost } of model.linear.costTerms)
    if (rule === 'baselineChange') changes[column] = (changes[column] ?? 0) + cost;
  const unit = Math.max(
    1,
    model.vacancies.reduce((divisor, vacancy) => greatestCommonDivisor(divisor, vacancy.minutes), 0),
  );
  const dayCosts = model.problem.days.map((_, day) => model.problem.baseline?.changeCost[day] ?? 0);
  const step = commonStep(dayCosts);
  const allChanges = dayCosts.reduce((sum, cost) => sum + cost * model.problem.workers.length, 0);
  const weight = step === 0 ? allChanges + 1 : (Math.floor(allChanges / step) + 1) * step;
  return {
    minutes,
    changes,
    changeConstant: model.linear.constants.get('baselineChange') ?? 0,
    both: Float64Array.from(minutes, (value, column) => (value / unit) * weight + (changes[column] ?? 0)),
    unit,
    weight,
    step,
  };
}

function commonStep(costs: readonly number[]): number {
  const scaled = costs.map((cost) => Math.round(cost * hundredths));
  const isExact = costs.every((cost, index) => Math.abs(cost * hundredths - (scaled[index] ?? 0)) < 1e-6);
  return isExact ? scaled.reduce(greatestCommonDivisor, 0) / hundredths : 0;
}

interface First {
  readonly values: Float64Array;
  /** Proven least value of both aims together. */
  readonly bound: number;
  /** The prices that prove a bound; null without any. */
  readonly dual: DualBound | null;
  readonly hasEngineAnswer: boolean;
}

/** The fewest missing minutes and, among those, the cheapest changes. */
async function fewestAndCheapest(
  { model, engine, options, watch, signal }: Task,
  { mip, aims, start }: { readonly mip: MipModel; readonly aims: Aims; readonly start: Float64Array },
): Promise<First> {
  const target: MipModel = { ...mip, cost: aims.both };
  const limits = (): { timeLimitSeconds: number; seed: number; signal: AbortSignal } => ({
    timeLimitSeconds: watch.leftSeconds() * firstShare,
    seed: options.seed,
    signal,
  });
  const relaxed = { ...target, isInteger: new Uint8Array(mip.isInteger.length) };
  const answer = engine.name === 'highs' ? await engine.solve(relaxed, { ...limits(), presolve: 'off' }) : null;
  const dual = answer?.rowPrices === undefined ? null : dualBound(target, answer.rowPrices);
  let bound = dual === null ? trivialBound(target) : raised(dual.bound, aims);
  let values = cheapest(model, target, [start, answer?.values ?? start]);
  const isMet = (): boolean => objectiveOf(target, values) <= bound + boundTolerance;
  if (!isMet() && dual !== null) {
    // What the bound itself allows: a small model, and most often its answer meets the bound.
    const near = await engine.solve(withinSlack(target, dual, boundTolerance), limits());
    if (near.values !== null) values = cheapest(model, target, [values, near.values]);
  }
  if (isMet()) return { values, bound, dual, hasEngineAnswer: dual !== null };
  const slack = objectiveOf(target, values) - (dual?.bound ?? -Infinity) + boundTolerance;
  const rest = dual === null ? target : withinSlack(target, dual, slack);
  const whole = await engine.solve(rest, { ...limits(), start: values });
  if (whole.values !== null) values = cheapest(model, target, [values, whole.values]);
  // What was ruled out costs more than the plan that is known, so the bound holds for it too.
  bound = Math.max(bound, raised(Math.min(whole.bound, objectiveOf(target, values)), aims));
  return { values, bound, dual, hasEngineAnswer: dual !== null || whole.bound > -Infinity };
}

/** The cheaper of a solution and, where its settled form is one too, another vector; the solution when they cost the same. */
function cheapest(
  model: RosterModel,
  target: MipModel,
  [known, other]: readonly [Float64Array, Float64Array],
): Float64Array {
  const complete = settled(model, other);
  return isSolution(target, complete) && objectiveOf(target, complete) < objectiveOf(target, known) ? complete : known;
}

/** The least objective among the plans with as few missing minutes and as cheap changes as the one that is known. */
async function cheapestWithin(
  { model, engine, options, watch, signal, report }: Task,
  {
    mip,
    aims,
    first,
    isProven,
  }: { readonly mip: MipModel; readonly aims: Aims; readonly first: First; readonly isProven: boolean },
): Promise<{ readonly values: Float64Array; readonly bound: number }> {
  const { values, dual } = first;
  const target = { ...mip, cost: aims.both };
  const slack = objectiveOf(target, values) - (dual?.bound ?? -Infinity) + boundTolerance;
  const { lower, upper } = dual === null ? mip : withinSlack(target, dual, slack);
  const limited = [
    { name: 'fewestVacancies', coefficients: aims.minutes },
    { name: 'cheapestChanges', coefficients: aims.changes },
  ].reduce<MipModel>(
    (part, { name, coefficients }) => withLimit(part, { name, coefficients, upper: sumOf(coefficients, values) }),
    { ...mip, lower, upper },
  );
  const constant = model.linear.constant();
  const outcome = await engine.solve(limited, {
    timeLimitSeconds: watch.leftSeconds(),
    seed: options.seed,
    signal,
    start: values,
    onProgress: ({ incumbent, bound }) => {
      report('wholeObjective', {
        incumbent: (incumbent ?? objectiveOf(mip, values)) + constant,
        bound: isProven && bound !== null ? bound + constant : -Infinity,
      });
    },
  });
  const found = outcome.values === null ? values : cheapest(model, limited, [values, outcome.values]);
  return { values: found, bound: Math.max(outcome.bound, trivialBound(limited)) };
}

/** Both aims together are a constant and whole steps: a bound rises to the next step. */
function raised(bound: number, { step, changeConstant }: Aims): number {
  if (step === 0) return bound;
  return Math.ceil((bound + changeConstant - boundTolerance) / step) * step - changeConstant;
}

/** What the bound of both aims says about each. */
function levelsOf(
  { minutes, changes, unit, weight, changeConstant }: Aims,
  { values, bound }: First,
): { readonly missingMinutesBound: number; readonly changeCostBound: number; readonly isProven: boolean } {
  const missing = sumOf(minutes, values);
  // Changes cost at least nothing and less than `weight`: what is left of the bound is missing minutes.
  const proven = Math.max(0, Math.floor((bound + changeConstant + boundTolerance) / weight)) * unit;
  const isFewest = proven >= missing - roundOff;
  const changeCostBound = isFewest ? Math.max(0, bound + changeConstant - (missing / unit) * weight) : 0;
  const changeCost = sumOf(changes, values) + changeConstant;
  return {
    missingMinutesBound: Math.min(missing, proven),
    changeCostBound: Math.min(changeCost, changeCostBound),
    isProven: isFewest && changeCost <= changeCostBound + boundTolerance,
  };
}

function sumOf(costs: Float64Array, values: Float64Array): number {
  return costs.reduce((sum, cost, column) => sum + cost * (values[column] ?? 0), 0);
}
