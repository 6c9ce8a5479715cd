import fc from 'fast-check';
import { openHighs } from '../../solver/engines/highs.js';
import { isSolution, objectiveOf } from '../../solver/engines/lp-engine.js';
import { buildModel } from '../../solver/rules/index.js';
import { toMip } from '../../solver/search/mip-model.js';
import { greedyStart } from '../../solver/search/starts/greedy-start.js';
import { undecidedPart } from '../../solver/search/undecided-part.js';
import { rosterProblems } from '../support/random-problems.js';

describe('what is undecided of a model', () => {
  it('has, put into the plan, the optimum of the whole with the same duties fixed', async () => {
    const engine = openHighs();
    try {
      await fc.assert(
        fc.asyncProperty(rosterProblems('small'), fc.infiniteStream(fc.boolean()), async (problem, choices) => {
          const model = buildModel(problem);
          const mip = toMip(model.linear, model.linear.costs());
          const start = greedyStart(model, { signal: new AbortController().signal });
          fc.pre(isSolution(mip, start));
          const lower = Float64Array.from(mip.lower);
          const upper = Float64Array.from(mip.upper);
          for (const { column } of model.duties)
            if (choices.next().value) lower[column] = upper[column] = start[column] ?? 0;
          const fixed = { ...mip, lower, upper };
          const limits = { timeLimitSeconds: 20, seed: 1 };
          const whole = await engine.solve(fixed, { ...limits, start });
          const part = undecidedPart(model, fixed);
          const { status, values } = await engine.solve(part.model, { ...limits, start: part.of(start) });
          expect([whole.status, status]).toEqual(['optimal', 'optimal']);
          const put = part.into(start, values ?? new Float64Array());
          expect(isSolution(fixed, put)).toBe(true);
          expect(objectiveOf(mip, put)).toBeCloseTo(objectiveOf(mip, whole.values ?? start), 6);
        }),
        { numRuns: 40 },
      );
    } finally {
      await engine.close();
    }
  });
});
