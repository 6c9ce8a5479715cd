import { canGenerateColumns } from '../columns/column-problem.js';
import { planByColumns } from '../columns/plan-by-columns.js';
import type { MipModel } from '../engines/lp-engine.js';
import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import { openHighs } from '../engines/highs.js';
import { openJavascriptLpSolver } from '../engines/javascript-lp-solver.js';
import { pinConflicts } from '../explain/pin-conflicts.js';
import { problemHash } from '../formats/problem-hash.js';
import type { Plan, SolveOptions, SolveOutcome, SolveStatus } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { buildModel, demandsWork } from '../rules/index.js';
import type { RosterModel } from '../rules/roster-model.js';
import { isWorthCounting, readCrews } from './crews/crews.js';
import { greedyStart } from './starts/greedy-start.js';
import { withoutIdleDuties } from './idle-duties.js';
import { isRepair, keptStart } from './starts/kept-start.js';
import { lawfulStart } from './starts/lawful-start.js';
import type { Start } from './starts/lawful-start.js';
import { wholeMinutes } from './missing-minutes.js';
import { toMip } from './mip-model.js';
import { costByRule, toPlanParts, valuesOf } from './plan-parts.js';
import { solveStage, trivialBound } from './stage.js';
import { startStopwatch } from './stopwatch.js';
import { isLongHorizon } from './rolling-plan.js';
import { settled } from './settled.js';
import { roundOff, solveWhole } from './whole-objective.js';
import type { Task, WholeOutcome } from './whole-objective.js';
import type { Stopwatch } from './stopwatch.js';

/** The first stage may take this share of the time, less on a long horizon, where hardly more than its first bound is to be had. */
const firstStageShare = 0.35;
const longFirstStageShare = 0.05;
/** Kept back for the plan and the certificate at the end, seconds; and, of a large model, this share of what it took to build. */
const reserveSeconds = 0.15;
const finishShare = 0.15;

/**
 * Solves one problem as a whole, in the way that suits it: column generation where it applies, else `way` on the compact model. The outcome
 * is `solveRoster`'s.
 */
export async function solvePart(
  problem: RosterProblem,
  options: SolveOptions,
  way: (problem: RosterProblem, context: Context) => Promise<Found | NoPlan> = searchWhole,
): Promise<SolveOutcome> {
  const watch = startStopwatch(Math.max(0, options.timeLimitSeconds - reserveSeconds));
  const report = reporter(options, watch);
  report('model', null);
  if (options.engine === 'highs' && canGenerateColumns(problem)) {
    const outcome = await planByColumns(problem, { ...options, timeLimitSeconds: watch.leftSeconds() });
    if (outcome !== null) return outcome;
  }
  const signal = options.signal ?? new AbortController().signal;
  const engine = options.engine === 'highs' ? openHighs() : openJavascriptLpSolver();
  try {
    const searching = way(problem, { engine, options, watch, signal, report });
    // While the engine's thread is at work, or starts.
    const hash = problemHash(problem);
    const found = await searching;
    if (found.kind === 'none') return { ...found, seconds: watch.elapsedSeconds() };
    report('check', { incumbent: found.objective, bound: found.bound });
    return { kind: 'plan', plan: toPlan({ found, hash, options, watch, signal }) };
  } finally {
    await engine.close();
  }
}

/** What a way of solving has beside its model. */
export type Context = Omit<Task, 'model'>;

/** What a search has found and proven, in the columns of its model. */
export interface Found {
  readonly kind: 'found';
  readonly model: RosterModel;
  readonly values: Float64Array;
  readonly objective: number;
  readonly bound: number;
  readonly missingMinutesBound: number;
  readonly hasEngineAnswer: boolean;
  readonly mip: MipModel;
  /** Of a repair: the proven least cost of changes, and whether nothing that comes before the objective is left to prove. */
  readonly repair?: { readonly changeCostBound: number; readonly isProven: boolean };
}

/** Nothing to start from: pins that contradict a rule or each other, a worker without a lawful roster, or no time to find one. */
export type NoPlan = Extract<Start, { kind: 'none' }>;

/**
 * The first plan: what an earlier search has left, or else pins and greedy choices where hard rules only forbid, each worker's own lawful
 * roster where minima demand work.
 */
export async function startOf(model: RosterModel, { options, watch, signal }: Context): Promise<Start> {
  const known = options.start === undefined ? null : valuesOf(model, options.start.assignments);
  if (known !== null) return { kind: 'start', values: known };
  const conflicts = pinConflicts(model);
  if (conflicts.length > 0) return { kind: 'none', status: 'infeasible', conflicts };
  if (!demandsWork(model))
    return { kind: 'start', values: isRepair(model.problem) ? keptStart(model) : greedyStart(model, { signal }) };
  // HiGHS whatever engine was chosen: the other one cannot prove that there is nothing.
  const prover = openHighs();
  try {
    return await lawfulStart(model, { engine: prover, watch, seed: options.seed, signal });
  } finally {
    await prover.close();
  }
}

