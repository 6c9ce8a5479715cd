import fc from 'fast-check';
import { chanceAbove, forecastLosses, type DayAhead } from '../../../src/domain/ledger/forecast/forecast.js';
import { addDays, civilDate } from '../../../src/shared/civil-date.js';
import { fen, sumFen } from '../../../src/shared/fen.js';

const loss = fc
  .record({ fen: fc.nat(80_000), units: fc.constantFrom(0, 0.5, 1) })
  .map(({ fen: amount, units }) => ({ fen: fen(amount), units }));
const days = fc
  .array(
    fc.record({
      rostered: loss,
      duties: fc.array(fc.record({ worker: fc.constantFrom('W001', 'W002', 'W003'), loss }), { maxLength: 4 }),
    }),
    { maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map(({ rostered, duties }, index): DayAhead => {
      const date = addDays(civilDate('2026-05-11'), index);
      return { date, rostered, duties: duties.map((duty) => ({ ...duty, date })) };
    }),
  );
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const risk = fc
  .record({ onset: chance, continuation: chance })
  .map(({ onset, continuation }) => ({ onsetOf: () => onset, continuation, duties: 1, missed: 1 }));
const few = { numRuns: 10 };

describe('any forecast', () => {
  it('is decided by its seed', () => {
    fc.assert(
      fc.property(days, risk, fc.nat(), (ahead, chances, seed) => {
        const again = () => forecastLosses({ days: ahead, risk: chances, seed });
        expect(again()).toEqual(again());
      }),
      few,
    );
  });

  it('without risk is the rostered vacancies in every run', () => {
    fc.assert(
      fc.property(days, fc.nat(), (ahead, seed) => {
        const certain = { onsetOf: () => 0, continuation: 1, duties: 0, missed: 0 };
        const { outcomes } = forecastLosses({ days: ahead, risk: certain, seed });
        expect(new Set(outcomes)).toEqual(new Set([sumFen(ahead.map(({ rostered }) => rostered.fen))]));
      }),
      few,
    );
  });

  it('has ordered quantiles that never fall from day to day, and never below the roster', () => {
    fc.assert(
      fc.property(days, risk, fc.nat(), (ahead, chances, seed) => {
        const forecast = forecastLosses({ days: ahead, risk: chances, seed });
        for (const [index, day] of forecast.days.entries()) {
          for (const { p05, p25, p50, p75, p95 } of [day.fen, day.units]) {
            const ordered: readonly number[] = [p05, p25, p50, p75, p95];
            expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
          }
          expect(day.fen.p05).toBeGreaterThanOrEqual(day.rosteredFen);
          expect(day.fen.p95).toBeGreaterThanOrEqual(forecast.days[index - 1]?.fen.p95 ?? 0);
        }
        expect(chanceAbove(forecast, { usedFen: fen(0), limitFen: forecast.total.p95 })).toBeLessThanOrEqual(0.05);
      }),
      few,
    );
  });

  it('never loses less in any run when the risk is greater', () => {
    fc.assert(
      fc.property(days, risk, chance, fc.nat(), (ahead, chances, more, seed) => {
        const [smaller, greater] = [0, more].map((extra) =>
          forecastLosses({
            days: ahead,
            seed,
            risk: {
              ...chances,
              onsetOf: () => Math.min(1, chances.onsetOf() + extra),
              continuation: Math.min(1, chances.continuation + extra),
            },
          }),
        );
        expect(greater?.absenceMean.fen).toBeGreaterThanOrEqual(smaller?.absenceMean.fen ?? 0);
        smaller?.outcomes.forEach((outcome, index) => {
          expect(greater?.outcomes[index]).toBeGreaterThanOrEqual(outcome);
        });
      }),
      few,
    );
  });
});
