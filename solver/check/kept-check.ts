import type { CheckReport, PlanAssignment, SoftRuleName, Violation } from '../plan.js';
import type { RosterProblem, Worker } from '../problem.js';
import { fullGroups, uncoveredDays } from './backup-pair.js';
import { checkPlan, hardRules } from './check-plan.js';
import { grouped, planFacts, type Duty } from './facts.js';
import { OwnAccounts } from './own-account.js';
import { Places, vacanciesAfter, type PlaceChange } from './places.js';

/** Duties that some people would have, all of them; everybody else's stand. */
export interface Change {
  /** They may differ from the problem's people (an approval more). */
  readonly workers: readonly Worker[];
  readonly after: readonly PlanAssignment[];
}

type Costs = Readonly<Partial<Record<SoftRuleName, number>>>;

/**
 * The checker's account of a plan, kept in pieces: a person's rules look at that person's duties, an interval at who is
 * there, a backup pair at its two. A change of a few people is judged by counting their pieces again, by the very rules
 * of `checkPlan`; what it says is what `checkPlan` would say of the whole changed plan (a property test compares them).
 */
export class KeptCheck {
  readonly #assignments: readonly PlanAssignment[];
  readonly #duties: ReadonlyMap<string, readonly PlanAssignment[]>;
  readonly #own: OwnAccounts;
  readonly #full: readonly ReadonlySet<string>[];
  #places: Places | undefined;
  #report: CheckReport | undefined;

  constructor(
    readonly problem: RosterProblem,
    assignments: readonly PlanAssignment[],
  ) {
    this.#assignments = assignments;
    this.#duties = grouped(assignments, ({ worker }) => worker);
    this.#own = new OwnAccounts(problem);
    this.#full = fullGroups(problem);
  }

  /** Of the plan as it stands: the whole check, taken once. */
  get report(): CheckReport {
    this.#report ??= checkPlan(this.problem, this.#assignments);
    return this.#report;
  }

  dutiesOf(worker: string): readonly PlanAssignment[] {
    return this.#duties.get(worker) ?? [];
  }

  /** Hard rules that the plan breaks for a person. */
  standing(worker: string): readonly Violation[] {
    return this.#own.of(worker, this.dutiesOf(worker)).violations;
  }

  /** Hard rules that a person would break with these duties and no others. */
  broken(worker: Worker, duties: readonly PlanAssignment[]): readonly Violation[] {
    return this.#own.of(worker, duties).violations;
  }

  /** Yuan that a change adds, by rule. */
  costs(change: Change): Costs {
    const costs = { ...this.#placeChange(change).costs };
    const add = (more: Costs, sign: 1 | -1): void => {
      for (const [rule, yuan] of Object.entries(more) as [SoftRuleName, number][])
        costs[rule] = (costs[rule] ?? 0) + sign * yuan;
    };
    for (const worker of change.workers) {
      add(this.#own.of(worker.id, this.dutiesOf(worker.id)).costs, -1);
      add(
        this.#own.of(
          worker,
          change.after.filter((duty) => duty.worker === worker.id),
        ).costs,
        1,
      );
    }
    add({ backupPair: this.#pairChange(change) }, 1);
    return costs;
  }

  /** The account of the plan after some people's duties have changed; `problem` is that of before but for pins of theirs. */
  changed(people: ReadonlyMap<string, readonly PlanAssignment[]>, problem = this.problem): KeptCheck {
    const after = [...people.values()].flat();
    const next = new KeptCheck(problem, [...this.#assignments.filter(({ worker }) => !people.has(worker)), ...after]);
    const workers = [...people.keys()].flatMap((id) => this.#own.workers.get(id) ?? []);
    const costByRule = { ...this.report.costByRule };
    for (const [rule, yuan] of Object.entries(this.costs({ workers, after })) as [SoftRuleName, number][])
      costByRule[rule] = Math.round((costByRule[rule] + yuan) * 1e6) / 1e6;
    const vacancies = vacanciesAfter(problem, this.report.vacancies, this.#placeChange({ workers, after }).people);
    next.#report = {
      hardViolations: inOrder([
        ...this.report.hardViolations.filter(({ worker }) => !people.has(worker)),
        ...[...people.keys()].flatMap((id) => next.standing(id)),
      ]),
      vacancies,
      costByRule,
      objective: Object.values(costByRule).reduce((sum, yuan) => sum + yuan, 0),
      missingMinutes: vacancies.reduce((sum, { missing, start, end }) => sum + missing * (end - start), 0),
    };
    return next;
  }

  #placeChange({ workers, after }: Change): PlaceChange {
    this.#places ??= new Places(this.problem, planFacts(this.problem, this.#assignments));
    const before = workers.flatMap(({ id }) => this.dutiesOf(id));
    const [gone, come] = [without(before, after), without(after, before)];
    return this.#places.change(this.#dutiesIn(workers, gone), this.#dutiesIn(workers, come));
  }

  #dutiesIn(workers: readonly Worker[], assignments: readonly PlanAssignment[]): readonly Duty[] {
    return planFacts({ ...this.problem, workers }, assignments).duties;
  }

  /** Yuan by which the pairs of the changed people are covered worse. */
  #pairChange({ workers, after }: Change): number {
    const changing = new Set(workers.map(({ id }) => id));
    const pairs = this.problem.backupPairs.filter(({ holder, backup }) => changing.has(holder) || changing.has(backup));
    if (pairs.length === 0) return 0;
    const own = grouped(after, ({ worker }) => worker);
    const known = this.#own.workers;
    const daysOf = (duties: readonly PlanAssignment[]): readonly number[] =>
      this.#dutiesIn(
        duties.flatMap(({ worker }) => known.get(worker) ?? []),
        duties,
      ).map(({ day }) => day);
    const facts = { full: this.#full, workers: known };
    const uncovered = (days: (id: string) => readonly number[]): number =>
      pairs.reduce((sum, pair) => sum + uncoveredDays(pair, { ...facts, daysOf: days }), 0);
    const before = uncovered((id) => daysOf(this.dutiesOf(id)));
    const now = uncovered((id) => daysOf(changing.has(id) ? (own.get(id) ?? []) : this.dutiesOf(id)));
    return this.problem.weights.uncoveredPair * (now - before);
  }
}

function without(duties: readonly PlanAssignment[], others: readonly PlanAssignment[]): PlanAssignment[] {
  const keyOf = ({ worker, day, shift, group }: PlanAssignment): string => `${worker} ${day} ${shift} ${group}`;
  const left = new Map<string, number>();
  for (const one of others) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return duties.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}

/** By rule, as the rule table has them; a rule's in the order in which they come. */
function inOrder(violations: readonly Violation[]): readonly Violation[] {
  const byRule = grouped(violations, ({ rule }) => rule);
  return Object.keys(hardRules).flatMap((rule) => byRule.get(rule as Violation['rule']) ?? []);
}
