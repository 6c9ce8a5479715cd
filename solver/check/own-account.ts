import type { PlanAssignment, SoftRuleName, Violation } from '../plan.js';
import type { Baseline, FairnessRule, Pin, RosterProblem, ShiftRequest, Worker } from '../problem.js';
import { hardRules, ownSoftRules } from './check-plan.js';
import { grouped, planFacts } from './facts.js';
import { burdenGrowth, leastCarried } from './fairness.js';

/** What the rules that look at one person's duties alone say of a person: hard rules broken, and yuan by soft rule. */
export interface OwnAccount {
  readonly violations: readonly Violation[];
  readonly costs: Readonly<Partial<Record<SoftRuleName, number>>>;
}

/** Takes the account of one person with any duties, by the rules of `checkPlan` on a problem that holds this person only. */
export class OwnAccounts {
  readonly workers: ReadonlyMap<string, Worker>;
  readonly #alone: RosterProblem;
  readonly #pins: ReadonlyMap<string, readonly Pin[]>;
  readonly #requests: ReadonlyMap<string, readonly ShiftRequest[]>;
  readonly #published: ReadonlyMap<string, Baseline['assignments']>;
  readonly #burdens: ReadonlyMap<string, readonly Burden[]>;
  readonly #known = new Map<string, OwnAccount>();

  constructor(problem: RosterProblem) {
    this.workers = new Map(problem.workers.map((worker) => [worker.id, worker]));
    this.#alone = { ...problem, workers: [], demand: [], fairness: [], backupPairs: [], shiftCover: [] };
    this.#pins = grouped(problem.pins, ({ worker }) => worker);
    this.#requests = grouped(problem.requests ?? [], ({ worker }) => worker);
    this.#published = grouped(problem.baseline?.assignments ?? [], ({ worker }) => worker);
    this.#burdens = burdensOf(problem);
  }

  /** `worker` may differ from the problem's (an approval more); a code that the problem doesn't know is a stranger. */
  of(worker: Worker | string, duties: readonly PlanAssignment[]): OwnAccount {
    const [id, person] =
      typeof worker === 'string' ? [worker, this.workers.get(worker)] : ([worker.id, worker] as const);
    if (person === undefined || person !== this.workers.get(id)) return this.#taken(id, person, duties);
    const key = id + duties.map(({ day, shift, group }) => `|${day} ${shift} ${group}`).join('');
    const known = this.#known.get(key) ?? this.#taken(id, person, duties);
    this.#known.set(key, known);
    return known;
  }

  #taken(id: string, person: Worker | undefined, duties: readonly PlanAssignment[]): OwnAccount {
    const { baseline } = this.#alone;
    const facts = planFacts(
      {
        ...this.#alone,
        workers: person === undefined ? [] : [person],
        pins: this.#pins.get(id) ?? [],
        requests: this.#requests.get(id) ?? [],
        ...(baseline === undefined ? {} : { baseline: { ...baseline, assignments: this.#published.get(id) ?? [] } }),
      },
      duties,
    );
    const costs = Object.entries(ownSoftRules).map(([rule, cost]) => [rule, cost(facts)] as const);
    const growth = (this.#burdens.get(id) ?? []).reduce(
      (sum, { rule, least }) =>
        person === undefined ? sum : sum + burdenGrowth(rule, least, { worker: person, duties: facts.duties }),
      0,
    );
    return {
      violations: Object.values(hardRules).flatMap((check) => check(facts)),
      costs: Object.fromEntries([...costs, ['fairness', growth]]),
    };
  }
}

interface Burden {
  readonly rule: FairnessRule;
  /** What the least burdened of the rule's people bring along. */
  readonly least: number;
}

function burdensOf(problem: RosterProblem): Map<string, Burden[]> {
  const burdens = new Map<string, Burden[]>();
  for (const rule of problem.fairness) {
    const burden = { rule, least: leastCarried(problem, rule) };
    for (const id of new Set(rule.workers)) burdens.set(id, [...(burdens.get(id) ?? []), burden]);
  }
  return burdens;
}