/** First the fewest missing person-minutes are proven, then the whole objective is minimised. */
async function searchWhole(problem: RosterProblem, given: Context): Promise<Found | NoPlan> {
  const model = buildModel(problem);
  const finishSeconds = given.watch.elapsedSeconds() * finishShare;
  const context = { ...given, watch: startStopwatch(Math.max(0, given.watch.leftSeconds() - finishSeconds)) };
  const start = await startOf(model, context);
  if (start.kind === 'none') return start;
  const { options, report } = context;
  const task = { ...context, model };
  const greedy = start.values;
  const constant = model.linear.constant();
  const knownBound = (options.start?.bound ?? -Infinity) - constant;
  const mip = toMip(model.linear, model.linear.costs());
  report('model', { incumbent: objectiveOf(mip, greedy) + constant, bound: -Infinity });
  const search = async (): Promise<WholeOutcome> => {
    const read = options.engine === 'highs' ? readCrews(model) : null;
    const blocks = read !== null && isWorthCounting(read, model) ? read : null;
    const first = blocks === null ? await fewestVacancies(task, { mip, start: greedy }) : { start: greedy, bound: 0 };
    const whole = await solveWhole(task, { mip, start: first.start, bound: knownBound, constant, blocks });
    return { ...whole, minutesBound: Math.max(first.bound, whole.minutesBound) };
  };
  const isOver = context.watch.leftSeconds() <= 0;
  const whole = isOver ? asItIs(mip, { values: greedy, bound: knownBound }) : await search();
  const values = withoutIdleDuties(model, mip, whole.values);
  return {
    kind: 'found',
    model,
    values,
    objective: objectiveOf(mip, values) + constant,
    bound: whole.bound + constant,
    missingMinutesBound: wholeMinutes(model, whole.minutesBound),
    hasEngineAnswer: whole.hasEngineAnswer,
    mip,
  };
}

/** What there is without any time to search. */
function asItIs(
  mip: MipModel,
  { values, bound }: { readonly values: Float64Array; readonly bound: number },
): WholeOutcome {
  return { values, bound: Math.max(bound, trivialBound(mip)), hasEngineAnswer: false, minutesBound: 0 };
}

/** Stage 1: the missing minutes alone; the cheaper of its plan and the start goes on. */
async function fewestVacancies(
  { model, engine, options, watch, signal, report }: Task,
  { mip, start }: { readonly mip: MipModel; readonly start: Float64Array },
): Promise<{ readonly start: Float64Array; readonly bound: number }> {
  const minutes = new Float64Array(mip.cost.length);
  for (const vacancy of model.vacancies) minutes[vacancy.column] = vacancy.minutes;
  const { values, bound } = await solveStage(
    { ...mip, cost: minutes },
    {
      engine,
      start,
      seed: options.seed,
      watch: startStopwatch(watch.leftSeconds() * (isLongHorizon(model) ? longFirstStageShare : firstStageShare)),
      signal,
      onProgress: (progress) => {
        report('fewestVacancies', progress);
      },
    },
  );
  const found = settled(model, values);
  return { start: isSolution(mip, found) && objectiveOf(mip, found) < objectiveOf(mip, start) ? found : start, bound };
}

function toPlan({
  found,
  hash,
  options,
  watch,
  signal,
}: {
  readonly found: Found;
  readonly hash: string;
  readonly options: SolveOptions;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
}): Plan {
  const parts = toPlanParts(found.model, found.values);
  const costs = costByRule(found.model, found.values);
  const objective = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
  const isMet =
    found.repair?.isProven !== false && objective - found.bound <= roundOff * Math.max(1, Math.abs(objective));
  // No cost is below 0, whatever was proven.
  const bound = isMet ? objective : Math.max(0, found.bound);
  const status: SolveStatus = isMet
    ? 'optimal'
    : signal.aborted
      ? 'cancelled'
      : found.hasEngineAnswer
        ? 'feasible'
        : 'limit-reached';
  return {
    assignments: parts.assignments,
    vacancies: parts.vacancies,
    certificate: {
      status,
      objective,
      bound,
      gap: (objective - bound) / Math.max(1, Math.abs(objective)),
      costByRule: costs,
      missingMinutes: parts.missingMinutes,
      missingMinutesBound: Math.min(parts.missingMinutes, found.missingMinutesBound),
      ...(found.repair === undefined ? {} : { changeCostBound: found.repair.changeCostBound }),
      engine: options.engine,
      seed: options.seed,
      seconds: watch.elapsedSeconds(),
      problemHash: hash,
      columns: found.mip.cost.length,
      rows: found.mip.rowLower.length,
    },
  };
}

function reporter(options: SolveOptions, watch: Stopwatch): Task['report'] {
  return (phase, at) => {
    const isKnown = at !== null && Number.isFinite(at.incumbent) && Number.isFinite(at.bound);
    options.onProgress?.({
      phase,
      elapsedSeconds: watch.elapsedSeconds(),
      incumbent: at !== null && Number.isFinite(at.incumbent) ? at.incumbent : null,
      bound: at !== null && Number.isFinite(at.bound) ? at.bound : null,
      gap: isKnown ? Math.max(0, at.incumbent - at.bound) / Math.max(1, Math.abs(at.incumbent)) : null,
    });
  };
}
