import { toColumnProblem } from '../../../solver/columns/column-problem.js';
import { sharePlan } from '../../../solver/columns/merging.js';
import { toColumnPlan } from '../../../solver/columns/plan-costs.js';
import type { ColumnPlan } from '../../../solver/columns/plan-costs.js';
import { openSharedPlan } from '../../../solver/columns/shared-plan.js';
import { columnCase } from '../../support/column-cases.js';

/** One person wanted on each of four days; whoever works four days works too much. */
const problem = toColumnProblem(
  columnCase({
    days: 4,
    shifts: [{ id: 'E', minutes: 480 }],
    workers: [{ minutes: [0, 1440] }, { minutes: [0, 1440] }],
    cover: [0, 1, 2, 3].map((day) => ({ day, shift: 'E', preferred: 1, underWeight: 100, overWeight: 1 })),
  }),
);

/** Rosters as text: `E` for a duty, `.` for a day off. */
function planOf(...rosters: readonly string[]): ColumnPlan {
  return toColumnPlan(
    problem,
    rosters.map((text) => Int8Array.from(text, (day) => (day === 'E' ? 0 : -1))),
  );
}

function share(plans: { readonly before: ColumnPlan; readonly theirs: ColumnPlan; readonly ours: ColumnPlan }): {
  readonly cost: number;
  readonly shared: number;
} {
  const shared = openSharedPlan({ workers: 2, days: 4 });
  shared.offer(plans.theirs);
  const { cost } = sharePlan(problem, { shared, before: plans.before, after: plans.ours });
  return { cost, shared: shared.cost() };
}

describe('two threads that better one plan', () => {
  const before = planOf('....', '....');

  it('keep both changes on different days and workers', () => {
    const both = { before, theirs: planOf('EE..', '....'), ours: planOf('....', '..EE') };
    expect(share(both)).toEqual({ cost: 0, shared: 0 });
  });

  it('keep both changes to one worker on different days', () => {
    const both = { before, theirs: planOf('E...', '....'), ours: planOf('.E..', '....') };
    expect(share(both)).toEqual({ cost: 200, shared: 200 });
  });

  it('keep the cheaper one where both together break a limit', () => {
    const both = { before, theirs: planOf('EE..', '....'), ours: planOf('..EE', '....') };
    expect(share(both)).toEqual({ cost: 200, shared: 200 });
    const cheaper = { before, theirs: planOf('EEE.', '....'), ours: planOf('..EE', '....') };
    expect(share(cheaper)).toEqual({ cost: 100, shared: 100 });
  });

  it('keep what fits of both where both together break a limit of one worker', () => {
    const both = { before, theirs: planOf('EEE.', '....'), ours: planOf('...E', '...E') };
    expect(share(both)).toEqual({ cost: 0, shared: 0 });
  });

  it('keep the cheaper one where both together cost more', () => {
    const both = { before, theirs: planOf('EEE.', '....'), ours: planOf('....', 'EEE.') };
    expect(share(both)).toEqual({ cost: 100, shared: 100 });
  });
});
