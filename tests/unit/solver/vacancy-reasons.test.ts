import { checkPlan, explainVacancies } from '../../../solver/index.js';
import type { PlanAssignment, RosterProblem } from '../../../solver/index.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

function reasons(problem: RosterProblem, assignments: readonly PlanAssignment[] = []): string[] {
  const { vacancies } = checkPlan(problem, assignments);
  return explainVacancies(problem, { assignments, vacancies }).map(({ message }) => message.en);
}

const oneMorning = [{ group: 'counter', day: 0, start: 510, end: 720, required: 2, price: 100 }];

describe('vacancy reasons', () => {
  it('counts those present, on leave and resting, and names what binds', () => {
    const problem = smallRoster({
      demand: oneMorning,
      workers: [
        smallWorker('W1'),
        smallWorker('W2', { unavailable: [{ day: 0, reason: 'leave' }] }),
        smallWorker('W3', { unavailable: [{ day: 0, reason: 'leave' }] }),
        smallWorker('W4', { limits: { restMinutesMin: 660 }, history: { lastDutyEnd: 0 } }),
        smallWorker('W5', { eligibility: [] }),
      ],
    });
    expect(reasons(problem, [{ worker: 'W1', day: 0, shift: 'day', group: 'counter' }])).toEqual([
      'counter 2026-05-11 8:30–12:00 lacks 1: 4 may serve there, 1 present, 1 resting between duties, 2 on leave. Main obstacle: on leave (2).',
    ]);
  });

  it('says when someone could still be assigned', () => {
    expect(reasons(smallRoster({ demand: oneMorning }))[0]).toContain('2 could be assigned. Someone could be assigned');
  });

  it('says when nobody may serve, when no shift covers the time, and when all are present already', () => {
    const nobody = smallRoster({ demand: oneMorning, workers: [smallWorker('W1', { eligibility: [] })] });
    expect(reasons(nobody)[0]).toContain('Nobody is approved for this group');
    const noShift = smallRoster({
      demand: [{ group: 'counter', day: 0, start: 1200, end: 1260, required: 1, price: 1 }],
    });
    expect(reasons(noShift)[0]).toContain('No shift on offer in the planned days covers this time');
    const all = smallRoster({ demand: oneMorning, workers: [smallWorker('W1')] });
    expect(reasons(all, [{ worker: 'W1', day: 0, shift: 'day', group: 'counter' }])[0]).toContain(
      'Everyone who may serve is present',
    );
  });

  it('knows the hours limit, the other group and the other shift of the day', () => {
    const hours = [
      {
        name: 'week',
        fromDay: 0,
        toDay: 1,
        carriedMinutes: 900,
        normalMinutes: null,
        minutesMax: 960,
        overtimePricePerHour: 0,
      },
    ];
    const problem = smallRoster({
      demand: oneMorning,
      groups: smallRoster().groups.flatMap((group) => [group, { ...group, id: 'desk' }]),
      workers: [
        smallWorker('W1', { limits: { hours } }),
        smallWorker('W2', {
          eligibility: ['counter', 'desk'].map((group) => ({ group, fromDay: 0, toDay: 1, role: 'home' as const })),
        }),
        smallWorker('W3'),
      ],
    });
    const plan = [
      { worker: 'W2', day: 0, shift: 'day', group: 'desk' },
      { worker: 'W3', day: 0, shift: 'night', group: 'counter' },
    ];
    expect(reasons(problem, plan)[0]).toBe(
      'counter 2026-05-11 8:30–12:00 lacks 2: 3 may serve there, 1 in another shift of the group that day, 1 used in another group that day, 1 at their hours limit. Main obstacle: in another shift of the group that day (1).',
    );
  });
});
