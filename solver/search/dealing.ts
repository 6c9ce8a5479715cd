import type { DutyKind } from '../problem.js';
import type { DutyColumn, RosterModel } from '../rules/roster-model.js';
import type { Row } from '../rules/linear-model.js';
import { cellKey } from './crews.js';
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
  readonly options: ReadonlyMap<string, DutyColumn>;
  readonly duties: (DutyColumn | null)[];
  readonly accounts: readonly Account[];
  readonly burdens: readonly Burden[];
  readonly limits: readonly Limit[];
  readonly pairs: Map<number, Pair[]>;
}

const tolerance = 1e-9;

/**
 * Who does which duty, once the counts are decided. Costs here are those that depend on the person: overtime, burdens, groups and
 * pairs. Exchanging duties of a day between two people leaves every count, and so every vacancy, as it is.
 */
export class Dealing {
  readonly #people = new Map<string, Person>();
  readonly #costs: Float64Array;

  constructor(
    readonly model: RosterModel,
    values: Float64Array,
  ) {
    this.#costs = model.linear.costs();
    const { problem } = model;
    const owners = new Map(model.duties.map((duty) => [duty.column, duty.worker.id]));
    const limits = new Map<string, Limit[]>();
    for (const row of model.linear.rows) {
      if (row.rule !== 'hoursMaximum' && row.rule !== 'weeklyRest' && row.rule !== 'pins') continue;
      const owner = owners.get(row.columns[0] ?? -1);
      if (owner !== undefined) limits.set(owner, [...(limits.get(owner) ?? []), toLimit(row)]);
    }
    const least = problem.fairness.map((rule) =>
      Math.min(...rule.workers.map((id) => model.facts.workers.get(id)?.history.duties[rule.duty] ?? 0)),
    );
    for (const worker of problem.workers) {
      this.#people.set(worker.id, {
        id: worker.id,
        options: new Map(model.dutiesOf(worker.id).map((duty) => [cellKey(duty), duty])),
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
      });
    }
    this.#readPairs(owners);
    for (const duty of model.duties) {
      const person = this.#people.get(duty.worker.id);
      if (person !== undefined && (values[duty.column] ?? 0) > 0.5) this.#put(person, duty.day, duty);
    }
  }

  #readPairs(owners: ReadonlyMap<number, string>): void {
    const days = new Map(this.model.duties.map((duty) => [duty.column, duty.day]));
    for (const row of this.model.linear.rows) {
      const day = days.get(row.columns[1] ?? -1);
      if (row.rule !== 'backupPair' || day === undefined) continue;
      const ids = new Set(row.columns.map((column) => owners.get(column)));
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
            key: cellKey(duty),
            able: members.filter(({ options }) => options.has(cellKey(duty))),
            count: counts[index]?.get(cellKey(duty)) ?? 0,
          }))
          .sort((a, b) => a.able.length - b.able.length);
        for (const { key, able, count } of slots) {
          for (let left = count; left > 0; left -= 1) this.#give({ key, able, day, members });
        }
      }
    });
  }

  /** To the member for whom it is cheapest; when all who could do it have a duty, one of them passes theirs on. */
  #give({
    key,
    able,
    day,
    members,
  }: {
    readonly key: string;
    readonly able: readonly Person[];
    readonly day: number;
    readonly members: readonly Person[];
  }): void {
    let best: { readonly person: Person; readonly duty: DutyColumn; readonly cost: number } | null = null;
    for (const person of able) {
      const duty = person.options.get(key);
      if (duty === undefined || person.duties[day] !== null || !this.#isAllowed(person, duty)) continue;
      const cost = this.#costOfTaking(person, duty);
      if (best === null || cost < best.cost) best = { person, duty, cost };
    }
    if (best !== null) {
      this.#put(best.person, day, best.duty);
      return;
    }
    for (const person of able) {
      const [current, wanted] = [person.duties[day] ?? null, person.options.get(key)];
      if (current === null || wanted === undefined) continue;
      const heir = members.find(({ duties, options }) => duties[day] === null && options.has(cellKey(current)));
      const passed = heir?.options.get(cellKey(current));
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
   * no exchange helps; exchanges that cost nothing are made now and then, since they open others. Returns what was saved.
   */
  exchange(
    block: Block,
    { next, isOverdue }: { readonly next: (below: number) => number; readonly isOverdue: () => boolean },
  ): number {
    const days = new Set(block.days);
    const teams = this.model.problem.groups.map(({ id }) =>
      [...this.#people.values()].filter(({ options }) =>
        [...options.values()].some((duty) => duty.group === id && days.has(duty.day)),
      ),
    );
    let saved = 0;
    for (let idle = 0; idle < idleSweepsMax && !isOverdue(); idle += 1) {
      const before = saved;
      for (const team of teams) {
        for (const [place, one] of team.entries()) {
          for (const other of team.slice(place + 1)) saved += this.#exchangePair(one, other, block.days, next);
          if (isOverdue()) return saved;
        }
      }
      if (saved > before + tolerance) idle = 0;
    }
    return saved;
  }

  #exchangePair(one: Person, other: Person, days: readonly number[], next: (below: number) => number): number {
    const swaps = days.flatMap((day) => this.#swapOn(one, other, day));
    if (swaps.length === 0 || swaps.length > swapDaysMax) return 0;
    const parts = [one, other].flatMap((person, side) => [
      ...person.accounts.map((account) => ({
        steps: swaps.map(({ day, minutes }) =>
          account.fromDay <= day && day <= account.toDay ? (side === 0 ? minutes : -minutes) : 0,
        ),
        cost: (step: number) =>
          account.pricePerMinute *
          (Math.max(0, account.minutes + step - account.free) - Math.max(0, account.minutes - account.free)),
      })),
      ...person.burdens.map(({ kind, weight, before, count }) => ({
        steps: swaps.map(({ gains, losses }) => {
          const step = (gains.has(kind) ? 1 : 0) - (losses.has(kind) ? 1 : 0);
          return side === 0 ? step : -step;
        }),
        cost: (step: number) => weight * step * (2 * (before + count) + step),
      })),
    ]);
    const active = parts.filter(({ steps }) => steps.some((step) => step !== 0));
    let bestMask = 0;
    let bestCost = tolerance;
    for (let mask = 1; mask < 1 << swaps.length; mask += 1) {
      let cost = 0;
      for (let k = 0; k < swaps.length; k += 1) if ((mask >> k) & 1) cost += swaps[k]?.price ?? 0;
      for (const part of active) {
        let step = 0;
        for (let k = 0; k < swaps.length; k += 1) if ((mask >> k) & 1) step += part.steps[k] ?? 0;
        if (step !== 0) cost += part.cost(step);
      }
      const isBetter = cost < bestCost - tolerance || (cost < bestCost + tolerance && next(2) === 0);
      if (isBetter) [bestMask, bestCost] = [mask, Math.min(cost, tolerance)];
    }
    if (bestMask === 0) return 0;
    const chosen = swaps.filter((_, k) => (bestMask >> k) & 1);
    for (const { day, mine, theirs } of chosen) {
      this.#put(one, day, theirs);
      this.#put(other, day, mine);
    }
    if (isLawful(one) && isLawful(other)) return bestCost >= 0 ? 0 : -bestCost;
    for (const { day, was, is } of chosen) {
      this.#put(one, day, was);
      this.#put(other, day, is);
    }
    return 0;
  }

  /** What exchanging this day's duties would change; nothing when they are alike or one can't do the other's. */
  #swapOn(one: Person, other: Person, day: number): readonly Swap[] {
    const [was, is] = [one.duties[day] ?? null, other.duties[day] ?? null];
    if ((was === null ? '' : cellKey(was)) === (is === null ? '' : cellKey(is))) return [];
    const mine = was === null ? null : other.options.get(cellKey(was));
    const theirs = is === null ? null : one.options.get(cellKey(is));
    if (mine === undefined || theirs === undefined) return [];
    const price = [mine, theirs].reduce((sum, duty) => sum + this.#priceOf(duty), 0);
    const before = this.#priceOf(was) + this.#priceOf(is);
    return [
      {
        day,
        was,
        is,
        mine,
        theirs,
        price: price - before + this.#pairStep(one, other, day),
        minutes: (theirs?.shift.countedMinutes ?? 0) - (was?.shift.countedMinutes ?? 0),
        gains: theirs?.kinds ?? none,
        losses: was?.kinds ?? none,
      },
    ];
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

function toLimit(row: Row): Limit {
  const coefficients = new Map(row.columns.map((column, k) => [column, row.coefficients[k] ?? 0]));
  return { coefficients, lower: row.lower, upper: row.upper, activity: 0 };
}

function isLawful({ limits }: Person): boolean {
  return limits.every(({ lower, upper, activity }) => activity >= lower - tolerance && activity <= upper + tolerance);
}
