import { parentPort, workerData } from 'node:worker_threads';
import highsModule from 'highs';
import { seededIntegers } from '../search/random.js';
import type { ColumnProblem } from './column-problem.js';
import { searchLargeNeighbourhoods } from './large-neighbourhood.js';
import { openPricings } from './roster-moves.js';
import { prove } from './proving.js';
import { openSharedPlan } from './shared-plan.js';

/** The package's types describe its CommonJS build; its ES build, which runs here, exports the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** What a search thread is given; the plan in `buffer` is complete already. */
export interface ColumnsTask {
  readonly problem: ColumnProblem;
  readonly buffer: SharedArrayBuffer;
  /** `proof`: bound first, then neighbourhoods. `search`: neighbourhoods only. */
  readonly role: 'proof' | 'search';
  readonly seed: number;
  /** Where the thread's sweeps begin, as a share of the horizon. */
  readonly place: number;
  readonly timeLimitSeconds: number;
  /** The largest table for pricing. */
  readonly tableBytes: number;
}

export interface ColumnsReply {
  readonly isProven: boolean;
}

if (parentPort !== null) {
  const port = parentPort;
  const task = workerData as ColumnsTask;
  void loadHighs().then((highs) => {
    const start = performance.now();
    const secondsLeft = (): number => task.timeLimitSeconds - (performance.now() - start) / 1000;
    const { problem } = task;
    const shared = openSharedPlan({ workers: problem.workers.length, days: problem.days }, task.buffer);
    const mustStop = (): boolean => shared.isStopped() || secondsLeft() <= 0;
    const pricings = openPricings(problem, task.tableBytes);
    const next = seededIntegers(task.seed);
    const search = { highs, problem, pricings, shared, next, place: task.place, secondsLeft, mustStop };
    const isProven = task.role === 'proof' && prove(search);
    if (!isProven) searchLargeNeighbourhoods(search);
    port.postMessage({ isProven } satisfies ColumnsReply);
  });
}
