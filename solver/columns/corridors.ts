import type { ColumnProblem, Roster } from './column-problem.js';
import type { SpanRequest } from './pricing-span.js';
import type { WorkerPricing } from './worker-pricing.js';

/** Beyond this size of the table of the whole horizon, searches for plans stay within a corridor. */
const wholeBytesMax = 4_000_000;
/** How far a roster may stray from the one that is there: so many weeks' minutes and weekends more or less at any day. */
const nearWeeks = 0.75;
const nearWeekends = 1;
/** The same from an even share, where no roster is there yet. */
const evenWeeks = 1.5;
const evenWeekends = 3;

export function isLong({ wholeBytes }: WorkerPricing): boolean {
  return wholeBytes() > wholeBytesMax;
}

/** Around the minutes and weekends that a roster has at each day. */
export function nearRoster(
  problem: ColumnProblem,
  { pricing, roster }: { readonly pricing: WorkerPricing; readonly roster: Roster },
): NonNullable<SpanRequest['corridor']> {
  return { units: unitsOf(problem, { pricing, weeks: nearWeeks }), weekends: nearWeekends, around: roster };
}

/** Around an even pace. */
export function nearEvenPace(
  problem: ColumnProblem,
  { pricing, scale }: { readonly pricing: WorkerPricing; readonly scale: number },
): NonNullable<SpanRequest['corridor']> {
  return {
    units: unitsOf(problem, { pricing, weeks: evenWeeks * scale }),
    weekends: Math.ceil(evenWeekends * scale),
  };
}

function unitsOf(
  problem: ColumnProblem,
  { pricing, weeks }: { readonly pricing: WorkerPricing; readonly weeks: number },
): number {
  return Math.ceil(((pricing.worker.unitsMax * 7) / problem.days) * weeks);
}
