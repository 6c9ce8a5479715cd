import type { DutyKind } from '../../problem.js';
import type { DutyColumn, RosterModel } from '../../rules/roster-model.js';
import type { Row } from '../../rules/linear-model.js';
import { cellKey, groupKey } from './crews.js';
import type { Block } from './crews.js';

interface Account {
  readonly fromDay: number;
  readonly toDay: number;
  /** Minutes left without overtime. */
  readonly free: number;
  readonly pricePerMinute: number;
  minutes: number;
}

interface Burden {
  readonly rule: number;
  readonly weight: number;
  readonly kind: DutyKind;
  /** What the member carried beyond the least of the rule's people. */
  readonly before: number;
  count: number;
}

interface Limit {
  readonly coefficients: ReadonlyMap<number, number>;
  readonly lower: number;
  readonly upper: number;
  activity: number;
}

interface Pair {
  readonly people: readonly Person[];
  readonly day: number;
  readonly cost: number;
}

interface Person {
  readonly id: string;
  /** By the number of the cell. */
  readonly options: ReadonlyMap<number, DutyColumn>;
  readonly duties: (DutyColumn | null)[];
  readonly accounts: readonly Account[];
  readonly burdens: readonly Burden[];
  readonly limits: readonly Limit[];
  readonly pairs: Map<number, Pair[]>;
  /** Where and when the person may serve, as `day|group`. */
  readonly places: ReadonlySet<string>;
}

const tolerance = 1e-9;

/**
 * Who does which duty, once the counts are decided. Costs here are those that depend on the person: overtime, burdens, groups and
 * pairs. Exchanging duties of a day between two people leaves every count, and so every vacancy, as it is.
 */
export class Dealing {
  readonly #people = new Map<string, Person>();
  readonly #costs: Float64Array;
  /** The number of each duty's cell (day, shift and group), by the duty's column. */
  readonly #cells: Int32Array;
  /** Of two people's exchanges by set of days, while they are compared: what each costs, and one sum of steps at a time. */
  readonly #setCosts = new Float64Array(1 << swapDaysMax);
  readonly #setSteps = new Float64Array(1 << swapDaysMax);

