import type { HardRuleName, SoftRuleName } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { LinearModel, nameOf } from './linear-model.js';
import type { Duty, RosterFacts } from './roster-facts.js';

/** A duty that no rule forbids by itself, with its 0-1 column. */
export interface DutyColumn extends Duty {
  readonly column: number;
}

export interface HardRule {
  readonly name: HardRuleName;
  /** Whether the rule forbids this duty whatever else is planned; its column is then never built. */
  readonly forbids?: (duty: Duty, facts: RosterFacts) => boolean;
  /** Whether more work can mend what breaks the rule; all other hard rules only forbid. */
  readonly demandsWork?: true;
  /** Rows that limit duties together. */
  readonly addRows?: (model: RosterModel) => void;
}

export interface SoftRule {
  readonly name: SoftRuleName;
  readonly addCosts: (model: RosterModel) => void;
}

/** A demand interval, or several that the same shifts cover with the same requirement: one vacancy column for all. */
export interface VacancyColumn {
  readonly column: number;
  readonly minutes: number;
}

/** The model under construction: the problem's facts, the duties on offer and the linear model that grows from them. */
export class RosterModel {
  readonly linear = new LinearModel();
  readonly duties: DutyColumn[] = [];
  readonly vacancies: VacancyColumn[] = [];
  readonly #byWorkerDay = new Map<string, DutyColumn[]>();
  readonly #byWorker = new Map<string, DutyColumn[]>();
  readonly #byColumn = new Map<number, DutyColumn>();
  readonly #byGroupDayShift = new Map<string, DutyColumn[]>();
  readonly #counts = new Map<string, number>();

  constructor(
    readonly facts: RosterFacts,
    /** Whether rows are added that whole plans fulfil anyway and fractions of duties don't. */
    readonly isTightened = true,
  ) {}

  get problem(): RosterProblem {
    return this.facts.problem;
  }

  addDuty(duty: Duty): void {
    const column = this.linear.addColumn({
      name: nameOf('assign', [duty.worker.id, this.facts.dayName(duty.day), duty.shift.id, duty.group]),
      lower: 0,
      upper: 1,
      isInteger: true,
    });
    const added = { ...duty, column };
    this.duties.push(added);
    push(this.#byWorkerDay, `${duty.worker.id}|${duty.day}`, added);
    push(this.#byWorker, duty.worker.id, added);
    this.#byColumn.set(column, added);
    push(this.#byGroupDayShift, `${duty.group}|${duty.day}|${duty.shift.id}`, added);
  }

  /** The duty that a column decides on; undefined for accounting columns. */
  dutyAt(column: number): DutyColumn | undefined {
    return this.#byColumn.get(column);
  }

  dutiesOf(worker: string): readonly DutyColumn[] {
    return this.#byWorker.get(worker) ?? [];
  }

  dutiesOn(worker: string, day: number): readonly DutyColumn[] {
    return this.#byWorkerDay.get(`${worker}|${day}`) ?? [];
  }

  pinnedDuties(): readonly DutyColumn[] {
    return this.problem.pins.flatMap(({ assignment, worker, day }) =>
      assignment === null ? [] : this.dutiesOn(worker, day).slice(0, 1),
    );
  }

  /**
   * The number of people in a shift of a group on a day, as an integer column of its own. Cover rows on these
   * counts instead of on people halved the gap of a hard hall week; branching on a count settles many people at once.
   * Null when nobody can serve.
   */
  countOf(group: string, day: number, shift: string): number | null {
    const key = `${group}|${day}|${shift}`;
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const duties = this.#byGroupDayShift.get(key) ?? [];
    if (duties.length === 0) return null;
    const parts = [group, this.facts.dayName(day), shift];
    const column = this.linear.addColumn({
      name: nameOf('count', parts),
      lower: 0,
      upper: duties.length,
      isInteger: true,
      settle: (values) => duties.reduce((sum, duty) => sum + (values[duty.column] ?? 0), 0),
    });
    this.linear.addRow({
      name: nameOf('count', parts),
      rule: 'count',
      lower: 0,
      upper: 0,
      terms: [...duties.map((duty) => [duty.column, 1] as const), [column, -1]],
    });
    this.#counts.set(key, column);
    return column;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
