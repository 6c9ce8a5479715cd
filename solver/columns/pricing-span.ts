import type { ColumnProblem, Roster } from './column-problem.js';
import type { PricingGraph } from './pricing-graph.js';

export interface SpanRequest {
  /** First day and the day after the last one that may change; the whole horizon when absent. */
  readonly from?: number;
  readonly to?: number;
  /** The worker's roster outside the span; needed only when the span is not the whole horizon. */
  readonly roster?: Roster;
  /** 1 on days that must be worked, beside the worker's own. */
  readonly mustWork?: Uint8Array;
  /**
   * Keeps minutes and weekends near those of `around` at every day, or near their even share without it: so many units and weekends
   * to either side. Every roster found is allowed, the cheapest one may be missed: for long horizons, where the whole table would be
   * too large or too slow.
   */
  readonly corridor?: { readonly units: number; readonly weekends: number; readonly around?: Roster };
  /** A good roster and a valid bound, though the maxima per shift may keep them apart: for searches that need many. */
  readonly isQuick?: boolean;
  /** A quick answer is given after so many tables at the latest; each brings it nearer to its bound. */
  readonly tables?: number;
}

/** The days that may change, what the rest of the roster leaves of each limit, and the range of every resource per day. */
export interface PricingSpan {
  readonly from: number;
  readonly length: number;
  readonly outside: Roster;
  readonly startNode: number;
  readonly startUnits: number;
  /** How many duties of each shift the rest of the roster leaves. */
  readonly countsLeft: Int32Array;
  readonly mayEnd: Uint8Array;
  readonly mustWork: Uint8Array;
  /** Least and greatest units worked before each day of the span that can still end within the worker's minutes. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly width: number;
  readonly weekendStates: number;
  /** Weekends that state 0 stands for, per day; fewer are counted as this many. */
  readonly weekendBase: Int32Array;
  /** 1 where a duty makes its weekend a worked one, after a day off or after a duty the day before. */
  readonly newWeekendAfterOff: Uint8Array;
  readonly newWeekendAfterWork: Uint8Array;
}

/** null when the rest of the roster already rules out every completion. */
export function pricingSpan(
  problem: ColumnProblem,
  { graph, request }: { readonly graph: PricingGraph; readonly request: SpanRequest },
): PricingSpan | null {
  const { worker } = graph;
  const from = request.from ?? 0;
  const to = request.to ?? problem.days;
  const length = to - from;
  const outside = Int8Array.from(request.roster ?? new Int8Array(problem.days).fill(-1));
  outside.fill(-1, from, to);
  const used = usage(problem, { graph, outside });
  if (used === null) return null;
  const pace =
    request.corridor?.around === undefined ? null : unitsBefore(problem, { roster: request.corridor.around, from, to });
  const ranges = unitRanges({ graph, length, used: used.units, request, pace });
  if (ranges === null) return null;
  const weekendsLeft = worker.weekendsMax - used.weekends.size;
  if (weekendsLeft < 0) return null;
  const openWeekends = new Set<number>();
  for (let day = from; day < to; day += 1) {
    const weekend = problem.weekendOf[day] as number;
    if (weekend >= 0 && !used.weekends.has(weekend)) openWeekends.add(weekend);
  }
  // Where every weekend may be worked there is nothing to count.
  if (weekendsLeft >= openWeekends.size) openWeekends.clear();
  const newWeekendAfterOff = new Uint8Array(length);
  const newWeekendAfterWork = new Uint8Array(length);
  for (let step = 0; step < length; step += 1) {
    const day = from + step;
    if (!openWeekends.has(problem.weekendOf[day] as number)) continue;
    newWeekendAfterOff[step] = 1;
    newWeekendAfterWork[step] = day > 0 && problem.weekendOf[day - 1] === problem.weekendOf[day] ? 0 : 1;
  }
  return {
    from,
    length,
    outside,
    startNode: startNode(graph, { outside, from }),
    startUnits: 0,
    countsLeft: used.countsLeft,
    mayEnd: endNodes(problem, { graph, outside, to }),
    mustWork: request.mustWork ?? worker.mustWork,
    ...ranges,
    ...weekendRanges({
      weekendsLeft: openWeekends.size === 0 ? 0 : weekendsLeft,
      length,
      request,
      pace: weekendPace({ request, from, newWeekendAfterOff, newWeekendAfterWork }),
    }),
    newWeekendAfterOff,
    newWeekendAfterWork,
  };
}

