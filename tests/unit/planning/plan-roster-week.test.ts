import { buildProblem } from '../../../src/planning/build-problem.js';
import type { PlanningFacts } from '../../../src/planning/planning-facts.js';
import { isConfirmed, solveProblem } from '../../../src/planning/solve.js';
import { toRoster, type PlannedRoster } from '../../../src/planning/to-roster.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import type { Refusal, Result } from '../../../src/shared/result.js';
import { duty, known, person, planningFacts, smallDesk, smallHall } from '../../support/small-contract.js';

async function plan(facts: PlanningFacts): Promise<Result<PlannedRoster>> {
  const problem = buildProblem(facts);
  if (!problem.ok) return problem;
  const solved = await solveProblem(problem.value, { engine: 'highs', timeLimitSeconds: 3, seed: 1 });
  return solved.ok ? toRoster(facts, problem.value, solved.value) : solved;
}
async function planned(facts: PlanningFacts): Promise<PlannedRoster> {
  const roster = await plan(facts);
  if (!roster.ok) throw new Error(roster.refusal.message.en);
  expect(isConfirmed(roster.value.certificate)).toBe(true);
  return roster.value;
}
async function refused(facts: PlanningFacts): Promise<Refusal> {
  const roster = await plan(facts);
  if (roster.ok) throw new Error('a plan was made');
  return roster.refusal;
}

const windows = ['W001', 'W002', 'W003'].map((code) => person(code, 'hall/window'));
const guide = person('W004', 'hall/guide');
const seats = ['W001', 'W002', 'W003', 'W004'].map((code) => person(code, 'desk/seat'));
const may = (from: number, to: number) => ({ from: civilDate(`2026-05-${from}`), to: civilDate(`2026-05-${to}`) });

describe('a week of a hall', () => {
  it('fills every post, half a day on Saturday, each person at one post all week and on Saturday at the one whose turn it is', async () => {
    const roster = await planned(planningFacts(smallHall(), [...windows, guide]));
    expect(roster.vacancies).toEqual([]);
    expect(roster.requiredPostDays).toBe('41/2');
    expect(roster.filledPostDays).toBe('41/2');
    expect(roster.isProvisional).toBe(false);
    const posts = new Map<string, Set<string | null>>();
    const isWeekday = ({ date }: { readonly date: string }) => date !== '2026-05-16';
    for (const { worker, post } of roster.assignments.filter(isWeekday))
      posts.set(worker, (posts.get(worker) ?? new Set()).add(post));
    expect([...posts.values()].map((held) => held.size)).toEqual([1, 1, 1, 1]);
    // The fifth Saturday of the term, after the 4th, 11th, 18th and 25th of April: turns 0, 1, 2, 0, 1.
    expect(roster.assignments.find(({ date }) => date === '2026-05-16')).toMatchObject({
      post: '窗2',
      start: '2026-05-16T09:00+08:00',
      end: '2026-05-16T13:00+08:00',
    });
  });

  it('leaves everything vacant without workers, each gap with its reason and price', async () => {
    const roster = await planned(planningFacts(smallHall(), []));
    expect(roster.assignments).toEqual([]);
    expect(roster.filledPostDays).toBe('0');
    expect(roster.vacancies).toContainEqual(
      expect.objectContaining({
        postGroup: 'hall/window',
        date: '2026-05-11',
        interval: '09:00-17:00',
        missing: 3,
        price: 2400,
      }),
    );
    for (const { reason } of roster.vacancies)
      expect([reason.zh, reason.en].every((sentence) => sentence.length > 5)).toBe(true);
  });

  it('says so when nobody is qualified, and when all who are have leave', async () => {
    const noGuide = await planned(planningFacts(smallHall(), windows));
    expect(noGuide.vacancies.filter(({ postGroup }) => postGroup === 'hall/guide')).not.toEqual([]);
    const leave = [{ worker: 'W004', ...may(11, 15), kind: 'annual' as const, status: 'approved' as const }];
    const onLeave = await planned(planningFacts(smallHall(), [...windows, guide], { leave }));
    const reasonOf = (roster: PlannedRoster) =>
      roster.vacancies.find(({ postGroup }) => postGroup === 'hall/guide')?.reason.en;
    expect(reasonOf(onLeave)).not.toBe(reasonOf(noGuide));
    expect(onLeave.requiredPostDays).toBe('41/2');
    expect(onLeave.filledPostDays).toBe('31/2');
  });

  it('plans a week of closed days as an empty roster', async () => {
    const roster = await planned(
      planningFacts(smallHall(), windows, { from: civilDate('2026-10-01'), to: civilDate('2026-10-07') }),
    );
    expect(roster).toMatchObject({ assignments: [], vacancies: [], requiredPostDays: '0', filledPostDays: '0' });
  });

  it('marks days of a year without a notice as provisional', async () => {
    const roster = await planned(
      planningFacts(smallHall(), windows, { from: civilDate('2027-02-01'), to: civilDate('2027-02-06') }),
    );
    expect(roster.isProvisional).toBe(true);
    // 5 and 6 February 2027 are New Year's Eve and New Year's Day.
    expect(new Set(roster.assignments.map(({ date }) => date))).toEqual(
      new Set(['2027-02-01', '2027-02-02', '2027-02-03', '2027-02-04']),
    );
  });
});

