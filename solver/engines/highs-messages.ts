import type { MipModel } from './lp-engine.js';

/** What the HiGHS thread is asked. */
export interface HighsRequest {
  readonly model: MipModel;
  readonly timeLimitSeconds: number;
  readonly seed: number;
  readonly start: Float64Array | null;
  readonly presolve: 'on' | 'off';
  readonly method: 'interior' | null;
  readonly aim: 'plans' | 'proof' | null;
  /** Cuts kept at most; fewer after a run that filled the heap. null leaves HiGHS's own limit. */
  readonly poolSoftLimit: number | null;
  /** One cell: 1 asks the run to stop gently. */
  readonly stop: Int32Array;
  /** A solution found elsewhere; `offers` (one cell) counts how many there were. Shared memory. */
  readonly offered: Float64Array;
  readonly offers: Int32Array;
}

export type HighsReply =
  | {
      readonly kind: 'progress';
      readonly incumbent: number | null;
      readonly bound: number | null;
      readonly values: Float64Array | null;
    }
  | {
      readonly kind: 'done';
      readonly status: 'optimal' | 'infeasible' | 'stopped' | 'heapFull';
      readonly values: Float64Array | null;
      readonly bound: number;
      readonly heapBytes: number;
      /** Of a model without whole numbers; null otherwise. */
      readonly rowPrices: Float64Array | null;
    }
  | { readonly kind: 'failed'; readonly message: string };
