import type { Leave, Worker } from '../../../../src/domain/workforce/worker.js';
import { civilDate } from '../../../../src/shared/civil-date.js';
import { duty, known, person, planningFacts, smallDesk, smallHall } from '../../../support/small-contract.js';
import { approved, deskTeam, problemOf } from './facts.js';

describe('availability', () => {
  const unavailable = (changes: Parameters<typeof person>[2], leave: Leave[] = []) =>
    problemOf(planningFacts(smallHall(), [person('W001', 'hall/window', changes)], { leave })).workers[0]
      ?.unavailable ?? [];

  it('knows the day after the range, on whose morning a last night would end', () => {
    expect(unavailable({}, [approved('W001', '2026-05-17')])).toEqual([{ day: 6, reason: 'leave' }]);
  });

  it('opens on the day after every gate: employment, approval, training', () => {
    expect(unavailable({ joinedOn: civilDate('2026-05-12') })).toEqual([{ day: 0, reason: 'notEmployed' }]);
    expect(unavailable({ approvedOn: civilDate('2026-05-12'), trainedOn: civilDate('2026-05-13') })).toEqual([
      { day: 0, reason: 'notApproved' },
      { day: 1, reason: 'notTrained' },
    ]);
    expect(unavailable({ leftOn: civilDate('2026-05-15') })).toEqual([
      { day: 5, reason: 'notEmployed' },
      { day: 6, reason: 'notEmployed' },
    ]);
  });

  it('keeps a person off who was never approved', () => {
    const unapproved = Object.entries(person('W001', 'hall/window')).filter(([field]) => field !== 'approvedOn');
    const problem = problemOf(planningFacts(smallHall(), [Object.fromEntries(unapproved) as Worker]));
    expect(problem.workers[0]?.unavailable.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 7 }, () => 'notApproved'),
    );
  });

  it('knows approved leave only', () => {
    expect(
      unavailable({}, [
        approved('W001', '2026-05-11', '2026-05-12'),
        { ...approved('W001', '2026-05-14'), status: 'rejected' },
      ]),
    ).toEqual([
      { day: 0, reason: 'leave' },
      { day: 1, reason: 'leave' },
    ]);
  });

  it('turns restrictions into bans of days', () => {
    const restrictions = [
      { effect: 'noNight' as const, from: civilDate('2026-05-12'), to: civilDate('2026-09-30') },
      { effect: 'noOvertime' as const, from: civilDate('2026-01-01'), to: civilDate('2026-05-11') },
    ];
    const [worker] = problemOf(planningFacts(smallDesk(), [person('W001', 'desk/seat', { restrictions })])).workers;
    expect(worker?.limits.nightBans).toEqual([{ fromDay: 1, toDay: 6 }]);
    expect(worker?.limits.overtimeBans).toEqual([{ fromDay: 0, toDay: 0 }]);
  });
});

describe('history', () => {
  it('knows the night that runs into the first day', () => {
    const earlier = known({ from: '2026-05-08', to: '2026-05-10' }, [
      duty('W001', '2026-05-08', 'day', 'desk/seat'),
      duty('W001', '2026-05-10', 'night', 'desk/seat'),
    ]);
    const [worker] = problemOf(planningFacts(smallDesk(), deskTeam, { known: earlier })).workers;
    expect(worker?.history).toEqual({
      workedDaysBefore: [1, 3],
      lastDutyEnd: 540,
      running: { group: 'desk/seat', until: 540 },
      duties: { night: 1, weekend: 1 },
      group: 'desk/seat',
    });
  });

  it('takes no night of relief for the group that somebody serves', () => {
    const leader = person('W005', 'desk/leader', { backupFor: ['desk/seat'] });
    const earlier = known({ from: '2026-05-07', to: '2026-05-08' }, [
      duty('W005', '2026-05-07', 'office', 'desk/leader'),
      duty('W005', '2026-05-08', 'day', 'desk/seat'),
    ]);
    const { workers } = problemOf(planningFacts(smallDesk(), [...deskTeam, leader], { known: earlier }));
    expect(workers.find(({ id }) => id === 'W005')?.history.group).toBe('desk/leader');
  });

  it('counts both days of a night that ended before the plan', () => {
    const earlier = known({ from: '2026-05-08', to: '2026-05-10' }, [duty('W001', '2026-05-08', 'night', 'desk/seat')]);
    const [worker] = problemOf(planningFacts(smallDesk(), deskTeam, { known: earlier })).workers;
    expect(worker?.history.workedDaysBefore).toEqual([2, 3]);
    expect(worker?.history.lastDutyEnd).toBe(540 - 2 * 1440);
  });

  it('credits a worker who was away with the average of the group', () => {
    const nights = ['2026-05-04', '2026-05-06', '2026-05-08', '2026-05-10'].map((date, index) =>
      duty(`W00${(index % 3) + 2}`, date, 'night', 'desk/seat'),
    );
    const facts = planningFacts(smallDesk(), deskTeam, {
      known: known({ from: '2026-05-04', to: '2026-05-10' }, nights),
      leave: [approved('W001', '2026-05-01', '2026-05-10')],
    });
    expect(problemOf(facts).workers.map(({ history }) => history.duties.night)).toEqual([1, 2, 1, 1]);
  });
});
