import type { CivilDate } from '../../../shared/civil-date.js';
import { chosenOption, interpretationRegister, type InterpretationChoice } from './interpretation.js';

/**
 * What the deduction families and the settlement read from the register; the functions of `deductions/` take these
 * settings by the same names.
 */
export interface DeductionReading {
  /** V19: whether the cap on errors also covers vacancy reductions. */
  readonly capCovers: 'errors' | 'errors-and-vacancies';
  /** V20: what is taken when one event is a vacancy and an error. */
  readonly sameEvent: 'vacancy-only' | 'higher' | 'both';
  /** V21. */
  readonly bearer: 'next-then-final' | 'final';
  /** V23: shares compared exactly, or as percentages of two decimals. */
  readonly comparison: 'exact' | 'two-decimals';
  /** V24: the base of a percentage before or after the other deductions. */
  readonly percentageBase: 'gross' | 'net';
  /** M1: what one occurrence of Sujiatuo 九、3 is. */
  readonly occurrence: 'per-cause-and-day' | 'per-day' | 'per-finding';
  /** M2: how far a month's fee can be reduced. */
  readonly monthCap: 'month-fee' | 'thirty-percent' | 'twenty-percent';
  /** M3. */
  readonly month: 'service-months' | 'calendar-months';
  /** M8: one score of the team, or the mean of several sheets. */
  readonly scoreUnit: 'team' | 'mean-of-sheets';
  /** M9: a fraction of a point. */
  readonly points: 'pro-rata' | 'per-started-point' | 'per-full-point';
  /** M10: whether a score can fall below zero. */
  readonly scoreFloor: 'zero' | 'none';
  /** M11: exactly ten minutes late. */
  readonly tenMinutes: 'within' | 'above';
  /** M20: whether the confidentiality sum counts against the cap of Changping 第十八条. */
  readonly confidentiality: 'separate' | 'inside-cap';
}

/** Each family's parameters on a day: the one way from the register into money. */
export function deductionReading(choices: readonly InterpretationChoice[], date: CivilDate): DeductionReading {
  const register = interpretationRegister(choices, date);
  const chosen = (key: `V${number}` | `M${number}`) => chosenOption(register, key);
  return {
    capCovers: chosen('V19') as DeductionReading['capCovers'],
    sameEvent: chosen('V20') as DeductionReading['sameEvent'],
    bearer: chosen('V21') as DeductionReading['bearer'],
    comparison: chosen('V23') as DeductionReading['comparison'],
    percentageBase: chosen('V24') as DeductionReading['percentageBase'],
    occurrence: chosen('M1') as DeductionReading['occurrence'],
    monthCap: chosen('M2') as DeductionReading['monthCap'],
    month: chosen('M3') as DeductionReading['month'],
    scoreUnit: chosen('M8') as DeductionReading['scoreUnit'],
    points: chosen('M9') as DeductionReading['points'],
    scoreFloor: chosen('M10') as DeductionReading['scoreFloor'],
    tenMinutes: chosen('M11') as DeductionReading['tenMinutes'],
    confidentiality: chosen('M20') as DeductionReading['confidentiality'],
  };
}
