import type { TodayDuty } from '../../../src/adapters/http/schemas/today.js';
import { isException, isOpen, isSettled } from '../../../src/web/today/duty-parts.js';

const duty: TodayDuty = {
  ...{ worker: 'W001', date: '2026-05-11' as TodayDuty['date'], code: '早', shift: { zh: '早班', en: 'Early' } },
  ...{ postGroup: 'hall/window', post: '综窗1', start: 510, end: 1050, state: 'upcoming', isNow: false, isOver: false },
  ...{ arrivedMinute: null, leftMinute: null, mark: null },
};

describe('a duty of the day', () => {
  it.each([
    ['upcoming', null, 'settled'],
    ['present', null, 'settled'],
    ['left', 1050, 'settled'],
    ['left', 1049, 'exception'],
    ['late', null, 'exception'],
    ['absent', null, 'exception'],
    ['unmarked', null, 'open'],
    ['overdue', null, 'open'],
  ] as const)('that is %s (gone at %s) stands among the %s', (state, leftMinute, part) => {
    const one = { ...duty, state, leftMinute };
    const parts = { settled: isSettled(one), exception: isException(one), open: isOpen(one) };
    expect(Object.entries(parts).flatMap(([name, holds]) => (holds ? [name] : []))).toEqual([part]);
  });
});
