import { checkPlan, explainPlan } from '../../../solver/index.js';
import type { ExplainedVacancy, PlanAssignment, RosterProblem } from '../../../solver/index.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

async function explained(
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
  secondsPerVacancy = 10,
): Promise<ExplainedVacancy> {
  const { vacancies } = checkPlan(problem, assignments);
  const found = await explainPlan(problem, { assignments, vacancies }, { secondsPerVacancy, seed: 1 });
  expect(found).toHaveLength(1);
  return found[0] as ExplainedVacancy;
}

const morning = { group: 'counter', day: 0, start: 510, end: 720, required: 2, price: 210 };
const present = { worker: 'W1', day: 0, shift: 'day', group: 'counter' };
const week = {
  name: 'week',
  fromDay: 0,
  toDay: 1,
  carriedMinutes: 2400,
  normalMinutes: 2400,
  minutesMax: 2400,
  overtimePricePerHour: 60,
};

describe('explained vacancies', () => {
  it('are filled by whoever is free, the cheapest first, without any time to search', async () => {
    const twice = smallWorker('W3', { history: { duties: { early: 2 } } });
    const workers = [smallWorker('W1'), twice, smallWorker('W2')];
    const fairness = [{ duty: 'early', workers: ['W1', 'W2', 'W3'], weight: 10 } as const];
    const problem = smallRoster({ demand: [morning], workers, fairness });
    const { conflict, repairs } = await explained(problem, [present], 0);
    expect(conflict).toEqual({ kind: 'avoidable' });
    expect(repairs.map(({ change }) => change)).toEqual([
      { kind: 'insist', worker: 'W2', shift: 'day' },
      { kind: 'insist', worker: 'W3', shift: 'day' },
    ]);
    const duty = { shift: 'day', group: 'counter' };
    expect(repairs[0]).toMatchObject({ filledMinutes: 210, moves: [{ worker: 'W2', day: 0, duty }] });
    const after = checkPlan(problem, [present, { worker: 'W2', day: 0, ...duty }]);
    expect(repairs[0]?.costDifference).toBeCloseTo(after.objective - checkPlan(problem, [present]).objective, 6);
    expect(await explained(problem, [], 0).then(({ repairs: [first] }) => first?.filledMinutes)).toBe(210);
  });

  it('name the leave that stands in the way, and offer to move it', async () => {
    const onLeave = smallWorker('W2', { unavailable: [{ day: 0, reason: 'leave' }] });
    const { conflict, message, repairs } = await explained(
      smallRoster({ demand: [morning], workers: [smallWorker('W1'), onLeave, smallWorker('W3', { eligibility: [] })] }),
      [present],
    );
    expect(conflict).toEqual({
      kind: 'unavoidable',
      members: [{ kind: 'rule', rule: 'availability', worker: 'W2' }],
      isMinimal: true,
    });
    expect(message.en).toBe(
      'counter lacks 2026-05-11 8:30–12:00 ×1, 210 person-minutes in all. Proven: it cannot be smaller unless more is missing elsewhere. 2 may serve there at all; on leave: W2. If any one of these changed, it could be smaller.',
    );
    expect(repairs.map(({ change, costDifference }) => [change.kind, costDifference])).toEqual([
      ['moveAbsence', -200],
      ['onePersonMore', -200],
      ['approveBackup', -170],
    ]);
    expect(repairs[0]?.message.en).toBe(
      'Move W2’s leave of 2026-05-11 to other days: fills 210 min at -200.00 yuan (vacancy -210.00, fairness +10.00).',
    );
    expect(repairs[2]?.change).toMatchObject({ worker: 'W3', group: 'counter', fromDay: 0, toDay: 0 });
  });

  it('name the hours that are used up, and price the overtime that would do', async () => {
    const tired = smallWorker('W2', { limits: { hours: [week] } });
    const { conflict, repairs } = await explained(
      smallRoster({ demand: [morning], workers: [smallWorker('W1'), tired], fairness: [] }),
      [present],
    );
    expect(conflict).toMatchObject({ members: [{ rule: 'hoursMaximum', worker: 'W2' }] });
    // Eight hours at 60 yuan, less the vacancy of 210.
    expect(repairs).toContainEqual(
      expect.objectContaining({
        change: { kind: 'overtime', worker: 'W2', account: 'week', minutesMax: 2880 },
        costByRule: { vacancy: -210, overtime: 480 },
        costDifference: 270,
      }),
    );
    const [first] = repairs;
    expect(first?.change.kind).toBe('onePersonMore');
  });

  it('name the pin that holds somebody elsewhere, and what lifting it costs', async () => {
    const { conflict, repairs } = await explained(
      smallRoster({ demand: [morning], pins: [{ worker: 'W2', day: 0, assignment: null }] }),
      [present],
    );
    expect(conflict).toMatchObject({ members: [{ rule: 'pins', worker: 'W2' }] });
    expect(repairs.map(({ change }) => change)).toContainEqual({ kind: 'liftPin', worker: 'W2', days: [0] });
  });

  it('blame the other posts that need the same person', async () => {
    const [counter] = smallRoster().groups;
    if (counter === undefined) throw new Error('There is a counter');
    const both = [...smallWorker('W1').eligibility, { group: 'desk', fromDay: 0, toDay: 1, role: 'home' as const }];
    const { conflict, message } = await explained(
      smallRoster({
        groups: [counter, { ...counter, id: 'desk' }],
        demand: [
          { ...morning, required: 1 },
          { ...morning, group: 'desk', required: 1 },
        ],
        workers: [smallWorker('W1', { eligibility: both })],
      }),
      [present],
    );
    expect(conflict).toEqual({
      kind: 'unavoidable',
      members: [{ kind: 'demand', group: 'counter', day: 0 }],
      isMinimal: true,
    });
    expect(message.en).toContain('the same people are needed at counter 2026-05-11');
  });

  it('say when only the price speaks against it, and how much it would cost', async () => {
    const dear = smallWorker('W2', { limits: { hours: [{ ...week, minutesMax: null }] } });
    const { conflict, repairs } = await explained(
      smallRoster({ demand: [morning], workers: [smallWorker('W1'), dear], fairness: [] }),
      [present],
    );
    expect(conflict).toEqual({ kind: 'avoidable' });
    expect(repairs.find(({ change }) => change.kind === 'insist')).toMatchObject({ costDifference: 270 });
  });

  it('say when there are simply too few people', async () => {
    const { message } = await explained(smallRoster({ demand: [morning], workers: [smallWorker('W1')] }), [present]);
    expect(message.en).toContain('1 may serve there at all: too few whatever else is relaxed');
  });
});
