import type { DutyKind } from '../../problem.js';
import type { DutyColumn, RosterModel } from '../../rules/roster-model.js';
import type { Row } from '../../rules/linear-model.js';
import { cellKey, groupKey } from './crews.js';

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

export interface Person {
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

/** Who does which duty, and what that costs: overtime, burdens, groups and pairs, which depend on the person; not what a vacancy costs. */
export class DutyHolders {
  readonly #people = new Map<string, Person>();
  readonly #costs: Float64Array;
  /** The number of each duty's cell (day, shift and group), by the duty's column. */
  readonly #cells: Int32Array;

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
        options: new Map(model.dutiesOf(worker.id).map((duty) => [this.cellOf(duty), duty])),
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
        this.put(person, day, null);
      });
    for (const duty of this.model.duties) {
      const person = this.#people.get(duty.worker.id);
      if (person !== undefined && (values[duty.column] ?? 0) > 0.5) this.put(person, duty.day, duty);
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

  people(): Iterable<Person> {
    return this.#people.values();
  }

  person(worker: string): Person | undefined {
    return this.#people.get(worker);
  }

  /** The duty's worker takes it, in place of what they had on the day. */
  give(duty: DutyColumn): void {
    const person = this.#people.get(duty.worker.id);
    if (person !== undefined) this.put(person, duty.day, duty);
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

  /** The number of the duty's day, shift and group. */
  cellOf(duty: DutyColumn): number {
    return this.#cells[duty.column] ?? 0;
  }

  /** What the duty itself costs; 0 for a day off. */
  priceOf(duty: DutyColumn | null): number {
    return duty === null ? 0 : (this.#costs[duty.column] ?? 0);
  }

  /** What it costs if the duty's worker takes it beside what they have: groups, overtime, burdens, less the pairs that it covers. */
  costOfTaking(duty: DutyColumn): number {
    const person = this.#people.get(duty.worker.id);
    if (person === undefined) return Infinity;
    const minutes = duty.shift.countedMinutes;
    let cost = this.priceOf(duty);
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

  /** Whether the person's hours, weekly rest and pins leave room for the duty. */
  isAllowed(person: Person, duty: DutyColumn): boolean {
    return person.limits.every(
      ({ coefficients, upper, activity }) => activity + (coefficients.get(duty.column) ?? 0) <= upper + tolerance,
    );
  }

  /** The person has this duty on the day, or none, in place of what they had. */
  put(person: Person, day: number, duty: DutyColumn | null): void {
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

/** Whether what the person has keeps their hours, weekly rest and pins. */
export function isLawful({ limits }: Person): boolean {
  return limits.every(({ lower, upper, activity }) => activity >= lower - tolerance && activity <= upper + tolerance);
}
