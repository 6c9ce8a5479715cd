import type { DeductionForecast } from '../../../src/adapters/http/schemas/forecast.js';
import { courseOf, isPriced, limitsBeyond, standingFen, startOf } from '../../../src/web/forecast/drawing.js';

const flat = (amount: number) => ({ p05: amount, p25: amount, p50: amount, p75: amount, p95: amount });

function forecastWith(part: Partial<DeductionForecast>): DeductionForecast {
  return {
    ...{ contract: 'shijingshan', seed: 1, runs: 1000, from: '2026-05-13', to: '2026-05-14' },
    ...{ confirmedFen: 10_000, proposedFen: 5_000, unpostedFen: 1_000, rosteredFen: 4_000, rosteredUnits: 1 },
    ...{ absenceMeanFen: 2_000, absenceMeanUnits: 0.5, total: flat(0), debt: flat(0), instalments: [], vacancies: [] },
    history: { duties: 10, missed: 1, continuation: 0.5 },
    days: [
      {
        ...{ date: '2026-05-13', rosteredFen: 2_000, units: flat(1) },
        amount: { p05: 2_000, p25: 2_500, p50: 3_000, p75: 4_000, p95: 6_000 },
      },
      {
        ...{ date: '2026-05-14', rosteredFen: 4_000, units: flat(2) },
        amount: { p05: 4_000, p25: 5_000, p50: 6_000, p75: 8_000, p95: 12_000 },
      },
    ],
    limits: [],
    ...part,
  };
}

function limit(part: Partial<DeductionForecast['limits'][number]>): DeductionForecast['limits'][number] {
  return {
    ...{ key: 'error', kind: 'cap', name: { zh: '上限', en: 'Cap' }, clause: '第十九条', limitFen: 0, usedFen: 0 },
    ...{ countsVacancies: true, forecast: flat(0), chance: 0, level: 'clear', crossesOn: null, remedy: [] },
    isRemedied: true,
    ...part,
  };
}
const name = ({ key }: { readonly key: string }) => key;

describe('the course of a forecast', () => {
  it('starts from what stands today, and ends at the API’s total', () => {
    const forecast = forecastWith({});
    expect(standingFen(forecast)).toBe(16_000);
    const course = courseOf(forecast, name);
    expect(course.unit).toBe('fen');
    expect(course.days.at(-1)).toMatchObject({ rostered: 20_000, p05: 20_000, p50: 22_000, p95: 28_000 });
  });

  it('draws a limit where the room that vacancies have left is used up', () => {
    // 9,000 of 20,000 are used: 11,000 more reach it, whatever else stands today.
    const near = limit({ limitFen: 20_000, usedFen: 9_000 });
    const course = courseOf(forecastWith({ limits: [near] }), name);
    expect(course.limits).toEqual([{ name: 'error', at: 27_000 }]);
  });

  it('names a limit that lies too high, and leaves out what vacancies do not use up', () => {
    const far = limit({ key: 'fees', limitFen: 1_000_000 });
    const other = limit({ key: 'liability', limitFen: 18_000, countsVacancies: false });
    const forecast = forecastWith({ limits: [far, other] });
    expect(courseOf(forecast, name).limits).toEqual([]);
    expect(limitsBeyond(forecast).map(name)).toEqual(['fees']);
  });

  it('counts headcount-days where nothing has a price', () => {
    const days = forecastWith({}).days.map((day) => ({ ...day, rosteredFen: 0, amount: flat(0) }));
    const forecast = forecastWith({ days, limits: [limit({ limitFen: 20_000 })] });
    expect(isPriced(forecast)).toBe(false);
    expect(courseOf(forecast, name)).toMatchObject({ unit: 'units', limits: [], days: [{ p50: 1 }, { p50: 2 }] });
    expect(limitsBeyond(forecast)).toEqual([]);
  });

  it('cuts the axis only where the changes would be a flat line', () => {
    const course = courseOf(forecastWith({}), name);
    expect(startOf(course)).toBe(0);
    const high = courseOf(forecastWith({ confirmedFen: 1_000_000 }), name);
    expect(startOf(high)).toBe(1_003_000);
    const [only] = high.days;
    expect(startOf({ ...high, days: only === undefined ? [] : [{ ...only, ...flat(500), rostered: 500 }] })).toBe(0);
  });
});
