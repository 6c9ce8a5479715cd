import { readProblem } from '../../../../solver/index.js';
import type { Worker } from '../../../../src/domain/workforce/worker.js';
import { civilDate } from '../../../../src/shared/civil-date.js';
import { calendar2026, duty, known, planningFacts, smallDesk, smallHall } from '../../../support/small-contract.js';
import { days, deskTeam, hallTeam, problemOf, refusalOf } from './facts.js';

describe('refusals', () => {
  it.each([
    ['reversed dates', days('2026-05-16', '2026-05-11'), 'invalid-input'],
    ['a day before the term', days('2026-04-01', '2026-04-05'), 'outside-term'],
    ['a day after the term', days('2027-03-31', '2027-04-02'), 'outside-term'],
  ])('are given for %s, in both languages', (_, range, code) => {
    const refusal = refusalOf(planningFacts(smallHall(), hallTeam, range));
    expect(refusal?.code).toBe(code);
    expect(refusal?.message.zh).toMatch(/[。]$/u);
    expect(refusal?.message.en).not.toBe('');
  });

  it('are given beyond a quarter when the people are many, with the day until which to plan', () => {
    const crowd = (people: number): readonly Worker[] =>
      Array.from({ length: people }, (_, index) => ({ ...hallTeam[0], code: `W${index}` }) as Worker);
    const quarter = days('2026-05-01', '2026-07-31');
    const longer = days('2026-05-01', '2026-08-01');
    expect(refusalOf(planningFacts(smallHall(), crowd(164), quarter))).toBeUndefined();
    const refusal = refusalOf(planningFacts(smallHall(), crowd(164), longer));
    expect(refusal?.code).toBe('invalid-input');
    expect(refusal?.message.zh).toContain('164 人一次最多排 92 天。请先排到 2026-07-31');
    expect(refusal?.message.en).toContain('plan until 2026-07-31 first');
    expect(refusalOf(planningFacts(smallHall(), crowd(161), longer))).toBeUndefined();
    const term = { from: civilDate('2026-04-02'), to: civilDate('2028-04-01') };
    const few = { ...planningFacts(smallHall(), hallTeam, days('2026-04-02', '2027-04-03')), term };
    expect(refusalOf(few)?.message.en).toContain('at most 366');
  });

  it('are not given at the edges of the term or for a whole year of a small team', () => {
    expect(refusalOf(planningFacts(smallHall(), hallTeam, days('2026-04-02', '2027-04-01')))).toBeUndefined();
    expect(refusalOf(planningFacts(smallHall(), hallTeam, days('2026-04-02', '2026-04-02')))).toBeUndefined();
    expect(refusalOf(planningFacts(smallHall(), hallTeam, days('2027-04-01', '2027-04-01')))).toBeUndefined();
    expect(refusalOf(planningFacts(smallHall(), hallTeam, days('2026-05-01', '2026-07-31')))).toBeUndefined();
  });
});

describe('every problem', () => {
  it('names only what it contains, whatever has left the contract since', () => {
    const history = known({ from: '2026-05-04', to: '2026-05-16' }, [
      duty('W001', '2026-05-10', 'night', 'desk/old'),
      duty('W002', '2026-05-10', 'night', 'desk/seat'),
      duty('W900', '2026-05-12', 'day', 'desk/seat'),
      duty('W001', '2026-05-13', 'twilight', 'desk/seat'),
      duty('W003', '2026-05-13', 'day', 'desk/old'),
    ]);
    const problem = problemOf(planningFacts(smallDesk(), deskTeam, { known: history, today: civilDate('2026-05-14') }));
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toEqual({ ok: true, problem });
    expect(problem.pins.every(({ assignment }) => assignment === null)).toBe(true);
  });

  it('asks for what a window requires even where no shift is on offer', () => {
    const contract = { ...smallDesk(), shifts: [] };
    const problem = problemOf(planningFacts(contract, deskTeam));
    expect(problem.demand).toHaveLength(6);
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toMatchObject({ ok: true });
  });
});

describe('the same facts', () => {
  it('give the same problem whatever the order of the team', () => {
    const facts = planningFacts(smallHall(), hallTeam, { calendar: calendar2026 });
    expect(JSON.stringify(problemOf(facts))).toBe(
      JSON.stringify(problemOf({ ...facts, workers: hallTeam.toReversed() })),
    );
  });
});
