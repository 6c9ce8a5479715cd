import type { Leave } from '../../../../src/domain/workforce/worker.js';
import type { PlanningFacts } from '../../../../src/planning/planning-facts.js';
import { duty, known, person, planningFacts, smallDesk, smallHall } from '../../../support/small-contract.js';
import { approved, days, deskTeam, hallTeam, problemOf } from './facts.js';

describe('hours accounts', () => {
  const accountsOf = (facts: PlanningFacts, code = 'W001') =>
    problemOf(facts).workers.find(({ id }) => id === code)?.limits.hours ?? [];

  it('gives an ordinary week 40 hours, and prices its Saturday as rest-day work', () => {
    expect(accountsOf(planningFacts(smallHall(), hallTeam))[0]).toEqual({
      name: 'week:2026-05-11',
      fromDay: 0,
      toDay: 5,
      carriedMinutes: 0,
      normalMinutes: 2400,
      minutesMax: 2400 + 6 * 180,
      overtimePricePerHour: 80,
    });
  });

  it('gives a week with an adjusted sixth working day 48 hours', () => {
    const [week] = accountsOf(planningFacts(smallHall(), hallTeam, days('2026-09-14', '2026-09-20')));
    expect(week?.normalMinutes).toBe(6 * 480);
  });

  it('credits a day of approved leave with 8 hours, not a day of requested leave or of a weekend', () => {
    const leave: Leave[] = [
      approved('W001', '2026-05-12'),
      { ...approved('W001', '2026-05-13'), status: 'requested' },
      approved('W001', '2026-05-16'),
    ];
    expect(accountsOf(planningFacts(smallHall(), hallTeam, { leave }))[0]?.normalMinutes).toBe(4 * 480);
  });

  it('carries what was worked earlier in a week that is planned in two halves', () => {
    const earlier = known({ from: '2026-05-11', to: '2026-05-12' }, [
      duty('W001', '2026-05-11', 'main', 'hall/window'),
      duty('W001', '2026-05-12', 'early', 'hall/window'),
    ]);
    const facts = planningFacts(smallHall(), hallTeam, { ...days('2026-05-13', '2026-05-15'), known: earlier });
    expect(accountsOf(facts)[0]).toMatchObject({
      name: 'week:2026-05-11',
      fromDay: 0,
      toDay: 2,
      carriedMinutes: 960,
      normalMinutes: 2400,
    });
  });

  it('counts no normal time on days that nothing is known about', () => {
    expect(accountsOf(planningFacts(smallHall(), hallTeam, days('2026-05-13', '2026-05-15')))[0]).toMatchObject({
      carriedMinutes: 0,
      normalMinutes: 1440,
    });
  });

  it('limits the overtime of a month to 36 hours without pricing it twice', () => {
    const month = accountsOf(planningFacts(smallHall(), hallTeam)).find(({ name }) => name === 'month:2026-05');
    expect(month).toMatchObject({ normalMinutes: null, minutesMax: 2400 + 2160, overtimePricePerHour: 0 });
  });

  it('averages comprehensive hours over term quarters, with 36 hours for each of their months', () => {
    const accounts = accountsOf(planningFacts(smallDesk(), deskTeam, days('2026-06-29', '2026-07-05')));
    // The old quarter ends on 1 July; the new one has 65 working days in 92 days, of which four are planned.
    expect(accounts).toEqual([
      expect.objectContaining({
        name: 'cycle:2026-04-02',
        fromDay: 0,
        toDay: 2,
        normalMinutes: 3 * 480,
        minutesMax: 3 * 480 + 2160,
      }),
      expect.objectContaining({
        name: 'cycle:2026-07-02',
        fromDay: 3,
        toDay: 6,
        normalMinutes: Math.round((65 * 480 * 4) / 92 / 30) * 30,
        minutesMax: Math.round((65 * 480 * 4) / 92 / 30) * 30 + 3 * 2160,
      }),
    ]);
  });

  it('makes no overtime of a holiday week that the rest of the cycle will balance', () => {
    const [golden] = accountsOf(planningFacts(smallDesk(), deskTeam, days('2026-10-02', '2026-10-08')));
    const [dense] = accountsOf(planningFacts(smallDesk(), deskTeam, days('2026-10-12', '2026-10-16')));
    expect(golden?.normalMinutes).toBeGreaterThan(4 * 480);
    expect(dense?.normalMinutes).toBe(5 * 480);
  });

  it('keeps functions outside the approval at 8 + 3 hours, so that their people take no 15.5-hour night', () => {
    const problem = problemOf(
      planningFacts(smallDesk(), [...deskTeam, person('W005', 'desk/leader', { backupFor: ['desk/seat'] })]),
    );
    expect(problem.workers.map(({ limits }) => limits.dutyMinutesMax)).toEqual([930, 930, 930, 930, 660]);
  });
});
