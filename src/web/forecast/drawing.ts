import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';

/** What is drawn: fen from what stands today, or headcount-days where nothing has a price. */
export interface Course {
  readonly unit: 'fen' | 'units';
  readonly days: readonly CourseDay[];
  /** Limits within the drawing: a vacancy that reaches the line uses up what the limit has left. */
  readonly limits: readonly { readonly name: string; readonly at: number }[];
}
export interface CourseDay {
  readonly date: string;
  readonly rostered: number | null;
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** How far above the highest level a limit may lie and still be drawn: further up it would flatten everything else. */
const reach = 1.6;

/** Whether anything ahead has a price, or nothing is ahead of what stands in money; else the forecast is one of headcount-days. */
export function isPriced(forecast: DeductionForecast): boolean {
  const { days, vacancies } = forecast;
  const isLost = vacancies.length > 0 || days.some(({ units }) => units.p95 > 0);
  if (!isLost) return standingFen(forecast) > 0;
  return days.some(({ amount }) => amount.p95 > 0) || vacancies.some(({ amountFen }) => amountFen !== null);
}

/** Deductions that stand today, in fen. */
export function standingFen({ confirmedFen, proposedFen, unpostedFen }: DeductionForecast): number {
  return confirmedFen + proposedFen + unpostedFen;
}

export function courseOf(forecast: DeductionForecast, nameOf: (limit: Limit) => string): Course {
  if (!isPriced(forecast)) {
    const days = forecast.days.map(({ date, units }) => ({ date, rostered: null, ...units }));
    return { unit: 'units', days, limits: [] };
  }
  const base = standingFen(forecast);
  const days = forecast.days.map(({ date, rosteredFen, amount }) => ({
    date,
    rostered: base + rosteredFen,
    ...{ p05: base + amount.p05, p25: base + amount.p25, p50: base + amount.p50 },
    ...{ p75: base + amount.p75, p95: base + amount.p95 },
  }));
  const limits = limitsOf(forecast).map((limit) => ({ name: nameOf(limit), at: heightOf(forecast, limit) }));
  return { unit: 'fen', days, limits: limits.filter(({ at }) => at <= heightDrawn(forecast)) };
}

/** Part of the axis that the fan must take up to be seen. */
const readablePart = 0.3;

/** Where the axis starts: at nothing, unless what changes would then be a flat line. */
export function startOf({ days, limits }: Course): number {
  const low = Math.min(...days.map(({ p05, rostered }) => Math.min(p05, rostered ?? p05)));
  const high = Math.max(...days.map(({ p95 }) => p95), ...limits.map(({ at }) => at));
  return high > low && high - low < high * readablePart ? Math.max(0, low - (high - low) / 2) : 0;
}

/** Limits that vacancies use up and that lie too high to be drawn. */
export function limitsBeyond(forecast: DeductionForecast): Limit[] {
  if (!isPriced(forecast)) return [];
  return limitsOf(forecast).filter((limit) => heightOf(forecast, limit) > heightDrawn(forecast));
}

export type Limit = DeductionForecast['limits'][number];

function limitsOf({ limits }: DeductionForecast): Limit[] {
  return limits.filter(({ countsVacancies }) => countsVacancies);
}

function heightOf(forecast: DeductionForecast, { limitFen, usedFen }: Limit): number {
  return standingFen(forecast) + Math.max(0, limitFen - usedFen);
}

function heightDrawn(forecast: DeductionForecast): number {
  return reach * (standingFen(forecast) + (forecast.days.at(-1)?.amount.p95 ?? 0));
}
