import { buildProblem } from '../../../src/planning/build-problem.js';
import type { PlanningFacts } from '../../../src/planning/planning-facts.js';
import { wishOutcome, wishRecords } from '../../../src/domain/rostering/shift-wish.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { duty, known, person, planningFacts, smallHall } from '../../support/small-contract.js';

const team = ['W001', 'W002'].map((code) => person(code, 'hall/window'));
const wish = (worker: string, date: string, shift: string | null = null) => ({
  ...{ worker, date: civilDate(date), shift, wishedAt: '2026-05-06T04:00:00.000Z' },
});

function requests(changes: Partial<PlanningFacts>) {
  const problem = buildProblem(planningFacts(smallHall(), team, changes));
  if (!problem.ok) throw new Error(problem.refusal.message.en);
  return problem.value.requests;
}

describe('wishes in the roster problem', () => {
  it('are soft requests: against every shift of a day off, for the one that is wished', () => {
    expect(requests({ wishes: [wish('W001', '2026-05-12'), wish('W002', '2026-05-16', 'saturday')] })).toEqual([
      { worker: 'W001', day: 1, shift: 'early', kind: 'off', weight: 20 },
      { worker: 'W001', day: 1, shift: 'main', kind: 'off', weight: 20 },
      { worker: 'W002', day: 5, shift: 'saturday', kind: 'on', weight: 20 },
    ]);
  });

  it('leave the problem as it was when there are none, when others wish, and in a repair', () => {
    expect(requests({})).toBeUndefined();
    expect(requests({ wishes: [wish('W009', '2026-05-12'), wish('W001', '2026-05-20')] })).toBeUndefined();
    expect(requests({ wishes: [wish('W001', '2026-05-12')], repair: { presentMinute: 0 } })).toBeUndefined();
  });

  it('weigh more for who was refused before, up to a limit', () => {
    const worked = ['04', '05', '06', '07', '08'].map((day) => duty('W001', `2026-05-${day}`, 'main', 'hall/window'));
    const weightAfter = (refused: number) =>
      requests({
        known: known({ from: '2026-05-04', to: '2026-05-08' }, worked),
        wishes: [
          ...worked.slice(0, refused).map(({ date }) => wish('W001', date)),
          wish('W001', '2026-05-16', 'saturday'),
          wish('W002', '2026-05-04'),
        ],
      })?.map(({ weight }) => weight);
    expect([0, 1, 4, 5].map(weightAfter)).toEqual([[20], [25], [40], [40]]);
  });
});

describe('what becomes of a wish', () => {
  it('is open until the day is published, then granted or not', () => {
    const duties = [duty('W001', '2026-05-12', 'main', 'hall/window')];
    expect(wishOutcome(wish('W001', '2026-05-12'), undefined)).toBe('open');
    expect(wishOutcome(wish('W001', '2026-05-12'), duties)).toBe('refused');
    expect(wishOutcome(wish('W001', '2026-05-12', 'main'), duties)).toBe('granted');
    expect(wishOutcome(wish('W001', '2026-05-12', 'early'), duties)).toBe('refused');
    expect(wishOutcome(wish('W002', '2026-05-12'), duties)).toBe('granted');
  });

  it('is counted person by person, who was refused most first', () => {
    const outcomes = ['W001 granted', 'W002 refused', 'W002 open', 'W003 refused', 'W003 refused'].map((text) => {
      const [worker = '', outcome] = text.split(' ');
      return { worker, outcome: outcome as 'open' | 'granted' | 'refused' };
    });
    expect(wishRecords(outcomes)).toEqual([
      { worker: 'W003', open: 0, granted: 0, refused: 2 },
      { worker: 'W002', open: 1, granted: 0, refused: 1 },
      { worker: 'W001', open: 0, granted: 1, refused: 0 },
    ]);
  });
});
