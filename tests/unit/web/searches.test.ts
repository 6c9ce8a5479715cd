import { daySearch, forecastSearch, journalSearch, monthSearch, rosterSearch } from '../../../src/web/searches.js';

describe('what stands behind the question mark of an address', () => {
  it('is kept where it has its shape', () => {
    const search = { from: '2026-05-11', to: '2026-05-16', view: 'workers', roster: 'r1', site: 'centre' };
    expect(rosterSearch(search)).toEqual(search);
    expect(monthSearch({ month: '2026-05' })).toEqual({ month: '2026-05' });
    expect(journalSearch({ month: '2026-05', entry: 12 })).toEqual({ month: '2026-05', entry: 12 });
    expect(daySearch({ date: '2026-05-11' })).toEqual({ date: '2026-05-11' });
    expect(forecastSearch({ seed: 7 })).toEqual({ seed: 7 });
  });

  // The router lays the result over what was written: a key that is merely left out would come back.
  it.each([
    ['a day that is none', rosterSearch({ from: 'abc', to: '2026-13-09', view: 'moon' }), ['from', 'to', 'view']],
    ['the 30th of February', daySearch({ date: '2026-02-30' }), ['date']],
    ['a thirteenth month', monthSearch({ month: '2026-13' }), ['month']],
    ['an entry without a number', journalSearch({ entry: 'first' }), ['entry']],
    ['a seed that is no number', forecastSearch({ seed: 'x' }), ['seed']],
  ])('is taken away where it is %s', (_, search, keys) => {
    expect(Object.entries(search)).toEqual(keys.map((key) => [key, undefined]));
  });
});
