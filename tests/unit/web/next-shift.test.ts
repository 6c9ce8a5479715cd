import { civilDate } from '../../../src/shared/civil-date.js';
import { isOver, nextShift } from '../../../src/web/staff/next-shift.js';

const shift = (date: string, from: string, until: string) => ({
  date: civilDate(date),
  start: `${date}T${from}+08:00`,
  end: `${until}+08:00`,
});
const night = shift('2026-05-10', '17:30', '2026-05-11T09:00');
const day = shift('2026-05-11', '08:30', '2026-05-11T17:30');
const later = shift('2026-05-12', '08:30', '2026-05-12T17:30');
const friday = shift('2026-05-15', '08:30', '2026-05-15T17:30');

describe('the shift that comes next on a telephone', () => {
  it.each([
    ['before it begins', '2026-05-11T07:59', [day, later], day, 'today'],
    ['while it goes on', '2026-05-11T08:30', [day, later], day, 'now'],
    ['once it is over, though the day is not', '2026-05-11T17:30', [day, later], later, 'tomorrow'],
    ["last night's until it ends", '2026-05-11T08:59', [night, friday], night, 'now'],
    ['after the night', '2026-05-11T09:00', [night, friday], friday, 'later'],
  ])('%s', (_when, now, shifts, expected, when) => {
    expect(nextShift(shifts, now)).toEqual({ shift: expected, when });
  });

  it('is none when all are over', () => {
    expect(nextShift([night, day], '2026-05-11T18:00')).toBeUndefined();
    expect([night, day].map((one) => isOver(one, '2026-05-11T12:00'))).toEqual([true, false]);
  });
});
