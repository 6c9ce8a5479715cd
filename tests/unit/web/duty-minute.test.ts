import { dutyMinute } from '../../../src/web/today/duty-minute.js';

describe('the time of a mark', () => {
  it.each([
    ['of a day duty', 510, 545, 545],
    ['before its start', 510, 480, 480],
    ['of a night duty, in the evening', 1050, 1380, 1380],
    ['of a night duty, after midnight', 1050, 60, 1500],
    ['of a night duty, the next morning', 1050, 545, 1985],
    ['of an evening duty that ended after midnight', 840, 30, 1470],
  ])('%s', (_name, start, clock, minute) => {
    expect(dutyMinute({ start }, clock)).toBe(minute);
  });
});