/** Units that a roster has worked before each day of the span, and after its last one. */
function unitsBefore(
  problem: ColumnProblem,
  { roster, from, to }: { readonly roster: Roster; readonly from: number; readonly to: number },
): Int32Array {
  const before = new Int32Array(to - from + 1);
  for (let day = from; day < to; day += 1) {
    const shift = roster[day] as number;
    before[day - from + 1] = (before[day - from] as number) + (shift < 0 ? 0 : (problem.shiftUnits[shift] as number));
  }
  return before;
}

/** Counted weekends that the corridor's roster has worked before each day of the span; null without such a roster. */
function weekendPace({
  request,
  from,
  newWeekendAfterOff,
  newWeekendAfterWork,
}: {
  readonly request: SpanRequest;
  readonly from: number;
  readonly newWeekendAfterOff: Uint8Array;
  readonly newWeekendAfterWork: Uint8Array;
}): Int32Array | null {
  const roster = request.corridor?.around;
  if (roster === undefined) return null;
  const before = new Int32Array(newWeekendAfterOff.length + 1);
  newWeekendAfterOff.forEach((afterOff, step) => {
    const day = from + step;
    const isAfterWork = day > 0 && (roster[day - 1] as number) >= 0;
    const added = isAfterWork ? (newWeekendAfterWork[step] as number) : afterOff;
    before[step + 1] = (before[step] as number) + ((roster[day] as number) >= 0 ? added : 0);
  });
  return before;
}

interface Usage {
  readonly units: number;
  readonly countsLeft: Int32Array;
  readonly weekends: ReadonlySet<number>;
}

function usage(
  problem: ColumnProblem,
  { graph, outside }: { readonly graph: PricingGraph; readonly outside: Roster },
): Usage | null {
  let units = 0;
  const weekends = new Set<number>();
  const countsLeft = Int32Array.from(graph.worker.shiftMax);
  outside.forEach((shift, day) => {
    if (shift < 0) return;
    units += problem.shiftUnits[shift] as number;
    countsLeft[shift] = (countsLeft[shift] as number) - 1;
    const weekend = problem.weekendOf[day] as number;
    if (weekend >= 0) weekends.add(weekend);
  });
  return countsLeft.some((left) => left < 0) ? null : { units, countsLeft, weekends };
}

/** Days off before the first day count as the minimum; a duty run keeps its length. */
function startNode(
  graph: PricingGraph,
  { outside, from }: { readonly outside: Roster; readonly from: number },
): number {
  const { worker } = graph;
  let length = 0;
  const isWork = from > 0 && (outside[from - 1] as number) >= 0;
  while (from - 1 - length >= 0 && (outside[from - 1 - length] as number) >= 0 === isWork) length += 1;
  if (!isWork) return length === from ? worker.offMin - 1 : Math.min(length, worker.offMin) - 1;
  return worker.offMin + (graph.classOf[outside[from - 1] as number] as number) * worker.runMax + length - 1;
}

