import { presenceAsMarked, presenceByDuty, recordDifferences } from '../../../src/domain/attendance/day-record.js';
import { dutyState, markedPresence, type PresenceMark } from '../../../src/domain/attendance/presence-mark.js';
import type { Presence } from '../../../src/domain/attendance/presence.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { duty, smallDesk, smallHall } from '../../support/small-contract.js';

const date = civilDate('2026-05-11');
const group = 'hall/window';

function mark(kind: PresenceMark['kind'], minute: number | null, changes: Partial<PresenceMark> = {}): PresenceMark {
  const by = { markedBy: 'u', markedAt: '2026-05-11T01:00:00.000Z', undoneBy: null, undoneAt: null };
  return { id: `${kind} ${String(minute)}`, worker: 'W001', date, kind, minute, ...by, ...changes };
}

describe('marks of a duty', () => {
  it('follow one another, and one that is undone never was', () => {
    expect(markedPresence([])).toEqual({ mark: null, arrivedMinute: null, leftMinute: null });
    const [came, went] = [mark('late', 560), mark('left', 900)];
    expect(markedPresence([mark('absent', null), came, went])).toEqual({
      ...{ mark: went, arrivedMinute: 560, leftMinute: 900 },
    });
    const undone = { undoneBy: 'u', undoneAt: '2026-05-11T02:00:00.000Z' };
    expect(markedPresence([came, { ...went, ...undone }])).toEqual({
      mark: came,
      arrivedMinute: 560,
      leftMinute: null,
    });
  });

  it.each([
    [[], 539, 'upcoming'],
    [[], 540, 'unmarked'],
    [[], 545, 'overdue'],
    [[mark('arrived', 535)], 545, 'present'],
    [[mark('late', 560)], 600, 'late'],
    [[mark('absent', null)], 530, 'absent'],
    [[mark('arrived', 535), mark('left', 700)], 701, 'left'],
  ] as const)('%# make the state', (marks, now, state) => {
    expect(dutyState(markedPresence(marks), { start: 540, end: 1020 }, now)).toBe(state);
  });
});

describe('the record of a day', () => {
  const times = (records: readonly Presence[]) =>
    records.map(({ worker, status, arrivedMinute, leftMinute }) => [worker, status, arrivedMinute, leftMinute]);

  it('has marked times where there are any, and the shift where there are none', () => {
    const duties = ['W001', 'W002', 'W003'].map((worker) => duty(worker, date, 'main', group));
    const marks = [mark('late', 600), mark('left', 900), mark('absent', null, { worker: 'W002' })];
    const records = presenceAsMarked(smallHall(), duties, presenceByDuty(marks));
    expect(times(records)).toEqual([
      ['W001', 'present', 600, 900],
      ['W002', 'absent', null, null],
      ['W003', 'present', 540, 1020],
    ]);
    expect(records.map(({ note }) => note !== '')).toEqual([true, true, false]);
  });

  it('keeps breaks, and drops the stretches that somebody missed', () => {
    const hall = smallHall();
    const split = {
      ...hall,
      shifts: hall.shifts.map((one) => ({
        ...one,
        segments: [
          { start: '09:00', end: '12:00' },
          { start: '13:00', end: '17:00' },
        ],
      })),
    };
    const asMarked = (...marks: PresenceMark[]) =>
      times(presenceAsMarked(split, [duty('W001', date, 'main', group)], presenceByDuty(marks)));
    expect(asMarked(mark('arrived', 530), mark('left', 1025))).toEqual([
      ['W001', 'present', 530, 720],
      ['W001', 'present', 780, 1025],
    ]);
    expect(asMarked(mark('late', 800))).toEqual([['W001', 'present', 800, 1020]]);
    expect(asMarked(mark('arrived', 540), mark('left', 700))).toEqual([['W001', 'present', 540, 700]]);
  });

  it('ends a night on the next morning', () => {
    const night = duty('W001', date, 'night', 'desk/seat');
    expect(times(presenceAsMarked(smallDesk(), [night], presenceByDuty([mark('arrived', 1050)])))).toEqual([
      ['W001', 'present', 1050, 1980],
    ]);
  });

  it('differs from a file person by person, and not where both say the same', () => {
    const duties = ['W001', 'W002', 'W003'].map((worker) => duty(worker, date, 'main', group, { post: `窗${worker}` }));
    const marks = [mark('late', 600), mark('absent', null, { worker: 'W002' })];
    const records = presenceAsMarked(smallHall(), duties, presenceByDuty(marks));
    const day = { date, records, confirmedBy: 'u', confirmedAt: '' };
    expect(recordDifferences(day, records)).toEqual([]);
    const file = records.map((one) => ({ ...one, note: '', ...(one.worker === 'W001' ? { arrivedMinute: 540 } : {}) }));
    expect(recordDifferences(day, file.slice(0, 2))).toEqual([
      {
        ...{ worker: 'W001', postGroup: group, post: '窗W001' },
        marked: { isAbsent: false, stretches: [{ arrivedMinute: 600, leftMinute: 1020 }] },
        onFile: { isAbsent: false, stretches: [{ arrivedMinute: 540, leftMinute: 1020 }] },
      },
      expect.objectContaining({ worker: 'W003', onFile: null }),
    ]);
  });
});
