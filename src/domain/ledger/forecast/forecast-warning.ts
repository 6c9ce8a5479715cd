import type { CivilDate } from '../../../shared/civil-date.js';
import { fen, type Fen } from '../../../shared/fen.js';
import type { DeductionLimit } from '../deductions/deduction-limits.js';
import { chanceAbove, type Forecast, type Quantiles } from './forecast.js';
import type { VacancyLine } from '../vacancy/vacancy-line.js';

/**
 * Where a limit stands: `reached` already; `likely` and `possible` when half, or five in a hundred, of the runs cross it;
 * `near` from four fifths of it on.
 */
export type LimitLevel = 'reached' | 'likely' | 'possible' | 'near' | 'clear';

/** A limit with what the days ahead do to it. */
export interface LimitForecast {
  readonly limit: DeductionLimit;
  /** What will have been used by the last day ahead. */
  readonly used: Quantiles<Fen>;
  /** Share of the runs that cross it. */
  readonly chance: number;
  readonly level: LimitLevel;
  /** First day by the end of which five in a hundred runs have crossed it. */
  readonly crossesOn: CivilDate | null;
  /** Vacant posts of the published roster, dearest first, whose filling brings the 95 % level back under the limit. */
  readonly remedy: readonly VacancyLine[];
  /** Whether filling them does; otherwise absences alone cross it, and they are all there is to fill. */
  readonly isRemedied: boolean;
}

const near = 0.8;

export function limitForecast(
  limit: DeductionLimit,
  forecast: Forecast,
  /** Vacancies of the published roster on the days of the forecast. */
  vacancies: readonly VacancyLine[],
): LimitForecast {
  const { usedFen, limitFen, countsVacancies } = limit;
  if (!countsVacancies || forecast.days.length === 0) {
    const used = constant(usedFen);
    return { limit, used, chance: 0, level: levelOf(limit, used), crossesOn: null, remedy: [], isRemedied: true };
  }
  const used = raised(forecast.total, usedFen);
  const crossing = forecast.days.find((day) => usedFen + day.fen.p95 > limitFen);
  return {
    limit,
    used,
    chance: chanceAbove(forecast, limit),
    level: levelOf(limit, used),
    crossesOn: crossing?.date ?? null,
    ...remedyFor(fen(Math.max(0, used.p95 - limitFen)), vacancies),
  };
}

function levelOf({ usedFen, limitFen }: DeductionLimit, used: Quantiles<Fen>): LimitLevel {
  if (usedFen > 0 && usedFen >= limitFen) return 'reached';
  if (used.p50 > limitFen) return 'likely';
  if (used.p95 > limitFen) return 'possible';
  return usedFen >= near * limitFen && usedFen > 0 ? 'near' : 'clear';
}

function remedyFor(excessFen: Fen, vacancies: readonly VacancyLine[]): Pick<LimitForecast, 'remedy' | 'isRemedied'> {
  const remedy: VacancyLine[] = [];
  let left: number = excessFen;
  const dearest = vacancies
    .filter(({ amountFen }) => amountFen !== null && amountFen > 0)
    .sort((a, b) => (b.amountFen ?? 0) - (a.amountFen ?? 0) || (a.id < b.id ? -1 : 1));
  for (const line of dearest) {
    if (left <= 0) break;
    remedy.push(line);
    left -= line.amountFen ?? 0;
  }
  return { remedy, isRemedied: left <= 0 };
}

/** The same quantiles above a sum that is certain. */
export function raised({ p05, p25, p50, p75, p95 }: Quantiles<Fen>, by: Fen): Quantiles<Fen> {
  return { p05: fen(p05 + by), p25: fen(p25 + by), p50: fen(p50 + by), p75: fen(p75 + by), p95: fen(p95 + by) };
}

function constant(amount: Fen): Quantiles<Fen> {
  return { p05: amount, p25: amount, p50: amount, p75: amount, p95: amount };
}
