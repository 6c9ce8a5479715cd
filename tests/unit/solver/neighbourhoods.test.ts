import { serviceDesk } from '../../../solver/bench/service-desk.js';
import type { EngineOutcome, LpEngine, MipModel } from '../../../solver/engines/lp-engine.js';
import { openHighs } from '../../../solver/engines/highs.js';
import { isSolution, objectiveOf } from '../../../solver/engines/lp-engine.js';
import { buildModel } from '../../../solver/rules/index.js';
import { toMip } from '../../../solver/search/mip-model.js';
import { searchNeighbourhoods } from '../../../solver/search/neighbourhoods.js';
import { startStopwatch } from '../../../solver/search/stopwatch.js';
import { smallRoster } from '../../support/small-roster.js';

/** Searches with an engine that answers each model as told, until it has been asked so many times; returns the plan at the end. */
async function search(
  problem: ReturnType<typeof smallRoster>,
  {
    rounds,
    answer,
  }: { readonly rounds: number; readonly answer: (mip: MipModel) => EngineOutcome | Promise<EngineOutcome> },
): Promise<Float64Array> {
  const model = buildModel(problem);
  const mip = toMip(model.linear, model.linear.costs());
  const end = new AbortController();
  let asked = 0;
  const engine: LpEngine = {
    name: 'highs',
    solve: (asIs) => {
      asked += 1;
      if (asked === rounds) end.abort();
      return Promise.resolve(answer(asIs));
    },
    close: () => Promise.resolve(),
  };
  let best = model.linear.complete(new Float64Array(mip.cost.length));
  await searchNeighbourhoods({
    engine,
    model,
    mip,
    seed: 1,
    watch: startStopwatch(60),
    signal: end.signal,
    best: () => best,
    improve: (values) => {
      best = values;
    },
  });
  return best;
}

describe('neighbourhoods', () => {
  it('of days are four weeks of a year at first, and fewer when they take too long', async () => {
    const problem = serviceDesk({ days: 364 });
    const free: number[] = [];
    await search(problem, {
      rounds: 3,
      answer: ({ columnNames }) => {
        const duties = columnNames.filter((name) => name.startsWith('assign['));
        free.push(new Set(duties.map((name) => name.split(',')[1])).size);
        return { status: 'limit-reached', values: null, bound: -Infinity };
      },
    });
    const [first = 0, , third = 0] = free;
    expect(first).toBeGreaterThan(21);
    expect(first).toBeLessThanOrEqual(28);
    expect(third).toBeLessThan(first);
  });

  it('keep a better plan even where the time was too short to prove it', async () => {
    const problem = smallRoster();
    const model = buildModel(problem);
    const engine = openHighs();
    const plan = await search(problem, {
      rounds: 1,
      answer: async (part) => ({
        ...(await engine.solve(part, { timeLimitSeconds: 20, seed: 1 })),
        status: 'feasible',
        bound: -Infinity,
      }),
    });
    await engine.close();
    const mip = toMip(model.linear, model.linear.costs());
    expect(isSolution(mip, plan)).toBe(true);
    expect(objectiveOf(mip, plan)).toBeLessThan(
      objectiveOf(mip, model.linear.complete(new Float64Array(mip.cost.length))),
    );
  });
});
