import fc from 'fast-check';
import { readFixtures } from '../../src/adapters/system/fixtures.js';
import { serviceCalendar } from '../../src/domain/calendar/calendar.js';
import { coverageOn, dayUnit, shiftMinutes, shiftsOn, windowsOn } from '../../src/domain/contract/coverage.js';
import { addDays } from '../../src/shared/civil-date.js';
import { lengthMinutes, minutesPerDay, parseClock } from '../../src/shared/interval.js';

const fixtures = readFixtures();
const calendar = serviceCalendar({ notices: fixtures.notices, overrides: [] });
const anyDay = fc
  .record({ contract: fc.constantFrom(...fixtures.contracts), offset: fc.nat(365) })
  .map(({ contract, offset }) => ({
    contract,
    calendar,
    date: addDays(contract.term.from, offset),
  }));

describe('coverage on any day of any contract', () => {
  it('is sorted and disjoint in each group, inside the day, and covers exactly the windows', () => {
    fc.assert(
      fc.property(anyDay, (query) => {
        const coverage = coverageOn(query);
        for (const group of query.contract.postGroups) {
          const own = coverage.filter(({ postGroup }) => postGroup === group.key);
          own.forEach((part, index) => {
            expect(part.start).toBeLessThan(part.end);
            expect(part.start).toBeGreaterThanOrEqual(own[index - 1]?.end ?? 0);
            expect(part.end).toBeLessThanOrEqual(minutesPerDay);
            expect(part.required).toBeGreaterThan(0);
            expect(part.required).toBeLessThanOrEqual(group.headcount);
          });
          const minutes = windowsOn({ ...query, postGroup: group.key })
            .filter((window) => own.some((part) => part.window === window.key))
            .reduce((sum, window) => sum + (parseClock(window.end) ?? 0) - (parseClock(window.start) ?? 0), 0);
          expect(own.reduce((sum, part) => sum + lengthMinutes(part), 0)).toBe(minutes);
        }
      }),
    );
  });

  it('has no shift that starts, pauses or ends inside an interval, last night’s included', () => {
    fc.assert(
      fc.property(anyDay, (query) => {
        for (const { postGroup, start, end } of coverageOn(query)) {
          const edges = [0, 1].flatMap((daysBefore) =>
            shiftsOn({ ...query, date: addDays(query.date, -daysBefore), postGroup })
              .flatMap((shift) => shiftMinutes(shift).segments)
              .flatMap((segment) => [segment.start, segment.end])
              .map((minute) => minute - daysBefore * minutesPerDay),
          );
          expect(edges.filter((minute) => start < minute && minute < end)).toEqual([]);
        }
      }),
    );
  });

  it('is worth something exactly where something is required', () => {
    fc.assert(
      fc.property(anyDay, (query) => {
        const open = new Set(coverageOn(query).map(({ postGroup }) => postGroup));
        for (const { key } of query.contract.postGroups) {
          expect(dayUnit({ ...query, postGroup: key }).equals(0)).toBe(!open.has(key));
        }
      }),
    );
  });

  it('can be met by some shift at every required minute', () => {
    fc.assert(
      fc.property(anyDay, (query) => {
        for (const { postGroup, start, end } of coverageOn(query)) {
          const isCovered = [0, 1].some((daysBefore) =>
            shiftsOn({ ...query, date: addDays(query.date, -daysBefore), postGroup })
              .flatMap((shift) => shiftMinutes(shift).segments)
              .some(
                (segment) =>
                  segment.start - daysBefore * minutesPerDay <= start &&
                  end <= segment.end - daysBefore * minutesPerDay,
              ),
          );
          expect(isCovered).toBe(true);
        }
      }),
    );
  });
});