/** Which nodes go together with what follows the span. A run or days off that touch the last day have no minimum. */
function endNodes(
  problem: ColumnProblem,
  { graph, outside, to }: { readonly graph: PricingGraph; readonly outside: Roster; readonly to: number },
): Uint8Array {
  const { worker } = graph;
  const mayEnd = new Uint8Array(graph.nodes).fill(1);
  if (to === problem.days) return mayEnd;
  const next = outside[to] as number;
  let length = 0;
  while (to + length < problem.days && (outside[to + length] as number) >= 0 === next >= 0) length += 1;
  const touchesEnd = to + length === problem.days;
  for (let node = 0; node < graph.nodes; node += 1) {
    const isOff = node < worker.offMin;
    const run = isOff ? 0 : ((node - worker.offMin) % worker.runMax) + 1;
    const lastClass = isOff ? -1 : Math.floor((node - worker.offMin) / worker.runMax);
    const isRunLongEnough = (total: number, touchesStart: boolean): boolean =>
      total >= worker.runMin || touchesStart || (next >= 0 && touchesEnd);
    let isAllowed: boolean;
    if (next >= 0) {
      isAllowed = isOff
        ? node === worker.offMin - 1 && isRunLongEnough(length, false)
        : run + length <= worker.runMax &&
          followsClass(problem, { graph, lastClass, next }) &&
          isRunLongEnough(run + length, run === to);
    } else {
      isAllowed = isOff
        ? node === worker.offMin - 1 || node + 1 + length >= worker.offMin || touchesEnd
        : isRunLongEnough(run, run === to) && (length >= worker.offMin || touchesEnd);
    }
    mayEnd[node] = isAllowed ? 1 : 0;
  }
  return mayEnd;
}

function followsClass(
  problem: ColumnProblem,
  { graph, lastClass, next }: { readonly graph: PricingGraph; readonly lastClass: number; readonly next: number },
): boolean {
  const sample = graph.kinds.find((kind) => kind.class === lastClass)?.shifts[0];
  return sample !== undefined && problem.mayFollow[sample * problem.shifts + next] === 1;
}

/** What can be worked at most in so many days: runs as long as allowed, as few days off as allowed, the longest shift. */
function mostUnits(graph: PricingGraph, days: number): number {
  const { runMax, offMin } = graph.worker;
  const longest = Math.max(0, ...graph.kinds.map((kind) => kind.units));
  const period = runMax + offMin;
  return longest * (Math.floor(days / period) * runMax + Math.min(days % period, runMax));
}

function unitRanges({
  graph,
  length,
  used,
  request,
  pace,
}: {
  readonly graph: PricingGraph;
  readonly length: number;
  readonly used: number;
  readonly request: SpanRequest;
  /** Units before each day that the corridor lies around; null for an even share. */
  readonly pace: Int32Array | null;
}): Pick<PricingSpan, 'low' | 'high' | 'width'> | null {
  const min = graph.worker.unitsMin - used;
  const max = graph.worker.unitsMax - used;
  if (max < 0) return null;
  const low = new Int32Array(length + 1);
  const high = new Int32Array(length + 1);
  let width = 1;
  for (let step = 0; step <= length; step += 1) {
    let least = Math.max(0, min - mostUnits(graph, length - step));
    let most = Math.min(max, mostUnits(graph, step));
    if (request.corridor !== undefined) {
      const share = length === 0 ? 1 : step / length;
      // An even share ends in the worker's least and most; a roster's own pace ends within them anyway.
      const slack = request.corridor.units * (pace === null ? Math.min(1, (length - step) / 7) : 1);
      least = Math.max(least, Math.floor((pace?.[step] ?? min * share) - slack));
      most = Math.min(most, Math.ceil((pace?.[step] ?? max * share) + slack));
    }
    if (step === length) least = Math.max(0, min);
    if (least > most || (step === 0 && least > 0)) return null;
    low[step] = least;
    high[step] = most;
    width = Math.max(width, most - least + 1);
  }
  return { low, high, width };
}

function weekendRanges({
  weekendsLeft,
  length,
  request,
  pace,
}: {
  readonly weekendsLeft: number;
  readonly length: number;
  readonly request: SpanRequest;
  readonly pace: Int32Array | null;
}): Pick<PricingSpan, 'weekendStates' | 'weekendBase'> {
  const weekendBase = new Int32Array(length + 1);
  if (request.corridor === undefined) return { weekendStates: weekendsLeft + 1, weekendBase };
  const slack = request.corridor.weekends;
  const weekendStates = Math.min(weekendsLeft, 2 * slack) + 1;
  for (let step = 0; step <= length; step += 1) {
    const share = pace?.[step] ?? Math.floor((weekendsLeft * step) / Math.max(1, length));
    weekendBase[step] = Math.max(0, Math.min(weekendsLeft + 1 - weekendStates, share - slack));
  }
  return { weekendStates, weekendBase };
}
