import type { DutyKind } from '../../problem.js';
import type { DutyColumn } from '../../rules/roster-model.js';
import { groupKey } from './crews.js';
import type { Block } from './crews.js';
import { isLawful } from './duty-holders.js';
import type { DutyHolders, Person } from './duty-holders.js';

/** Sweeps without a saving before an exchange gives up. */
const idleSweepsMax = 8;
/** Two to this power sets of days are tried for two people. */
const swapDaysMax = 7;
const none: ReadonlySet<DutyKind> = new Set();
/** Of sums of savings. */
const roundOff = 1e-6;

const tolerance = 1e-9;

type Two = readonly [Person, Person];

/** Of two people's exchanges by set of days, while they are compared: what each costs, and one sum of steps at a time. */
interface SetCosts {
  readonly costs: Float64Array;
  readonly steps: Float64Array;
}

interface Swap {
  readonly day: number;
  readonly was: DutyColumn | null;
  readonly is: DutyColumn | null;
  /** The first one's duty as the other's, and the other way round. */
  readonly mine: DutyColumn | null;
  readonly theirs: DutyColumn | null;
  readonly price: number;
  readonly minutes: number;
  readonly gains: ReadonlySet<DutyKind>;
  readonly losses: ReadonlySet<DutyKind>;
}

/**
 * Lets people who serve the same group exchange duties within a block, two by two, each time the best of all sets of days, until
 * no exchange helps or `enough` is saved; exchanges that cost nothing are made now and then, since they open others. Exchanging duties of a day
 * between two people leaves every count, and so every vacancy, as it is.
 */
export function exchangeDuties(
  holders: DutyHolders,
  block: Block,
  {
    next,
    isOverdue,
    enough = Infinity,
  }: {
    readonly next: (below: number) => number;
    readonly isOverdue: () => boolean;
    /** More than this no exchange can save. */
    readonly enough?: number;
  },
): void {
  const teams = holders.model.problem.groups.map(({ id }) => {
    const keys = block.days.map((day) => groupKey({ day, group: id }));
    return [...holders.people()].filter(({ places }) => keys.some((key) => places.has(key)));
  });
  const sets: SetCosts = { costs: new Float64Array(1 << swapDaysMax), steps: new Float64Array(1 << swapDaysMax) };
  let saved = 0;
  const isOver = (): boolean => saved > enough - roundOff || isOverdue();
  for (let idle = 0; idle < idleSweepsMax && !isOver(); idle += 1) {
    const before = saved;
    for (const team of teams) {
      for (const [place, one] of team.entries()) {
        for (let other = place + 1; other < team.length; other += 1)
          saved += exchangePair(holders, { pair: [one, team[other] ?? one], days: block.days, sets, next });
        if (isOver()) return;
      }
    }
    if (saved > before + tolerance) idle = 0;
  }
}

/** Makes the best exchange of these two, if there is one; what it saves. */
function exchangePair(
  holders: DutyHolders,
  {
    pair: [one, other],
    days,
    sets,
    next,
  }: {
    readonly pair: Two;
    readonly days: readonly number[];
    readonly sets: SetCosts;
    readonly next: (below: number) => number;
  },
): number {
  const swaps = swapsOf(holders, [one, other], days);
  if (swaps.length === 0 || swaps.length > swapDaysMax) return 0;
  priceSets(sets, [one, other], swaps);
  const { costs } = sets;
  let bestSet = 0;
  let bestCost = tolerance;
  for (let set = 1; set < 1 << swaps.length; set += 1) {
    const cost = costs[set] ?? 0;
    const isBetter = cost < bestCost - tolerance || (cost < bestCost + tolerance && next(2) === 0);
    if (isBetter) [bestSet, bestCost] = [set, Math.min(cost, tolerance)];
  }
  if (bestSet === 0) return 0;
  const chosen = swaps.filter((_, k) => (bestSet >> k) & 1);
  for (const { day, mine, theirs } of chosen) {
    holders.put(one, day, theirs);
    holders.put(other, day, mine);
  }
  if (isLawful(one) && isLawful(other)) return Math.max(0, -bestCost);
  for (const { day, was, is } of chosen) {
    holders.put(one, day, was);
    holders.put(other, day, is);
  }
  return 0;
}

