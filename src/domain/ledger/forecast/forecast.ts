import type { CivilDate } from '../../../shared/civil-date.js';
import { fen, type Fen } from '../../../shared/fen.js';
import type { AbsenceRisk } from './absence-risk.js';

/** What goes vacant on a day: exact fen where there is a rate, and units as a decimal. */
export interface Loss {
  readonly fen: Fen;
  readonly units: number;
}

/** A published duty ahead, with what its day costs when the worker doesn't come and nobody stands in. */
export interface DutyAhead {
  readonly worker: string;
  readonly date: CivilDate;
  readonly loss: Loss;
}

/** A day ahead with what the published roster itself leaves vacant. */
export interface DayAhead {
  readonly date: CivilDate;
  readonly rostered: Loss;
  readonly duties: readonly DutyAhead[];
}

/** How far runs reach: `p95` is the level that 95 of 100 runs stay at or below. */
export interface Quantiles<Amount extends number> {
  readonly p05: Amount;
  readonly p25: Amount;
  readonly p50: Amount;
  readonly p75: Amount;
  readonly p95: Amount;
}

/** What is lost from the first day ahead to the end of a day: the roster's own vacancies and the drawn absences. */
export interface ForecastDay {
  readonly date: CivilDate;
  readonly rosteredFen: Fen;
  readonly fen: Quantiles<Fen>;
  readonly units: Quantiles<number>;
}

export interface Forecast {
  readonly seed: number;
  readonly runs: number;
  readonly days: readonly ForecastDay[];
  readonly rostered: Loss;
  /** Mean loss through absence over all runs, beyond the rostered vacancies. */
  readonly absenceMean: Loss;
  /** Money lost by the last day, one figure per run, ascending. */
  readonly outcomes: readonly Fen[];
  readonly total: Quantiles<Fen>;
}

const runsOfForecast = 1000;

/**
 * Draws the days ahead a thousand times. One random number is used for each duty whatever the risk, so the same seed
 * gives the same forecast, and of two risks the greater one never loses less in any run.
 */
export function forecastLosses(input: {
  readonly days: readonly DayAhead[];
  readonly risk: AbsenceRisk;
  readonly seed: number;
}): Forecast {
  const { days, risk, seed } = input;
  const drawn = drawRuns(days, risk, seed);
  let [rosteredFen, rosteredUnits] = [0, 0];
  const path = days.map(({ date, rostered }, index): ForecastDay => {
    rosteredFen += rostered.fen;
    rosteredUnits += rostered.units;
    const fens = drawn.map((run) => rosteredFen + (run.fen[index] ?? 0)).sort(ascending);
    const units = drawn.map((run) => rosteredUnits + (run.units[index] ?? 0)).sort(ascending);
    return { date, rosteredFen: fen(rosteredFen), fen: quantilesOf(fens, fen), units: quantilesOf(units, sixPlaces) };
  });
  const lost = drawn.map((run) => ({ fen: run.fen.at(-1) ?? 0, units: run.units.at(-1) ?? 0 }));
  const outcomes = lost.map((run) => fen(rosteredFen + run.fen)).sort(ascending);
  return {
    seed,
    runs: runsOfForecast,
    days: path,
    rostered: { fen: fen(rosteredFen), units: sixPlaces(rosteredUnits) },
    absenceMean: {
      fen: fen(Math.round(meanOf(lost.map((run) => run.fen)))),
      units: sixPlaces(meanOf(lost.map((run) => run.units))),
    },
    outcomes,
    total: quantilesOf(outcomes, fen),
  };
}

/** Share of the runs that end above a limit which the losses add to `usedFen` under. */
export function chanceAbove({ outcomes }: Forecast, limit: { readonly usedFen: Fen; readonly limitFen: Fen }): number {
  const above = outcomes.filter((lost) => limit.usedFen + lost > limit.limitFen).length;
  return outcomes.length === 0 ? 0 : above / outcomes.length;
}

interface Run {
  /** Cumulative by day. */
  readonly fen: Float64Array;
  readonly units: Float64Array;
}

function drawRuns(days: readonly DayAhead[], risk: AbsenceRisk, seed: number): Run[] {
  const random = generator(seed);
  const workers = new Map<string, number>();
  for (const { worker } of days.flatMap(({ duties }) => duties))
    if (!workers.has(worker)) workers.set(worker, workers.size);
  // Worked out once: the thousand runs touch nothing but numbers.
  const plan = days.map(({ duties }) =>
    duties.map(({ worker, loss }) => ({
      worker: workers.get(worker) ?? 0,
      onset: risk.onsetOf(worker),
      fen: loss.fen,
      units: loss.units,
    })),
  );
  return Array.from({ length: runsOfForecast }, () => {
    const wasAbsent = new Uint8Array(workers.size);
    const run = { fen: new Float64Array(days.length), units: new Float64Array(days.length) };
    let [lostFen, lostUnits] = [0, 0];
    plan.forEach((duties, index) => {
      for (const duty of duties) {
        const chance = wasAbsent[duty.worker] === 1 ? Math.max(risk.continuation, duty.onset) : duty.onset;
        const isAbsent = random() < chance;
        wasAbsent[duty.worker] = isAbsent ? 1 : 0;
        if (!isAbsent) continue;
        lostFen += duty.fen;
        lostUnits += duty.units;
      }
      run.fen[index] = lostFen;
      run.units[index] = lostUnits;
    });
    return run;
  });
}

/** Numbers in [0, 1) that a seed alone decides (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function quantilesOf<Amount extends number>(
  sorted: readonly number[],
  amount: (value: number) => Amount,
): Quantiles<Amount> {
  const at = (share: number) => amount(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p05: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sixPlaces(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function ascending(a: number, b: number): number {
  return a - b;
}
