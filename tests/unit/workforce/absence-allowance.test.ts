import { absenceShareOf, strengthFor, strengthForSure } from '../../../src/shared/absence-allowance.js';

const workingDays = 248;

/** Domain fact 4.2: staff for 140 posts without Saturdays, and for a Saturday crew of 28 given back in the week (44 of 52 weeks). */
describe('people on strength', () => {
  const saturday = (28 / 10) * (44 / 52);
  it.each([
    [5, 0.02, 5.8, 148.7, 151.2],
    [7, 0.022, 6.8, 150.3, 152.8],
    [10, 0.022, 8, 152.2, 154.8],
    [15, 0.022, 10.1, 155.6, 158.2],
  ])('%i days of leave, %f ill: %f %% away', (annualLeaveDays, sickShare, percent, staff, withSaturday) => {
    const basis = { workingDays, annualLeaveDays, sickShare };
    expect(absenceShareOf(basis) * 100).toBeCloseTo(percent, 0);
    expect(strengthFor([140], basis).onAverage).toBeCloseTo(staff, 0);
    expect(strengthFor([140 + saturday], basis).onAverage).toBeCloseTo(withSaturday, 0);
  });

  it.each([
    [5, 0.02, 154, 156],
    [7, 0.022, 156, 159],
    [10, 0.022, 159, 162],
    [15, 0.022, 163, 166],
  ])(
    '%i days of leave, %f ill: 140 present on 95 %% and 99 %% of the days',
    (annualLeaveDays, sickShare, mostDays, nearlyAll) => {
      const absenceShare = absenceShareOf({ workingDays, annualLeaveDays, sickShare });
      expect(strengthForSure(140, { absenceShare, sure: 0.95 })).toBe(mostDays);
      expect(strengthForSure(140, { absenceShare, sure: 0.99 })).toBe(nearlyAll);
    },
  );

  it('is larger when groups do not stand in for each other', () => {
    const basis = { workingDays, annualLeaveDays: 10, sickShare: 0.022 };
    const apart = strengthFor([70, 70], basis);
    const together = strengthFor([140], basis);
    expect(apart.onAverage).toBeCloseTo(together.onAverage);
    expect(apart.forSure).toBeGreaterThan(together.forSure);
  });

  it('needs nobody for nobody', () => {
    expect(strengthFor([0], { workingDays, annualLeaveDays: 10, sickShare: 0.022 }).forSure).toBe(0);
  });
});