  constructor(
    readonly model: RosterModel,
    values: Float64Array,
  ) {
    this.#costs = model.linear.costs();
    this.#cells = numberedCells(model);
    const { problem } = model;
    const limits = new Map<string, Limit[]>();
    for (const row of model.linear.rows) {
      if (row.rule !== 'hoursMaximum' && row.rule !== 'weeklyRest' && row.rule !== 'pins') continue;
      const owner = model.dutyAt(row.columns[0] ?? -1)?.worker.id;
      if (owner !== undefined) limits.set(owner, [...(limits.get(owner) ?? []), toLimit(row)]);
    }
    const least = problem.fairness.map((rule) =>
      Math.min(...rule.workers.map((id) => model.facts.workers.get(id)?.history.duties[rule.duty] ?? 0)),
    );
    for (const worker of problem.workers) {
      this.#people.set(worker.id, {
        id: worker.id,
        options: new Map(model.dutiesOf(worker.id).map((duty) => [this.#cellOf(duty), duty])),
        duties: problem.days.map(() => null),
        accounts: worker.limits.hours
          .filter(({ normalMinutes, overtimePricePerHour }) => normalMinutes !== null && overtimePricePerHour !== 0)
          .map((account) => ({
            fromDay: account.fromDay,
            toDay: account.toDay,
            free: Math.max(0, (account.normalMinutes ?? 0) - account.carriedMinutes),
            pricePerMinute: account.overtimePricePerHour / 60,
            minutes: 0,
          })),
        burdens: problem.fairness.flatMap(({ workers, weight, duty }, rule) => {
          const before = (worker.history.duties[duty] ?? 0) - (least[rule] ?? 0);
          return workers.includes(worker.id) && weight !== 0 ? [{ rule, weight, kind: duty, before, count: 0 }] : [];
        }),
        limits: limits.get(worker.id) ?? [],
        pairs: new Map(),
        places: new Set(model.dutiesOf(worker.id).map(groupKey)),
      });
    }
    this.#readPairs();
    this.take(values);
  }

  /** Begins anew with the duties of this vector. */
  take(values: Float64Array): void {
    for (const person of this.#people.values())
      person.duties.forEach((_, day) => {
        this.#put(person, day, null);
      });
    for (const duty of this.model.duties) {
      const person = this.#people.get(duty.worker.id);
      if (person !== undefined && (values[duty.column] ?? 0) > 0.5) this.#put(person, duty.day, duty);
    }
  }

  #readPairs(): void {
    for (const row of this.model.linear.rows) {
      if (row.rule !== 'backupPair') continue;
      const day = this.model.dutyAt(row.columns[1] ?? -1)?.day;
      if (day === undefined) continue;
      const ids = new Set(row.columns.map((column) => this.model.dutyAt(column)?.worker.id));
      const people = [...ids].map((id) => this.#people.get(id ?? '')).filter((person) => person !== undefined);
      const pair = { people, day, cost: this.#costs[row.columns[0] ?? 0] ?? 0 };
      for (const person of people) person.pairs.set(day, [...(person.pairs.get(day) ?? []), pair]);
    }
  }

  /** The plan as a complete vector of the model. */
  values(): Float64Array {
    const values = new Float64Array(this.model.linear.columns.length);
    for (const { duties } of this.#people.values()) {
      for (const duty of duties) if (duty !== null) values[duty.column] = 1;
    }
    return this.model.linear.complete(values);
  }

  /** What it costs if the duty's worker takes it beside what they have: groups, overtime, burdens, less the pairs that it covers. */
  costOfTaking(duty: DutyColumn): number {
    const person = this.#people.get(duty.worker.id);
    return person === undefined ? Infinity : this.#costOfTaking(person, duty);
  }

  /** The duty's worker takes it, in place of what they had on the day. */
  give(duty: DutyColumn): void {
    const person = this.#people.get(duty.worker.id);
    if (person !== undefined) this.#put(person, duty.day, duty);
  }

  /** Burdens of a rule that a member bears outside these days, what was carried before included. */
  carriedOutside(rule: number, worker: string, days: readonly number[]): number {
    const person = this.#people.get(worker);
    const burden = person?.burdens.find((one) => one.rule === rule);
    if (person === undefined || burden === undefined) return 0;
    const within = days.filter((day) => person.duties[day]?.kinds.has(burden.kind) === true).length;
    return burden.before + burden.count - within;
  }

  dutyOf(worker: string, day: number): DutyColumn | null {
    return this.#people.get(worker)?.duties[day] ?? null;
  }

  /** Burdens of a rule that a member carried before the plan, beyond the least of the rule's people. */
  carriedBefore(rule: number, worker: string): number {
    return this.#people.get(worker)?.burdens.find((one) => one.rule === rule)?.before ?? 0;
  }

  /** Takes the block's duties back and deals these counts (by place of the crew and cell) in their place. */
  deal(block: Block, counts: readonly ReadonlyMap<string, number>[]): void {
    for (const person of this.#people.values()) for (const day of block.days) this.#put(person, day, null);
    block.crews.forEach((crew, index) => {
      const members = crew.members.map((id) => this.#people.get(id)).filter((person) => person !== undefined);
      for (const day of block.days) {
        const slots = crew.cells
          .filter((duty) => duty.day === day)
          .map((duty) => ({
            cell: this.#cellOf(duty),
            able: members.filter(({ options }) => options.has(this.#cellOf(duty))),
            count: counts[index]?.get(cellKey(duty)) ?? 0,
          }))
          .sort((a, b) => a.able.length - b.able.length);
        for (const { cell, able, count } of slots) {
          for (let left = count; left > 0; left -= 1) this.#give({ cell, able, day, members });
        }
      }
    });
  }

  /** To the member for whom it is cheapest; when all who could do it have a duty, one of them passes theirs on. */
  #give({
    cell,
    able,
    day,
    members,
  }: {
    readonly cell: number;
    readonly able: readonly Person[];
    readonly day: number;
    readonly members: readonly Person[];
  }): void {
    let best: { readonly person: Person; readonly duty: DutyColumn; readonly cost: number } | null = null;
    for (const person of able) {
      const duty = person.options.get(cell);
      if (duty === undefined || person.duties[day] !== null || !this.#isAllowed(person, duty)) continue;
      const cost = this.#costOfTaking(person, duty);
      if (best === null || cost < best.cost) best = { person, duty, cost };
    }
    if (best !== null) {
      this.#put(best.person, day, best.duty);
      return;
    }
    for (const person of able) {
      const [current, wanted] = [person.duties[day] ?? null, person.options.get(cell)];
      if (current === null || wanted === undefined) continue;
      const left = this.#cellOf(current);
      const heir = members.find(({ duties, options }) => duties[day] === null && options.has(left));
      const passed = heir?.options.get(left);
      if (heir === undefined || passed === undefined || !this.#isAllowed(heir, passed)) continue;
      this.#put(person, day, null);
      if (this.#isAllowed(person, wanted)) {
        this.#put(heir, day, passed);
        this.#put(person, day, wanted);
        return;
      }
      this.#put(person, day, current);
    }
  }

  /**
   * Lets people who serve the same group exchange duties within a block, two by two, each time the best of all sets of days, until
   * no exchange helps or `enough` is saved; exchanges that cost nothing are made now and then, since they open others.
   */
  exchange(
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
    const teams = this.model.problem.groups.map(({ id }) => {
      const keys = block.days.map((day) => groupKey({ day, group: id }));
      return [...this.#people.values()].filter(({ places }) => keys.some((key) => places.has(key)));
    });
    let saved = 0;
    const isOver = (): boolean => saved > enough - roundOff || isOverdue();
    for (let idle = 0; idle < idleSweepsMax && !isOver(); idle += 1) {
      const before = saved;
      for (const team of teams) {
        for (const [place, one] of team.entries()) {
          for (let other = place + 1; other < team.length; other += 1)
            saved += this.#exchangePair([one, team[other] ?? one], block.days, next);
          if (isOver()) return;
        }
      }
      if (saved > before + tolerance) idle = 0;
    }
  }

  #exchangePair([one, other]: Two, days: readonly number[], next: (below: number) => number): number {
    const swaps = this.#swapsOf(one, other, days);
    if (swaps.length === 0 || swaps.length > swapDaysMax) return 0;
    this.#priceSets([one, other], swaps);
    const costs = this.#setCosts;
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
      this.#put(one, day, theirs);
      this.#put(other, day, mine);
    }
    if (isLawful(one) && isLawful(other)) return Math.max(0, -bestCost);
    for (const { day, was, is } of chosen) {
      this.#put(one, day, was);
      this.#put(other, day, is);
    }
    return 0;
  }

  /** Writes what exchanging each set of these days would cost into `#setCosts`; bit k of a set is the k-th swap. */
  #priceSets([one, other]: Two, swaps: readonly Swap[]): void {
    const costs = this.#setCosts;
    const steps = this.#setSteps;
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
  #swapsOf(one: Person, other: Person, days: readonly number[]): readonly Swap[] {
    const swaps: Swap[] = [];
    for (const day of days) {
      const [was, is] = [one.duties[day] ?? null, other.duties[day] ?? null];
      const [left, right] = [was === null ? -1 : this.#cellOf(was), is === null ? -1 : this.#cellOf(is)];
      if (left === right) continue;
      const mine = was === null ? null : other.options.get(left);
      const theirs = is === null ? null : one.options.get(right);
      if (mine === undefined || theirs === undefined) continue;
      const before = this.#priceOf(was) + this.#priceOf(is);
      swaps.push({
        day,
        was,
        is,
        mine,
        theirs,
        price: this.#priceOf(mine) + this.#priceOf(theirs) - before + this.#pairStep(one, other, day),
        minutes: (theirs?.shift.countedMinutes ?? 0) - (was?.shift.countedMinutes ?? 0),
        gains: theirs?.kinds ?? none,
        losses: was?.kinds ?? none,
      });
    }
    return swaps;
  }

  /** Only a swap of a duty and a day off changes who is there; a pair of these two themselves stays covered. */
  #pairStep(one: Person, other: Person, day: number): number {
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

  #cellOf(duty: DutyColumn): number {
    return this.#cells[duty.column] ?? 0;
  }

  #priceOf(duty: DutyColumn | null): number {
    return duty === null ? 0 : (this.#costs[duty.column] ?? 0);
  }

  #costOfTaking(person: Person, duty: DutyColumn): number {
    const minutes = duty.shift.countedMinutes;
    let cost = this.#priceOf(duty);
    for (const account of person.accounts) {
      if (duty.day < account.fromDay || duty.day > account.toDay) continue;
      cost +=
        account.pricePerMinute *
        (Math.max(0, account.minutes + minutes - account.free) - Math.max(0, account.minutes - account.free));
    }
    for (const { kind, weight, before, count } of person.burdens) {
      if (duty.kinds.has(kind)) cost += weight * (2 * (before + count) + 1);
    }
    for (const { people, cost: price } of person.pairs.get(duty.day) ?? []) {
      if (people.every((member) => member.duties[duty.day] === null)) cost -= price;
    }
    return cost;
  }

  #isAllowed(person: Person, duty: DutyColumn): boolean {
    return person.limits.every(
      ({ coefficients, upper, activity }) => activity + (coefficients.get(duty.column) ?? 0) <= upper + tolerance,
    );
  }

  #put(person: Person, day: number, duty: DutyColumn | null): void {
    const before = person.duties[day] ?? null;
    if (before === duty) return;
    person.duties[day] = duty;
    const change = (of: DutyColumn, step: number): void => {
      for (const account of person.accounts) {
        if (account.fromDay <= day && day <= account.toDay) account.minutes += step * of.shift.countedMinutes;
      }
      for (const burden of person.burdens) if (of.kinds.has(burden.kind)) burden.count += step;
      for (const limit of person.limits) limit.activity += step * (limit.coefficients.get(of.column) ?? 0);
    };
    if (before !== null) change(before, -1);
    if (duty !== null) change(duty, 1);
  }
}

/** Sweeps without a saving before an exchange gives up. */
const idleSweepsMax = 8;
/** Two to this power sets of days are tried for two people. */
const swapDaysMax = 7;
const none: ReadonlySet<DutyKind> = new Set();
/** Of sums of savings. */
const roundOff = 1e-6;

type Two = readonly [Person, Person];

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

function numberedCells({ duties, linear }: RosterModel): Int32Array {
  const numbers = new Map<string, number>();
  const cells = new Int32Array(linear.columns.length);
  for (const duty of duties) {
    const key = cellKey(duty);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    cells[duty.column] = number;
  }
  return cells;
}

function toLimit(row: Row): Limit {
  const coefficients = new Map(row.columns.map((column, k) => [column, row.coefficients[k] ?? 0]));
  return { coefficients, lower: row.lower, upper: row.upper, activity: 0 };
}

function isLawful({ limits }: Person): boolean {
  return limits.every(({ lower, upper, activity }) => activity >= lower - tolerance && activity <= upper + tolerance);
}
