import { buildProblem } from '../../../src/planning/build-problem.js';
import type { PlanningFacts } from '../../../src/planning/planning-facts.js';
import { rosterChanges } from '../../../src/planning/roster-changes.js';
import { solveProblem } from '../../../src/planning/solve.js';
import { toRoster, type PlannedRoster } from '../../../src/planning/to-roster.js';
import { rosterDifference } from '../../../src/domain/rostering/difference.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { known, person, planningFacts, smallHall } from '../../support/small-contract.js';

const windows = ['W001', 'W002', 'W003', 'W005'].map((code) => person(code, 'hall/window'));
const guide = person('W004', 'hall/guide', { redeployableTo: ['hall/window'] });
const team = [...windows, guide];

async function planned(facts: PlanningFacts): Promise<PlannedRoster> {
  const problem = buildProblem(facts);
  if (!problem.ok) throw new Error(problem.refusal.message.en);
  const solved = await solveProblem(problem.value, { engine: 'highs', timeLimitSeconds: 5, seed: 1 });
  const roster = solved.ok ? toRoster(facts, problem.value, solved.value) : solved;
  if (!roster.ok) throw new Error(roster.refusal.message.en);
  return roster.value;
}

/** The published week, and the facts of a repair at a minute of Wednesday 13 May after somebody who works then and on the day after falls ill. */
async function afterSickCall(presentMinute: number) {
  const first = await planned(planningFacts(smallHall(), team));
  const atWindow = (day: string) =>
    first.assignments.filter(({ date, postGroup }) => date === day && postGroup === 'hall/window');
  const onBothDays = new Set(atWindow('2026-05-14').map(({ worker }) => worker));
  const sick = atWindow('2026-05-13').find(({ worker }) => onBothDays.has(worker));
  const away = { from: civilDate('2026-05-13'), to: civilDate('2026-05-14') };
  const facts = planningFacts(smallHall(), team, {
    known: known({ from: '2026-05-11', to: '2026-05-16' }, first.assignments),
    leave: [{ worker: sick?.worker ?? '', ...away, kind: 'sick', status: 'approved' }],
    today: civilDate('2026-05-13'),
    repair: { presentMinute },
  });
  const again = await planned(facts);
  const difference = rosterDifference({ previous: first.assignments, next: again.assignments, range: facts });
  return { first, again, sick: sick?.worker ?? '', facts, changes: rosterChanges(facts, difference) };
}

describe('repairing a published week', () => {
  it('fills the gap with one change a day, proven the cheapest, and says who stands in for whom', async () => {
    const { again, sick, changes } = await afterSickCall(7 * 60);
    expect(again.certificate).toMatchObject({ status: 'optimal', missingMinutes: 0, missingMinutesBound: 0 });
    expect(again.certificate.changeCostBound).toBe(again.certificate.costByRule['baselineChange']);
    const own = changes.filter(({ worker }) => worker === sick);
    expect(own.map(({ date, after }) => [date, after])).toEqual([
      ['2026-05-13', null],
      ['2026-05-14', null],
    ]);
    expect(own.every(({ reason }) => reason.en.startsWith('Not available'))).toBe(true);
    const others = changes.filter(({ worker, cost }) => worker !== sick && cost > 0);
    expect(others.filter(({ reason }) => reason.en === `Stands in for ${sick}.`)).toHaveLength(2);
    const dueCost = changes.reduce((sum, { cost }) => sum + cost, 0);
    expect(dueCost).toBe(again.certificate.costByRule['baselineChange']);
  });

  it('touches neither past days nor what has begun today, and begins nothing before the present', async () => {
    const { first, again, sick } = await afterSickCall(12 * 60);
    const upTo = (roster: PlannedRoster) =>
      roster.assignments.filter(
        ({ date, worker, start }) => worker !== sick && (date < '2026-05-13' || start < '2026-05-13T12:00+08:00'),
      );
    expect(upTo(again)).toEqual(upTo(first));
    expect(again.vacancies.map(({ date }) => date)).toContain('2026-05-13');
  });

  it('leaves the roster as it is when nothing has happened', async () => {
    const first = await planned(planningFacts(smallHall(), team));
    const published = known({ from: '2026-05-11', to: '2026-05-16' }, first.assignments);
    const again = await planned(
      planningFacts(smallHall(), team, {
        known: published,
        repair: { presentMinute: 0 },
        today: civilDate('2026-05-11'),
      }),
    );
    expect(again.assignments).toEqual(first.assignments);
    expect(again.certificate.changeCostBound).toBe(0);
  });
});
