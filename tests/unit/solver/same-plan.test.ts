import highsModule from 'highs';
import { solveRoster, type PlanAssignment, type RosterProblem } from '../../../solver/index.js';
import { hallWeek } from '../../../solver/bench/hall-week.js';
import { generateColumns } from '../../../solver/columns/column-generation.js';
import { toColumnProblem } from '../../../solver/columns/column-problem.js';
import { dive } from '../../../solver/columns/diving.js';
import { openMaster } from '../../../solver/columns/master.js';
import { firstPlan, openPricings } from '../../../solver/columns/roster-moves.js';
import { independentParts } from '../../../solver/search/parts/independent-parts.js';
import { solveParts } from '../../../solver/search/parts/solve-parts.js';
import { columnCase } from '../../support/column-cases.js';

const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Proven long before this, so that no limit by the clock cuts anything off; other threads look for plans only after a twentieth of it. */
const options = { engine: 'highs', timeLimitSeconds: 600 } as const;

async function provenPlan(outcome: ReturnType<typeof solveRoster>): Promise<readonly PlanAssignment[]> {
  const solved = await outcome;
  if (solved.kind !== 'plan') throw new Error(solved.status);
  expect(solved.plan.certificate.status).toBe('optimal');
  return solved.plan.assignments;
}

/** So large that crews are counted. */
const crewed = (): RosterProblem => hallWeek({ groupSizes: [15, 15, 15, 14], reliefCount: 8, saturdayCrew: 10 });

describe('the same seed and number of threads', () => {
  it('give the same plan where crews are counted', async () => {
    const [one, other] = [crewed(), crewed()].map((problem) =>
      provenPlan(solveRoster(problem, { ...options, seed: 3, threads: 1 })),
    );
    expect(await one).toEqual(await other);
  });

  it('give the same plan of parts that run side by side', async () => {
    const problem = hallWeek({ groupSizes: Array<number>(10).fill(2), reliefCount: 0 });
    const solve = () =>
      provenPlan(solveParts(problem, independentParts(problem, 1), { ...options, seed: 3, threads: 2 }));
    expect(await solve()).toEqual(await solve());
  });

  it('give the same columns, bound and plan after so many rounds', async () => {
    const highs = await loadHighs();
    const columns = toColumnProblem(
      columnCase({
        days: 14,
        shifts: [
          { id: 'E', minutes: 480 },
          { id: 'L', minutes: 480, forbiddenNext: ['E'] },
        ],
        workers: Array.from({ length: 8 }, (_, index) => ({
          minutes: [480 * (5 + (index % 3)), 480 * 10] as const,
          runs: { consecutiveShiftsMax: 5, consecutiveShiftsMin: 2, consecutiveDaysOffMin: 2 },
          weekendsMax: 1,
          daysOff: [index % 7],
        })),
        cover: Array.from({ length: 14 }, (_, day) =>
          ['E', 'L'].map((shift) => ({ day, shift, preferred: 2 + (day % 2), underWeight: 100, overWeight: 1 })),
        ).flat(),
      }),
    );
    const run = () => {
      const pricings = openPricings(columns);
      const { plan } = firstPlan(columns, { pricings, mustStop: () => false });
      if (plan === null) throw new Error('No plan');
      const master = openMaster(highs, columns);
      master.add(plan.rosters.map((roster, worker) => ({ worker, roster })));
      const { bound, solution } = generateColumns(columns, {
        master,
        pricings,
        options: {
          decisions: null,
          cutoff: () => Infinity,
          mustStop: () => false,
          onBound: () => undefined,
          roundsMax: 12,
        },
      });
      if (solution === null) throw new Error('No solution');
      const dived = dive(columns, { master, pricings, solution, mustStop: () => false });
      const found = { rosters: plan.rosters, bound, columns: [...master.columns], dived };
      master.close();
      return found;
    };
    const first = run();
    expect(first.columns.length).toBeGreaterThan(8);
    expect(first.dived).not.toBeNull();
    expect(run()).toEqual(first);
  });
});
