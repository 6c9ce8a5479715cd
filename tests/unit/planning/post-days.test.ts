import { horizonOf } from '../../../src/planning/horizon.js';
import { postDays } from '../../../src/planning/post-days.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { headcountDaysText } from '../../../src/shared/headcount-days.js';
import { planningFacts, smallDesk, smallHall } from '../../support/small-contract.js';
import type { PlanVacancy } from '../../../solver/index.js';

function countOf(
  contract: ReturnType<typeof smallHall>,
  range: { from: string; to: string },
  vacancies: PlanVacancy[],
) {
  const facts = planningFacts(contract, [], { from: civilDate(range.from), to: civilDate(range.to) });
  const horizon = horizonOf(facts);
  if (!horizon.ok) throw new Error(horizon.refusal.message.en);
  const { required, filled } = postDays(facts, horizon.value, vacancies);
  return [headcountDaysText(required), headcountDaysText(filled)];
}
const missing = (group: string, start: number, end: number, count = 1): PlanVacancy => ({
  group,
  day: 0,
  start,
  end,
  missing: count,
  price: 0,
});
const monday = { from: '2026-05-11', to: '2026-05-11' };
const saturday = { from: '2026-05-16', to: '2026-05-16' };

describe('post-days', () => {
  it('lose one for a person missing all day, and nothing for the early half-hour alone', () => {
    expect(countOf(smallHall(), monday, [])).toEqual(['4', '4']);
    expect(countOf(smallHall(), monday, [missing('hall/window', 540, 1020)])).toEqual(['4', '3']);
    expect(countOf(smallHall(), monday, [missing('hall/window', 510, 540)])).toEqual(['4', '4']);
  });

  it('are worth a half on an ordinary Saturday and nothing on a closed day', () => {
    expect(countOf(smallHall(), saturday, [])).toEqual(['1/2', '1/2']);
    expect(countOf(smallHall(), saturday, [missing('hall/window', 540, 780)])).toEqual(['1/2', '0']);
    expect(countOf(smallHall(), { from: '2026-05-17', to: '2026-05-17' }, [])).toEqual(['0', '0']);
  });

  it('lose the exact share of the minutes of a seat', () => {
    expect(countOf(smallDesk(), monday, [missing('desk/seat', 0, 510)])).toEqual(['1', '31/48']);
  });
});
