import type { LpEngine, MipModel } from '../engines/lp-engine.js';
import { isSolution, objectiveOf } from '../engines/lp-engine.js';
import { openHighs } from '../engines/highs.js';
import type { Progress, SolveOptions } from '../plan.js';
import type { RosterModel } from '../rules/roster-model.js';
import { fewestMinutes, searchCrews } from './crews/crew-search.js';
import type { Block } from './crews/crews.js';
import { missingMinutesOf, wholeMinutes } from './missing-minutes.js';
import { searchNeighbourhoods, startFromRelaxed } from './neighbourhoods.js';
import { assignmentsOf } from './plan-parts.js';
import { isLongHorizon } from './rolling-plan.js';
import { settled } from './settled.js';
import { solveStage } from './stage.js';
import type { Stopwatch } from './stopwatch.js';

/** A share of the time is the proof's alone, but of a long horizon; after it a second thread searches neighbourhoods. */
const proofAloneShare = 0.05;
/** Beyond so many columns one relaxation of the compact model takes minutes: 65,000 took 107 s. Crews then bound and plan alone. */
const proofColumnsMax = 40_000;
/** Bound and objective that differ by less (relatively) are the same number, told apart by round-off only. */
export const roundOff = 1e-6;

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

export interface WholeOutcome {
  readonly values: Float64Array;
  readonly bound: number;
  readonly hasEngineAnswer: boolean;
  /** A proven bound of the missing minutes where crews gave one. */
  readonly minutesBound: number;
}

/**
 * The whole objective: first crews where the problem has them, in all threads; then the proof in one thread and, beside it, neighbourhoods
 * that find plans. Either side's plan is offered to the other, and the better of their bounds counts; the first moment that plan and bound
 * meet ends it.
 */
export async function solveWhole(
  task: Task,
  {
    mip,
    start,
    bound: knownBound,
    constant,
    blocks,
  }: {
    readonly mip: MipModel;
    readonly start: Float64Array;
    /** Proven before; −∞ when nothing is. */
    readonly bound: number;
    readonly constant: number;
    readonly blocks: readonly Block[] | null;
  },
): Promise<WholeOutcome> {
  const { model, engine, options, watch, signal, report } = task;
  let best = start;
  let bound = knownBound;
  let minutesBound = 0;
  options.onAssignments?.(assignmentsOf(model, best));
  const met = new AbortController();
  const stop = AbortSignal.any([signal, met.signal]);
  const listeners = new Set<(values: Float64Array) => void>();
  const tell = (): void => {
    report('wholeObjective', { incumbent: objectiveOf(mip, best) + constant, bound: bound + constant });
    if (objectiveOf(mip, best) - bound <= roundOff * Math.max(1, Math.abs(objectiveOf(mip, best) + constant)))
      met.abort();
  };
  const improve = (values: Float64Array): void => {
    const complete = settled(model, values);
    if (objectiveOf(mip, complete) >= objectiveOf(mip, best) || !isSolution(mip, complete)) return;
    best = complete;
    options.onAssignments?.(assignmentsOf(model, best));
    for (const listen of listeners) listen(best);
    tell();
  };
  const raiseBound = (value: number): void => {
    if (value <= bound) return;
    bound = value;
    tell();
  };
  const isAlone = options.engine !== 'highs' || options.threads === 1;
  const isLarge = blocks !== null && mip.cost.length > proofColumnsMax;
  const second = isAlone || blocks === null ? null : openHighs();
  const engines = second === null ? [engine] : [engine, second];
  const common = { model, mip, engines, seed: options.seed, watch, best: () => best, improve, raiseBound };
  const count = async (of: readonly Block[]): Promise<void> => {
    const crews = { ...common, blocks: of };
    const countMinutes = async (): Promise<void> => {
      minutesBound = await fewestMinutes({ ...crews, engines: [second ?? engine], signal }, 'relaxed');
    };
    if (second === null) await countMinutes();
    // The search first: it waits for an engine while the model of the minutes is built.
    await Promise.all([searchCrews({ ...crews, signal: stop }), second === null ? undefined : countMinutes()]);
    // Whole people prove more, and take longer.
    if (wholeMinutes(model, minutesBound) < missingMinutesOf(model, best) - roundOff)
      minutesBound = Math.max(minutesBound, await fewestMinutes({ ...crews, signal }, 'whole'));
  };
  const prove = async (): Promise<boolean> => {
    if (isLarge || stop.aborted) return false;
    const proof = await solveStage(mip, {
      engine,
      start: best,
      seed: options.seed,
      watch,
      signal: stop,
      onProgress: (progress) => {
        raiseBound(progress.bound);
      },
      onPlan: (listen) => {
        listeners.add(listen);
      },
    });
    improve(proof.values);
    raiseBound(proof.bound);
    if (proof.isProven) met.abort();
    return proof.hasEngineAnswer;
  };
  const find = async (): Promise<void> => {
    if (blocks === null && !isLongHorizon(model)) await delay(watch.leftSeconds() * proofAloneShare * 1000, stop);
    if (stop.aborted) return;
    const finder = second ?? openHighs();
    try {
      const neighbours = { ...common, engine: finder, signal: stop };
      if (!isLarge) await startFromRelaxed(neighbours, blocks === null);
      await searchNeighbourhoods(neighbours);
    } finally {
      await finder.close();
    }
  };
  try {
    if (blocks !== null) await count(blocks);
    const [hasEngineAnswer] = await Promise.all([prove(), isAlone ? undefined : find()]);
    return { values: best, bound, hasEngineAnswer: hasEngineAnswer || blocks !== null, minutesBound };
  } finally {
    await second?.close();
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
