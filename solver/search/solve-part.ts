import { canGenerateColumns } from '../columns/column-problem.js';
import { planByColumns } from '../columns/plan-by-columns.js';
import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import { openHighs } from '../engines/highs.js';
import { openJavascriptLpSolver } from '../engines/javascript-lp-solver.js';
import { pinConflicts } from '../explain/pin-conflicts.js';
import { problemHash } from '../formats/problem-hash.js';
import type { Plan, Progress, SolveOptions, SolveOutcome, SolveStatus } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { buildModel, minimumRules } from '../rules/index.js';
import { greatestCommonDivisor } from '../rules/overtime.js';
import type { RosterModel } from '../rules/roster-model.js';
import { greedyStart } from './greedy-start.js';
import { isRepair, keptStart } from './kept-start.js';
import { lawfulStart } from './lawful-start.js';
import type { Start } from './lawful-start.js';
import { toMip } from './mip-model.js';
import { searchNeighbourhoods } from './neighbourhoods.js';
import { costByRule, toPlanParts } from './plan-parts.js';
import { solveStage } from './stage.js';
import { startStopwatch } from './stopwatch.js';
import type { Stopwatch } from './stopwatch.js';

/** The first stage may take this share of the time; the rest belongs to the whole objective. */
const firstStageShare = 0.35;
/** A share of the time is the proof's alone; after it a second thread searches neighbourhoods. */
const proofAloneShare = 0.05;
/** Kept back for the plan and the certificate at the end, seconds. */
const reserveSeconds = 0.15;
/** Bound and objective that differ by less (relatively) are the same number, told apart by round-off only. */
export const roundOff = 1e-6;

/**
 * Solves one problem as a whole, in the way that suits it: column generation where it applies, else the compact model. There, unless another
 * way is given, first the fewest missing person-minutes are proven, then the whole objective is minimised. The outcome is `solveRoster`'s.
 */
export async function solvePart(
  problem: RosterProblem,
  options: SolveOptions,
  searchPlan: (task: Task, start: Float64Array) => Promise<Found> = search,
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
    const model = buildModel(problem);
    const conflicts = pinConflicts(model);
    if (conflicts.length > 0) {
      return { kind: 'none', status: 'infeasible', conflicts, seconds: watch.elapsedSeconds() };
    }
    const start = await startOf({ model, options, watch, signal });
    if (start.kind === 'none') return { ...start, seconds: watch.elapsedSeconds() };
    const found = await searchPlan({ model, engine, options, watch, signal, report }, start.values);
    report('check', { incumbent: found.objective, bound: found.bound });
    return { kind: 'plan', plan: toPlan(problem, model, { found, options, watch, signal }) };
  } finally {
    await engine.close();
  }
}

/** What a search has found and proven, in the model's columns. */
export interface Found {
  readonly values: Float64Array;
  readonly objective: number;
  readonly bound: number;
  readonly missingMinutesBound: number;
  readonly hasEngineAnswer: boolean;
  readonly mip: MipModel;
  /** Of a repair: the proven least cost of changes, and whether nothing that comes before the objective is left to prove. */
  readonly repair?: { readonly changeCostBound: number; readonly isProven: boolean };
}

export interface Task {
  readonly model: RosterModel;
  readonly engine: LpEngine;
  readonly options: SolveOptions;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
  readonly report: (
    phase: Progress['phase'],
    at: { readonly incumbent: number; readonly bound: number } | null,
  ) => void;
}

/** The first plan: pins and greedy choices where hard rules only forbid, each worker's own lawful roster where minima demand work. */
async function startOf({
  model,
  options,
  watch,
  signal,
}: Pick<Task, 'model' | 'options' | 'watch' | 'signal'>): Promise<Start> {
  const isOverdue = (): boolean => signal.aborted || watch.leftSeconds() <= 0;
  if (!model.linear.rows.some((row) => (minimumRules as ReadonlySet<string>).has(row.rule)))
    return { kind: 'start', values: isRepair(model.problem) ? keptStart(model) : greedyStart(model, isOverdue) };
  // HiGHS whatever engine was chosen: the other one cannot prove that there is nothing.
  const prover = openHighs();
  try {
    return await lawfulStart(model, { engine: prover, watch, seed: options.seed, signal });
  } finally {
    await prover.close();
  }
}

