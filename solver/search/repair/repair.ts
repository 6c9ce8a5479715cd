import { isSolution, objectiveOf } from '../../engines/lp-engine.js';
import type { EngineOptions, MipModel } from '../../engines/lp-engine.js';
import type { RosterProblem } from '../../problem.js';
import { lawfulDuties, modelOf } from '../../rules/index.js';
import { readFacts } from '../../rules/roster-facts.js';
import type { Duty, RosterFacts } from '../../rules/roster-facts.js';
import type { RosterModel } from '../../rules/roster-model.js';
import { repairRoom } from './day-blocks.js';
import { dualBound, withinSlack } from '../dual-bound.js';
import type { DualBound } from '../dual-bound.js';
import { toMip, withLimit } from '../mip-model.js';
import { aimScale, aimsOf, boundTolerance, leastAt, levelsOf, raised, sumOf } from './repair-aims.js';
import type { Aims, AimScale, AimValues } from './repair-aims.js';
import { startOf } from '../solve-part.js';
import type { Context, Found, NoPlan } from '../solve-part.js';
import { trivialBound } from '../stage.js';
import { settled } from '../settled.js';
import { undecidedPart } from '../undecided-part.js';

/** Share of the time for vacancies and changes; the rest is for the objective among the plans that are best in both. */
const firstShare = 0.6;

/**
 * Repairs a published roster: the fewest missing person-minutes, with them the least cost of changes, with both the least objective.
 *
 * The first two become one weighted objective in which a unit of missing minutes outweighs all changes together. Days of people alike prove a
 * bound of it, and the prices that prove it leave few duties, beside the published ones, to any plan that meets it (`day-blocks.ts`).
 * The least objective among the plans of these that meet the bound is then best in all. Only where no plan meets it, since a rule that
 * ties one day of a person to another stands in the way or since people are whole, is everything searched.
 */
export async function repair(problem: RosterProblem, context: Context): Promise<Found | NoPlan> {
  const facts = readFacts(problem);
  const duties = lawfulDuties(facts);
  const scale = aimScale(problem);
  const near = demandsWork(problem) ? null : await repairNear(facts, duties, { scale, context });
  if (near !== null && 'kind' in near) return near;
  const model = modelOf(facts, duties);
  const start = await startOf(model, context);
  if (start.kind === 'none') return start;
  const bound = near?.bound ?? -Infinity;
  const best = await repairWhole(model, { scale, context, start: start.values, bound });
  return foundOf(best, await cheapestWithin(context, best, reachedBy(best)));
}

/** Whether some rule is kept by more work: then the published duties that still stand need not be a lawful plan. */
function demandsWork({ workers }: RosterProblem): boolean {
  return workers.some(
    ({ limits: { runs, hours } }) =>
      (runs?.consecutiveShiftsMin ?? 1) > 1 ||
      (runs?.consecutiveDaysOffMin ?? 1) > 1 ||
      hours.some(({ minutesMin = 0 }) => minutesMin > 0),
  );
}

/** A plan that is good in the first two aims, and what is proven of them. */
interface Searched {
  readonly model: RosterModel;
  readonly aims: Aims;
  readonly values: Float64Array;
  /** Proven least value of both aims together. */
  readonly bound: number;
  readonly hasEngineAnswer: boolean;
  /** The model with the whole objective; what no plan contains that is as good in both aims is left out. */
  readonly mip: MipModel;
}

/** The best plan of the duties that plans at the bound of the first two aims are made of; that bound alone where no plan meets it. */
async function repairNear(
  facts: RosterFacts,
  duties: readonly Duty[],
  { scale, context }: { readonly scale: AimScale; readonly context: Context },
): Promise<Found | NoPlan | Pick<Searched, 'bound'>> {
  const room = repairRoom(facts, duties, scale);
  const bound = raised(room.bound, scale);
  const { duties: open, standing } = room.within(bound - room.bound + boundTolerance);
  const model = modelOf(facts, open, { isTightened: false });
  const start = await startOf(model, context);
  if (start.kind === 'none') return start;
  const { values } = start;
  const mip = toMip(model.linear, model.linear.costs());
  open.forEach((duty, index) => {
    const column = model.duties[index]?.column;
    if (column !== undefined && standing.has(duty)) mip.lower[column] = values[column] ?? 0;
  });
  const known = { model, aims: aimsOf(model, mip, scale), mip, values, bound, hasEngineAnswer: true };
  const best = await cheapestWithin(context, known, leastAt(bound, scale));
  const isOver = context.signal.aborted || context.watch.leftSeconds() <= 0;
  return best.values === null && !isOver ? { bound } : foundOf(known, best);
}

