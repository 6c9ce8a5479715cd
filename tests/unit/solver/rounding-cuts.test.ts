import fc from 'fast-check';
import { roundingCuts } from '../../../solver/rules/rounding-cuts.js';

/** Every way to choose at most one duration a day. */
function plans(days: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return days.reduce<readonly (readonly number[])[]>(
    (sofar, day) => sofar.flatMap((plan) => [0, ...day].map((minutes) => [...plan, minutes])),
    [[]],
  );
}

const activityOf = (cut: ReturnType<typeof roundingCuts>[number], plan: readonly number[]): number =>
  plan.reduce((sum, minutes, day) => sum + (cut.coefficients[day]?.get(minutes) ?? 0), 0);

describe('rounding cuts', () => {
  it('never forbid a whole plan', () => {
    const durations = fc.uniqueArray(fc.constantFrom(60, 180, 240, 450, 480, 570, 930), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(durations, { minLength: 1, maxLength: 5 }), fc.nat({ max: 3000 }), (days, free) => {
        const ordered = days.map((day) => [...day].sort((a, b) => a - b));
        const whole = plans(ordered).map((plan) => ({
          plan,
          overtime: Math.max(0, plan.reduce((a, b) => a + b, 0) - free),
        }));
        const broken = roundingCuts(ordered, free).filter((cut) =>
          whole.some(({ plan, overtime }) => activityOf(cut, plan) > overtime + cut.limit + 1e-6),
        );
        expect(broken).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('charge a fifth of a Saturday on top of a full week a fifth of its overtime', () => {
    const week = [...Array.from({ length: 5 }, () => [240, 450, 480]), [240]];
    const cuts = roundingCuts(week, 2400);
    const fullWeek = [450, 450, 450, 450, 450];
    const overtimeFrom = (saturday: number): number =>
      Math.max(
        ...cuts.map((cut) => activityOf(cut, fullWeek) + saturday * (cut.coefficients[5]?.get(240) ?? 0) - cut.limit),
      );
    expect(overtimeFrom(1)).toBeCloseTo(90, 6);
    expect(overtimeFrom(0.2)).toBeCloseTo(18, 6);
  });
});
