import highsModule from 'highs';
import { openTree } from '../../../solver/columns/branch-and-price.js';
import { generateColumns } from '../../../solver/columns/column-generation.js';
import { toColumnProblem } from '../../../solver/columns/column-problem.js';
import { openMaster } from '../../../solver/columns/master.js';
import { firstPlan, openPricings } from '../../../solver/columns/roster-moves.js';
import { openSharedPlan } from '../../../solver/columns/shared-plan.js';
import { columnCase } from '../../support/column-cases.js';

const loadHighs = highsModule as unknown as typeof highsModule.default;

const columns = toColumnProblem(
  columnCase({
    days: 7,
    shifts: [{ id: 'E', minutes: 480 }],
    workers: [{ minutes: [0, 960] }, { minutes: [960, 1440] }],
    cover: Array.from({ length: 7 }, (_, day) => ({ day, shift: 'E', preferred: 1, underWeight: 100, overWeight: 1 })),
  }),
);

describe('memory of column generation', () => {
  it('ends the generation and the tree when the columns fill it, without a claim', async () => {
    const highs = await loadHighs();
    const pricings = openPricings(columns);
    const { plan } = firstPlan(columns, { pricings, mustStop: () => false });
    if (plan === null) throw new Error('No plan');
    const generate = (mostBytes: number): boolean => {
      const master = openMaster(highs, columns, { from: 0, to: columns.days }, mostBytes);
      master.add(plan.rosters.map((roster, worker) => ({ worker, roster })));
      const { isComplete, center } = generateColumns(columns, {
        master,
        pricings,
        options: {
          decisions: null,
          cutoff: () => Infinity,
          mustStop: () => false,
          onBound: () => undefined,
          roundsMax: 500,
        },
      });
      const shared = openSharedPlan({ workers: columns.workers.length, days: columns.days });
      shared.offer(plan);
      const tree = openTree({ problem: columns, master, pricings, shared, rootBound: 0, center });
      expect(tree.isFull()).toBe(!isComplete);
      expect(tree.explore(() => false)).toBe(isComplete);
      expect(shared.bound() >= shared.cost() - 1e-9).toBe(isComplete);
      master.close();
      return isComplete;
    };
    expect(generate(1e9)).toBe(true);
    expect(generate(1)).toBe(false);
  });

  it('fills no table beyond its limit', () => {
    const [pricing] = openPricings(columns, 1);
    expect(pricing?.cheapest(new Float64Array(columns.cells), {})).toEqual({
      bound: -Infinity,
      rosters: [],
      isExact: false,
    });
  });
});