/** The best plan of everything, by the relaxed model's row prices and branch and bound among what they leave. */
async function repairWhole(
  model: RosterModel,
  {
    scale,
    context,
    start,
    bound: known,
  }: { readonly scale: AimScale; readonly context: Context; readonly start: Float64Array; readonly bound: number },
): Promise<Searched> {
  const mip = toMip(model.linear, model.linear.costs());
  const aims = aimsOf(model, mip, scale);
  const { both, changeConstant } = aims;
  const relaxed = { ...both, isInteger: new Uint8Array(mip.isInteger.length) };
  const { engine } = context;
  const answer =
    engine.name === 'highs' ? await engine.solve(relaxed, { ...firstLimits(context), presolve: 'off' }) : null;
  const dual = answer?.rowPrices === undefined ? null : dualBound(both, answer.rowPrices);
  let bound = Math.max(known, raised((dual?.bound ?? trivialBound(both)) + changeConstant, scale));
  let values = cheapest(model, both, [start, answer?.values ?? start]);
  const isMet = (): boolean => bothOf(aims, values) <= bound + boundTolerance;
  if (!isMet() && dual !== null) {
    // What the bound itself allows: a small model, and most often its answer meets the bound.
    values = await solved(context, {
      model,
      aims: { ...aims, both: withinSlack(both, dual, boundTolerance) },
      start: values,
    });
  }
  let hasEngineAnswer = dual !== null;
  if (!isMet()) {
    const rest = dual === null ? both : withinSlack(both, dual, slackOf(both, values, dual));
    const whole = await engine.solve(rest, { ...firstLimits(context), start: values });
    hasEngineAnswer ||= whole.bound > -Infinity;
    values = cheapest(model, both, [values, whole.values ?? values]);
    // What was ruled out costs more than the plan that is known, so the bound holds for it too.
    const proven = Math.min(whole.bound, objectiveOf(both, values)) + changeConstant;
    bound = Math.max(bound, raised(proven, scale));
  }
  const kept = dual === null ? mip : withinSlack(both, dual, slackOf(both, values, dual));
  return { model, aims, values, bound, hasEngineAnswer, mip: { ...kept, cost: mip.cost } };
}

function slackOf(both: MipModel, values: Float64Array, { bound }: DualBound): number {
  return objectiveOf(both, values) - bound + boundTolerance;
}

function firstLimits({ options, watch, signal }: Context): EngineOptions {
  return { timeLimitSeconds: watch.leftSeconds() * firstShare, seed: options.seed, signal };
}

/** The best plan in both aims that the engine finds from a start. */
async function solved(
  context: Context,
  { model, aims, start }: { readonly model: RosterModel; readonly aims: Aims; readonly start: Float64Array },
): Promise<Float64Array> {
  const part = undecidedPart(model, aims.both);
  const { values } = await context.engine.solve(part.model, { ...firstLimits(context), start: part.of(start) });
  return values === null ? start : cheapest(model, aims.both, [start, part.into(start, values)]);
}

/** Both aims as one number. */
function bothOf({ both, changeConstant }: Aims, values: Float64Array): number {
  return objectiveOf(both, values) + changeConstant;
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

/** What a plan has of both aims. */
function reachedBy({ aims: { minutes, changes, changeConstant }, values }: Searched): AimValues {
  return { minutes: sumOf(minutes, values), changes: sumOf(changes, values) + changeConstant };
}

/** The least objective among the plans with no more missing minutes and no dearer changes; null values where none was found. */
async function cheapestWithin(
  { engine, options, watch, signal, report }: Context,
  { model, aims, mip, values: known }: Searched,
  most: AimValues,
): Promise<{ readonly values: Float64Array | null; readonly bound: number }> {
  const part = undecidedPart(model, mip);
  const rest = part.of(known);
  const decided = objectiveOf(mip, known) - objectiveOf(part.model, rest) + model.linear.constant();
  const limited = [
    { name: 'fewestVacancies', aim: aims.minutes, upper: most.minutes },
    { name: 'cheapestChanges', aim: aims.changes, upper: most.changes - aims.changeConstant },
  ].reduce<MipModel>((within, { name, aim, upper }) => {
    const coefficients = part.of(aim);
    return withLimit(within, { name, coefficients, upper: upper - sumOf(aim, known) + sumOf(coefficients, rest) });
  }, part.model);
  report('fewestVacancies', { incumbent: objectiveOf(mip, known) + model.linear.constant(), bound: -Infinity });
  // Without a start: HiGHS spends longer on bettering one than on finding the best of so few duties.
  const outcome = await engine.solve(limited, {
    timeLimitSeconds: watch.leftSeconds(),
    seed: options.seed,
    signal,
    onProgress: ({ incumbent, bound }) => {
      if (incumbent === null) return;
      report('wholeObjective', { incumbent: incumbent + decided, bound: (bound ?? -Infinity) + decided });
    },
  });
  const found = outcome.values === null ? null : settled(model, part.into(known, outcome.values));
  return {
    values: found !== null && isSolution(mip, found) ? found : null,
    bound: Math.max(outcome.bound, trivialBound(limited)) + decided,
  };
}

/** The best plan that is known, with what is proven of it. */
function foundOf(known: Searched, best: { readonly values: Float64Array | null; readonly bound: number }): Found {
  const { model, mip, aims, hasEngineAnswer } = known;
  const values = best.values ?? known.values;
  const levels = levelsOf(aims, { values, bound: known.bound });
  return {
    kind: 'found',
    model,
    mip,
    values,
    objective: objectiveOf(mip, values) + model.linear.constant(),
    // Without a proof of the first two aims, what was left out may hold the best plan; no cost is below 0.
    bound: levels.isProven ? best.bound : 0,
    missingMinutesBound: levels.missingMinutesBound,
    hasEngineAnswer,
    repair: { changeCostBound: levels.changeCostBound, isProven: levels.isProven },
  };
}