describe('a desk that never closes', () => {
  it('covers 28 days with four people, and every duty has the seat', async () => {
    const roster = await planned(
      planningFacts(smallDesk(), seats, { from: civilDate('2026-05-11'), to: civilDate('2026-06-07') }),
    );
    expect(roster.requiredPostDays).toBe('28');
    // The first morning before 8:30 belongs to the night that started the day before, outside this plan.
    expect(roster.vacancies).toEqual([]);
    expect(new Set(roster.assignments.map(({ post }) => post))).toEqual(new Set(['席1']));
  });

  it('counts the night that runs into the first day, and lets its agent rest', async () => {
    const earlier = known({ from: '2026-05-10', to: '2026-05-10' }, [
      duty('W002', '2026-05-10', 'night', 'desk/seat', { post: '席1' }),
    ]);
    const roster = await planned(planningFacts(smallDesk(), seats, { ...may(11, 13), known: earlier }));
    expect(roster.vacancies).toEqual([]);
    expect(roster.assignments.filter(({ worker, date }) => worker === 'W002' && date === '2026-05-11')).toEqual([]);
  });

  it('refuses a pin against a law in words', async () => {
    const restrictions = [{ effect: 'noNight' as const, from: civilDate('2026-05-01'), to: civilDate('2026-08-31') }];
    const team = [person('W001', 'desk/seat', { restrictions }), ...seats.slice(1)];
    const pins = [
      { worker: 'W001', date: civilDate('2026-05-12'), assignment: { shift: 'night', postGroup: 'desk/seat' } },
    ];
    const refusal = await refused(planningFacts(smallDesk(), team, { ...may(11, 13), pins }));
    expect(refusal.code).toBe('plan-rejected');
    expect(refusal.message.zh).toContain('W001');
    expect(refusal.message.en).toContain('W001');
  });

  it('lets a relief under standard hours take days, never a night', async () => {
    const relief = person('W009', 'desk/leader', { backupFor: ['desk/seat'] });
    const roster = await planned(planningFacts(smallDesk(), [relief], may(11, 15)));
    expect(roster.assignments.length).toBeGreaterThan(0);
    expect(roster.assignments.every(({ shift }) => shift === 'day')).toBe(true);
  });
});

describe('planning a published week again after a sick call', () => {
  it('changes the days of the sick worker and little else', async () => {
    const facts = planningFacts(smallDesk(), seats, may(11, 17));
    const first = await planned(facts);
    const published = known({ from: '2026-05-11', to: '2026-05-17' }, first.assignments);
    const sick = first.assignments.find(({ date }) => date === '2026-05-14')?.worker ?? '';
    const leave = [{ worker: sick, ...may(14, 14), kind: 'sick' as const, status: 'approved' as const }];
    const again = await planned({ ...facts, known: published, leave, today: civilDate('2026-05-13') });
    const past = (roster: PlannedRoster) => roster.assignments.filter(({ date }) => date < '2026-05-13');
    expect(past(again)).toEqual(past(first));
    expect(again.assignments.some(({ worker, date }) => worker === sick && date === '2026-05-14')).toBe(false);
    const cells = (roster: PlannedRoster) =>
      new Set(roster.assignments.map(({ worker, date, shift }) => `${worker} ${date} ${shift}`));
    const moved = [...cells(again)].filter((cell) => !cells(first).has(cell));
    expect(moved.length).toBeLessThanOrEqual(4);
  });
});
