import { feasibility } from '../../../solver/index.js';
import { distinctFindings } from '../../../solver/explain/distinct-findings.js';
import { smallRoster } from '../../support/small-roster.js';

const shortage = (kind: string, groups: string, days: readonly [number, number], missingMinutesAtLeast: number) => ({
  ...{ kind, groups: groups.split('+'), fromDay: days[0], toDay: days[1], missingMinutesAtLeast },
});

describe('shortages before planning', () => {
  const presence = shortage('present', 'a', [0, 0], 480);

  it('are told once, by the condition that proves most, though several show them', () => {
    const duties = shortage('people', 'a', [0, 0], 480);
    const week = shortage('weeklyRest', 'a', [0, 6], 480);
    const pool = shortage('people', 'a+b', [0, 0], 480);
    expect(distinctFindings([presence, duties, week, pool])).toEqual([presence]);
    const worse = { ...duties, missingMinutesAtLeast: 500 };
    expect(distinctFindings([presence, worse])).toEqual([worse]);
  });

  it('stay apart where more is missing than the narrower conditions prove together', () => {
    const other = shortage('present', 'b', [0, 0], 480);
    const pool = shortage('people', 'a+b', [0, 0], 960);
    expect(distinctFindings([presence, other, pool])).toEqual([presence, other]);
    const larger = { ...pool, missingMinutesAtLeast: 961 };
    expect(distinctFindings([larger, presence, other])).toEqual([larger, presence, other]);
    // What a day and the week around it prove are minutes of one and the same day.
    const week = shortage('weeklyRest', 'a', [0, 6], 700);
    expect(distinctFindings([presence, week, shortage('hours', 'a', [0, 13], 900)])).toHaveLength(3);
  });

  it('are one of all the weeks that overlap, and one more for each that does not', () => {
    const weeks = [0, 1, 2, 7].map((day) => shortage('weeklyRest', 'a', [day, day + 6], day === 1 ? 600 : 480));
    expect(distinctFindings(weeks).map(({ fromDay }) => fromDay)).toEqual([1]);
    expect(distinctFindings(weeks.filter(({ fromDay }) => fromDay !== 1)).map(({ fromDay }) => fromDay)).toEqual([
      0, 7,
    ]);
  });

  it('of a day on which three are needed and two there are one shortage', async () => {
    const { demand } = smallRoster();
    const problem = smallRoster({ demand: demand.map((one) => ({ ...one, required: one.day === 0 ? 3 : 0 })) });
    const { findings } = await feasibility(problem);
    expect(findings.map(({ kind, fromDay, toDay }) => [kind, fromDay, toDay])).toEqual([['present', 0, 0]]);
  });
});