async function search(task: Task, greedy: Float64Array): Promise<Found> {
  const { model, engine, options, watch, signal, report } = task;
  const constant = model.linear.constant();
  const mip = toMip(model.linear, model.linear.costs());
  report('model', { incumbent: objectiveOf(mip, greedy) + constant, bound: -Infinity });
  const minutes = new Float64Array(mip.cost.length);
  for (const vacancy of model.vacancies) minutes[vacancy.column] = vacancy.minutes;
  const first = await solveStage(
    { ...mip, cost: minutes },
    {
      engine,
      start: greedy,
      seed: options.seed,
      watch: startStopwatch(watch.leftSeconds() * firstStageShare),
      signal,
      onProgress: (progress) => {
        report('fewestVacancies', progress);
      },
    },
  );
  const candidates = [greedy, settled(model, first.values)].filter((values) => isSolution(mip, values));
  const start = candidates.reduce(
    (one, other) => (objectiveOf(mip, other) < objectiveOf(mip, one) ? other : one),
    candidates[0] ?? greedy,
  );
  const whole = await solveWhole(task, { mip, start, constant });
  return {
    values: whole.values,
    objective: objectiveOf(mip, whole.values) + constant,
    bound: whole.bound + constant,
    missingMinutesBound: roundUp(first.bound, model),
    hasEngineAnswer: whole.hasEngineAnswer,
    mip,
  };
}

/** Missing minutes are whole people times whole intervals: a bound rounds up to their common unit. */
export function roundUp(bound: number, model: RosterModel): number {
  const unit = model.vacancies.reduce((divisor, { minutes }) => greatestCommonDivisor(divisor, minutes), 0);
  return unit === 0 ? 0 : Math.max(0, Math.ceil(bound / unit - roundOff) * unit);
}

/** The proof in one thread and, when it takes long, a neighbourhood search beside it. A proven plan is always the proof's own, for the same seed the same. */
async function solveWhole(
  { model, engine, options, watch, signal, report }: Task,
  { mip, start, constant }: { readonly mip: MipModel; readonly start: Float64Array; readonly constant: number },
): Promise<{ readonly values: Float64Array; readonly bound: number; readonly hasEngineAnswer: boolean }> {
  let best = start;
  let bound = -Infinity;
  const improve = (values: Float64Array): void => {
    const complete = settled(model, values);
    if (!isSolution(mip, complete) || objectiveOf(mip, complete) >= objectiveOf(mip, best)) return;
    best = complete;
    report('wholeObjective', { incumbent: objectiveOf(mip, best) + constant, bound: bound + constant });
  };
  const proofDone = new AbortController();
  const neighbours = options.engine === 'highs' && options.threads !== 1 ? startLater() : Promise.resolve();
  const proof = await solveStage(mip, {
    engine,
    start,
    seed: options.seed,
    watch,
    signal,
    onProgress: (progress) => {
      bound = Math.max(bound, progress.bound);
      const incumbent = Math.min(progress.incumbent, objectiveOf(mip, best));
      report('wholeObjective', { incumbent: incumbent + constant, bound: bound + constant });
    },
  });
  proofDone.abort();
  await neighbours;
  const own = settled(model, proof.values);
  if (proof.isProven && isSolution(mip, own)) best = own;
  else improve(own);
  return { values: best, bound: proof.bound, hasEngineAnswer: proof.hasEngineAnswer };

  async function startLater(): Promise<void> {
    const stop = AbortSignal.any([signal, proofDone.signal]);
    await delay(watch.leftSeconds() * proofAloneShare * 1000, stop);
    if (stop.aborted) return;
    const second = openHighs();
    try {
      await searchNeighbourhoods({
        engine: second,
        model,
        mip,
        seed: options.seed,
        watch,
        signal: stop,
        best: () => best,
        improve,
      });
    } finally {
      await second.close();
    }
  }
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** An engine's vector without round-off: whole decisions, and every accounting column at its exact value. */
export function settled(model: RosterModel, values: Float64Array): Float64Array {
  const decisions = new Float64Array(values.length);
  for (const duty of model.duties) decisions[duty.column] = Math.round(values[duty.column] ?? 0);
  return model.linear.complete(decisions);
}

function toPlan(
  problem: RosterProblem,
  model: RosterModel,
  {
    found,
    options,
    watch,
    signal,
  }: { readonly found: Found; readonly options: SolveOptions; readonly watch: Stopwatch; readonly signal: AbortSignal },
): Plan {
  const parts = toPlanParts(model, found.values);
  const costs = costByRule(model, found.values);
  const objective = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
  const isMet =
    found.repair?.isProven !== false && objective - found.bound <= roundOff * Math.max(1, Math.abs(objective));
  const bound = isMet ? objective : found.bound;
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
      problemHash: problemHash(problem),
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
