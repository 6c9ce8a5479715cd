import type { CoverageCell } from '../../../src/adapters/http/schemas/coverage.js';
import type { Assignment } from '../../../src/adapters/http/schemas/rosters.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import {
  dayScale,
  dayStaffing,
  halfHours,
  indexCoverage,
  presentIn,
  slot,
} from '../../../src/web/roster/coverage-model.js';
import { shiftCatalogue } from '../../../src/web/roster/shift-catalogue.js';

const date = civilDate('2026-05-06');

function cell(
  start: number,
  end: number,
  required: number,
  filled: number | null,
  postGroup = 'hall/window',
): CoverageCell {
  return { postGroup, date, start, end, required, filled, window: 'core', clause: '第三条' };
}

describe('the staffing of a day', () => {
  it('is judged by its worst moment', () => {
    const index = indexCoverage([cell(540, 720, 4, 4), cell(720, 810, 2, 1)]);
    expect(index.get(slot('hall/window', date))).toMatchObject({ state: 'short', required: 4, filled: 3 });
  });

  it('never lets a surplus in one group hide a gap in another', () => {
    const index = indexCoverage([cell(540, 720, 2, 4), cell(540, 720, 2, 1, 'hall/guide')]);
    expect(dayStaffing(index, ['hall/window', 'hall/guide'], date)).toEqual({ state: 'short', required: 4, filled: 3 });
  });

  it('tells closed from not planned', () => {
    const index = indexCoverage([cell(540, 720, 2, null)]);
    expect(dayStaffing(index, ['hall/window'], date).state).toBe('unplanned');
    expect(dayStaffing(index, ['hall/window'], '2026-05-10').state).toBe('closed');
  });
});

describe('half hours', () => {
  it('take the worst of the intervals that they meet', () => {
    const cells = [cell(540, 555, 2, 2), cell(555, 600, 2, 1)];
    expect(halfHours(cells, { start: 540, end: 600 }).map(({ required, filled }) => [required, filled])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it('are laid over whole hours', () => {
    expect(dayScale([cell(510, 1050, 1, 1)])).toEqual({ start: 480, end: 1080 });
  });
});

describe('who is there', () => {
  const shifts = shiftCatalogue([
    {
      key: 'night',
      code: '夜',
      name: { zh: '夜班', en: 'Night' },
      segments: [{ start: '17:30', end: '09:00' }],
      days: 'every',
      duties: ['night'],
      clause: '一、2',
    },
    {
      key: 'day',
      code: '白',
      name: { zh: '白班', en: 'Day' },
      segments: [
        { start: '08:30', end: '12:00' },
        { start: '13:00', end: '18:00' },
      ],
      days: 'every',
      duties: [],
      clause: '一、2',
    },
  ]);
  const duty = (worker: string, shift: string, on: string): Assignment => ({
    worker,
    shift,
    date: civilDate(on),
    postGroup: 'desk/seat',
    post: null,
    start: '',
    end: '',
    isPinned: false,
  });
  const at = (start: number, end: number) => ({ postGroup: 'desk/seat', date, span: { start, end } });

  it('counts the night shift of the day before until it ends', () => {
    const assignments = [duty('S1', 'night', '2026-05-05'), duty('S2', 'night', '2026-05-06')];
    expect(presentIn(assignments, shifts, at(480, 540)).map((one) => one.worker)).toEqual(['S1']);
    expect(presentIn(assignments, shifts, at(540, 570))).toEqual([]);
    expect(presentIn(assignments, shifts, at(1050, 1080)).map((one) => one.worker)).toEqual(['S2']);
  });

  it('leaves out who is at lunch', () => {
    expect(presentIn([duty('S3', 'day', '2026-05-06')], shifts, at(720, 780))).toEqual([]);
    expect(shifts.get('day')?.countedMinutes).toBe(510);
    expect(shifts.get('night')?.segments).toEqual([{ start: 1050, end: 1980 }]);
  });
});
