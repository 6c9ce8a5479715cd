import { openHighs } from '../../../solver/engines/highs.js';
import type { LpEngine } from '../../../solver/engines/lp-engine.js';
import { checkPlan } from '../../../solver/index.js';
import type { RosterProblem } from '../../../solver/index.js';
import { buildModel } from '../../../solver/rules/index.js';
import { toMip } from '../../../solver/search/mip-model.js';
import { toPlanParts } from '../../../solver/search/plan-parts.js';
import { isLongHorizon, rollingPlan } from '../../../solver/search/rolling-plan.js';
import { startStopwatch } from '../../../solver/search/stopwatch.js';
import { present } from '../../../src/shared/assert.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

/** One duty a day for so many days, by three who share them and whose hours suffice for just over a third each. */
function longRoster(days: number): RosterProblem {
  const toDay = days - 1;
  const everyDay = Array.from({ length: days }, (_, day) => day);
  const ids = ['W1', 'W2', 'W3'];
  const minutesMax = Math.ceil(days / 3) * 480;
  return smallRoster({
    days: everyDay.map((day) => new Date(Date.UTC(2026, 4, 4 + day)).toISOString().slice(0, 10)),
    groups: [{ id: 'counter', offers: everyDay.map((day) => ({ day, shifts: ['day'], dayDuties: [] })) }],
    demand: everyDay.map((day) => ({ group: 'counter', day, start: 510, end: 720, required: 1, price: 480 })),
    workers: ids.map((id) =>
      smallWorker(id, {
        eligibility: [{ group: 'counter', fromDay: 0, toDay, role: 'home' }],
        limits: {
          hours: [
            {
              name: 'cycle',
              fromDay: 0,
              toDay,
              carriedMinutes: 0,
              normalMinutes: null,
              minutesMax,
              overtimePricePerHour: 60,
            },
          ],
        },
      }),
    ),
    fairness: [{ duty: 'early', workers: ids, weight: 1 }],
  });
}

async function roll(
  problem: RosterProblem,
  seconds = 60,
  asked: (engine: LpEngine) => LpEngine = (engine) => engine,
): ReturnType<typeof rollingPlan> {
  const model = buildModel(problem);
  const mip = toMip(model.linear, model.linear.costs());
  const engine = openHighs();
  const signal = new AbortController().signal;
  try {
    // Everybody works a third of every day.
    const relaxed = new Float64Array(mip.cost.length);
    for (const { column } of model.duties) relaxed[column] = 1 / 3;
    model.linear.complete(relaxed);
    const watch = startStopwatch(seconds);
    return await rollingPlan({ engine: asked(engine), model, mip, relaxed, seed: 1, watch, signal });
  } finally {
    await engine.close();
  }
}

describe('rollingPlan', () => {
  it('covers ten weeks of duties, shares them evenly and keeps the hours of the whole', async () => {
    const problem = longRoster(70);
    const report = checkPlan(problem, assignmentsIn(problem, await roll(problem)));
    expect(report).toMatchObject({ hardViolations: [], missingMinutes: 0 });
    // 70 duties over three people: 23, 23 and 24.
    expect(report.costByRule.fairness).toBe(23 ** 2 + 23 ** 2 + 24 ** 2);
  });

  it('takes shorter windows once one was not done in its time', async () => {
    const problem = longRoster(70);
    const weeks: number[] = [];
    const plan = await roll(problem, 60, (engine) => ({
      ...engine,
      solve: async (mip, options) => {
        const isDuty = mip.columnNames.map((name) => name.startsWith('assign['));
        const duties = mip.columnNames.filter((_, at) => isDuty[at] === true && mip.isInteger[at] === 1);
        weeks.push(new Set(duties.map((name) => name.split(',')[1])).size / 7);
        const outcome = await engine.solve(mip, options);
        // Everything stays a fraction, so that the next window has all its days to decide.
        const values = outcome.values?.map((value, at) => (isDuty[at] === true ? 1 / 3 : value));
        return { ...outcome, values: values ?? null, status: weeks.length === 2 ? 'feasible' : outcome.status };
      },
    }));
    expect(plan).not.toBeNull();
    expect(weeks.slice(0, 4)).toEqual([2, 2, 1, 1]);
  });

  it('gives out anew what a window has decided worse than the relaxed answer, rounded', async () => {
    const problem = longRoster(70);
    const plan = await roll(problem, 60, (engine) => ({
      ...engine,
      // The dearest lawful window.
      solve: async (mip, options) => {
        const { values } = await engine.solve({ ...mip, cost: mip.cost.map((cost) => -cost) }, options);
        return { status: 'feasible', values, bound: -Infinity };
      },
    }));
    expect(checkPlan(problem, assignmentsIn(problem, plan))).toMatchObject({ hardViolations: [], missingMinutes: 0 });
  });

  it('rounds what is left when the time is over', async () => {
    const problem = longRoster(70);
    const plan = await roll(problem, 0);
    expect(checkPlan(problem, assignmentsIn(problem, plan))).toMatchObject({ hardViolations: [], missingMinutes: 0 });
  });
});

describe('a long horizon', () => {
  it('is one of more than four windows', () => {
    expect(isLongHorizon(buildModel(longRoster(56)))).toBe(false);
    expect(isLongHorizon(buildModel(longRoster(57)))).toBe(true);
  });
});

function assignmentsIn(
  problem: RosterProblem,
  plan: Float64Array | null,
): ReturnType<typeof toPlanParts>['assignments'] {
  return toPlanParts(buildModel(problem), present(plan ?? undefined, 'plan')).assignments;
}