/** Writes what exchanging each set of these days would cost; bit k of a set is the k-th swap. */
function priceSets({ costs, steps }: SetCosts, [one, other]: Two, swaps: readonly Swap[]): void {
  const sets = 1 << swaps.length;
  costs.fill(0, 0, sets);
  /** Adds, for every set, what the sum of its days' steps costs. */
  const add = (stepOf: (swap: Swap) => number, costOf: (step: number) => number): void => {
    let isMoved = false;
    for (const [k, swap] of swaps.entries()) {
      const step = stepOf(swap);
      const first = 1 << k;
      isMoved ||= step !== 0;
      for (let set = 0; set < first; set += 1) steps[first + set] = (steps[set] ?? 0) + step;
    }
    if (!isMoved) return;
    for (let set = 1; set < sets; set += 1) costs[set] = (costs[set] ?? 0) + costOf(steps[set] ?? 0);
  };
  add(
    ({ price }) => price,
    (price) => price,
  );
  for (const [person, sign] of [
    [one, 1],
    [other, -1],
  ] as const) {
    for (const { fromDay, toDay, pricePerMinute, minutes, free } of person.accounts) {
      const over = Math.max(0, minutes - free);
      add(
        ({ day, minutes: step }) => (fromDay <= day && day <= toDay ? sign * step : 0),
        (step) => pricePerMinute * (Math.max(0, minutes + step - free) - over),
      );
    }
    for (const { kind, weight, before, count } of person.burdens) {
      add(
        ({ gains, losses }) => sign * ((gains.has(kind) ? 1 : 0) - (losses.has(kind) ? 1 : 0)),
        (step) => weight * step * (2 * (before + count) + step),
      );
    }
  }
}

/** The days on which two people can exchange what they do, and what that changes; days that are alike are left out. */
function swapsOf(holders: DutyHolders, [one, other]: Two, days: readonly number[]): readonly Swap[] {
  const swaps: Swap[] = [];
  for (const day of days) {
    const [was, is] = [one.duties[day] ?? null, other.duties[day] ?? null];
    const [left, right] = [was === null ? -1 : holders.cellOf(was), is === null ? -1 : holders.cellOf(is)];
    if (left === right) continue;
    const mine = was === null ? null : other.options.get(left);
    const theirs = is === null ? null : one.options.get(right);
    if (mine === undefined || theirs === undefined) continue;
    const before = holders.priceOf(was) + holders.priceOf(is);
    swaps.push({
      day,
      was,
      is,
      mine,
      theirs,
      price: holders.priceOf(mine) + holders.priceOf(theirs) - before + pairStep([one, other], day),
      minutes: (theirs?.shift.countedMinutes ?? 0) - (was?.shift.countedMinutes ?? 0),
      gains: theirs?.kinds ?? none,
      losses: was?.kinds ?? none,
    });
  }
  return swaps;
}

/** Only a swap of a duty and a day off changes who is there; a pair of these two themselves stays covered. */
function pairStep([one, other]: Two, day: number): number {
  const [hasOne, hasOther] = [one.duties[day] !== null, other.duties[day] !== null];
  if (hasOne === hasOther) return 0;
  const [leaving, coming] = hasOne ? [one, other] : [other, one];
  const open = (person: Person, partnerOf: Person): number =>
    (person.pairs.get(day) ?? [])
      .filter(({ people }) => !people.includes(partnerOf))
      .filter(({ people }) => people.every((member) => member === person || member.duties[day] === null))
      .reduce((sum, { cost }) => sum + cost, 0);
  return open(leaving, coming) - open(coming, leaving);
}
