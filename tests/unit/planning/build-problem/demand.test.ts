import type { PlanningFacts } from '../../../../src/planning/planning-facts.js';
import { known, planningFacts, smallDesk, smallHall } from '../../../support/small-contract.js';
import { days, deskTeam, hallTeam, problemOf } from './facts.js';

describe('demand', () => {
  it('follows the windows of working days and of the Saturday, priced by minutes of 8 hours', () => {
    const { demand } = problemOf(planningFacts(smallHall(), hallTeam));
    const monday = demand.filter(({ group, day }) => group === 'hall/window' && day === 0);
    expect(monday).toEqual([
      { group: 'hall/window', day: 0, start: 510, end: 540, required: 1, price: 50 },
      { group: 'hall/window', day: 0, start: 540, end: 1020, required: 3, price: 800 },
    ]);
    expect(demand.filter(({ day }) => day === 5)).toEqual([
      { group: 'hall/window', day: 5, start: 540, end: 780, required: 1, price: 400 },
    ]);
  });

  it.each([
    ['2026-05-01', '2026-05-07', ['2026-05-06', '2026-05-07']],
    ['2026-05-04', '2026-05-10', ['2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09']],
    [
      '2026-09-14',
      '2026-09-20',
      ['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18', '2026-09-19', '2026-09-20'],
    ],
    ['2026-10-01', '2026-10-11', ['2026-10-08', '2026-10-09', '2026-10-10']],
  ])('opens the hall from %s to %s on the service days only', (from, to, open) => {
    const { demand, days: dates } = problemOf(planningFacts(smallHall(), hallTeam, days(from, to)));
    expect([...new Set(demand.map(({ day }) => dates[day]))]).toEqual(open);
  });

  it('is empty for a range of closed days, which is a valid problem', () => {
    const problem = problemOf(planningFacts(smallHall(), hallTeam, days('2026-10-01', '2026-10-07')));
    expect(problem.demand).toEqual([]);
    expect(problem.days).toHaveLength(7);
  });

  it('stands without workers', () => {
    expect(problemOf(planningFacts(smallHall(), [])).workers).toEqual([]);
  });
});

describe('the first morning', () => {
  const lastNight = known({ from: '2026-05-10', to: '2026-05-10' }, []);
  const firstMinute = (facts: PlanningFacts) =>
    Math.min(...problemOf(facts).demand.flatMap(({ day, start }) => (day === 0 ? [start] : [])));

  it('is left to the roster before, and required where that roster is known', () => {
    const monday = days('2026-05-11', '2026-05-11');
    expect(firstMinute(planningFacts(smallDesk(), deskTeam, monday))).toBeGreaterThan(0);
    expect(firstMinute(planningFacts(smallDesk(), deskTeam, { ...monday, known: lastNight }))).toBe(0);
  });
});

describe('the duties of a day', () => {
  it('marks the Saturday crew of a hall, and rest days and statutory holidays of a desk that never closes', () => {
    const hall = problemOf(planningFacts(smallHall(), hallTeam));
    expect(hall.groups.find(({ id }) => id === 'hall/window')?.offers.at(-1)).toEqual({
      day: 5,
      shifts: ['saturday'],
      dayDuties: ['saturday'],
    });
    const desk = problemOf(planningFacts(smallDesk(), deskTeam, days('2026-05-01', '2026-05-09')));
    expect(desk.groups[0]?.offers.map(({ dayDuties }) => dayDuties[0] ?? '')).toEqual([
      'holiday',
      'holiday',
      'weekend',
      'weekend',
      'weekend',
      '',
      '',
      '',
      '',
    ]);
  });
});
