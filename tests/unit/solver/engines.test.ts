import { openHighs } from '../../../solver/engines/highs.js';
import { openJavascriptLpSolver } from '../../../solver/engines/javascript-lp-solver.js';
import type { LpEngine, MipModel } from '../../../solver/engines/lp-engine.js';
import { toMip } from '../../../solver/search/mip-model.js';
import { buildModel } from '../../../solver/rules/index.js';
import { hallWeek } from '../../../solver/bench/hall-week.js';

/** Maximise 5a + 4b + 3c over 2a + 3b + c ≤ 5, 4a + b + 2c ≤ 11, 3a + 4b + 2c ≤ 8, whole numbers: 13 at (2, 0, 1). */
const textbook: MipModel = {
  columnNames: ['a', 'b', 'c'],
  rowNames: ['first', 'second', 'third'],
  cost: Float64Array.of(-5, -4, -3),
  lower: new Float64Array(3),
  upper: Float64Array.of(10, 10, 10),
  isInteger: Uint8Array.of(1, 1, 1),
  rowLower: new Float64Array(3).fill(-Infinity),
  rowUpper: Float64Array.of(5, 11, 8),
  rowStarts: Int32Array.of(0, 3, 6, 9),
  columnIndices: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2),
  coefficients: Float64Array.of(2, 3, 1, 4, 1, 2, 3, 4, 2),
};

/** No column, and a row that therefore adds up to 0. */
function withoutColumns({ lower, upper }: { readonly lower: number; readonly upper: number }): MipModel {
  return {
    columnNames: [],
    rowNames: ['only'],
    cost: new Float64Array(),
    lower: new Float64Array(),
    upper: new Float64Array(),
    isInteger: new Uint8Array(),
    rowLower: Float64Array.of(lower),
    rowUpper: Float64Array.of(upper),
    rowStarts: Int32Array.of(0, 0),
    columnIndices: new Int32Array(),
    coefficients: new Float64Array(),
  };
}

const engines: readonly (readonly [string, () => LpEngine])[] = [
  ['highs', openHighs],
  ['javascript-lp-solver', openJavascriptLpSolver],
];

function wholeHall(): MipModel {
  const { linear } = buildModel(hallWeek({ onLeave: 30 }));
  return toMip(linear, linear.costs());
}

describe.each(engines)('%s', (name, open) => {
  let engine: LpEngine;
  beforeEach(() => {
    engine = open();
  });
  afterEach(async () => {
    await engine.close();
  });

  it('proves a small optimum', async () => {
    const outcome = await engine.solve(textbook, { timeLimitSeconds: 20, seed: 1 });
    expect(engine.name).toBe(name);
    expect(outcome.status).toBe('optimal');
    expect(outcome.bound).toBeCloseTo(-13, 6);
    expect([...(outcome.values ?? [])].map(Math.round)).toEqual([2, 0, 1]);
  });

  it('answers a model without columns from its rows', async () => {
    const limits = { timeLimitSeconds: 20, seed: 1 };
    const kept = await engine.solve(withoutColumns({ lower: -Infinity, upper: 0 }), limits);
    expect(kept).toMatchObject({ status: 'optimal', bound: 0, rowPrices: Float64Array.of(0) });
    expect(kept.values).toHaveLength(0);
    const broken = await engine.solve(withoutColumns({ lower: 1, upper: Infinity }), limits);
    expect(broken).toMatchObject({ status: 'infeasible', values: null });
  });

  it('says that its limit was reached and keeps the start', async () => {
    const model = wholeHall();
    const outcome = await engine.solve(model, { timeLimitSeconds: 0.3, seed: 1 });
    expect(['limit-reached', 'feasible']).toContain(outcome.status);
  });

  it('stops when asked', async () => {
    const abort = new AbortController();
    const running = engine.solve(wholeHall(), { timeLimitSeconds: 60, seed: 1, signal: abort.signal });
    setTimeout(() => {
      abort.abort();
    }, 300);
    const outcome = await running;
    expect(['cancelled', 'feasible']).toContain(outcome.status);
  });

  it('does not begin when it was asked to stop before', async () => {
    const outcome = await engine.solve(wholeHall(), { timeLimitSeconds: 60, seed: 1, signal: AbortSignal.abort() });
    expect(outcome.status).toBe('cancelled');
  });
});

describe('highs', () => {
  it('knows a contradiction from a limit', async () => {
    const engine = openHighs();
    const impossible = { ...textbook, rowLower: Float64Array.of(6, -Infinity, -Infinity) };
    await expect(engine.solve(impossible, { timeLimitSeconds: 20, seed: 1 })).resolves.toMatchObject({
      status: 'infeasible',
      values: null,
    });
    await engine.close();
  });
});
