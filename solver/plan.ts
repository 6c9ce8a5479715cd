/** What the solver returns: a plan and the certificate of how good it is. */
export interface Plan {
  readonly assignments: readonly PlanAssignment[];
  readonly vacancies: readonly PlanVacancy[];
  readonly certificate: Certificate;
}

export interface PlanAssignment {
  readonly worker: string;
  readonly day: number;
  readonly shift: string;
  readonly group: string;
}

/** One elementary demand interval that is short of people. */
export interface PlanVacancy {
  readonly group: string;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly missing: number;
  /** Yuan, all missing people together. */
  readonly price: number;
}

/** `optimal`: bound and objective meet. `feasible`: a gap is left. Both carry a proven bound. */
export type SolveStatus = 'optimal' | 'feasible' | 'limit-reached' | 'cancelled' | 'infeasible';

export type RuleName = HardRuleName | SoftRuleName;

export type HardRuleName =
  | 'oneDutyAtATime'
  | 'dutyPeriodMaximum'
  | 'minimumRest'
  | 'weeklyRest'
  | 'hoursMaximum'
  | 'nightBan'
  | 'forbiddenSuccession'
  | 'shiftMaximum'
  | 'hoursMinimum'
  | 'consecutiveShiftsMaximum'
  | 'consecutiveShiftsMinimum'
  | 'consecutiveDaysOffMinimum'
  | 'weekendsMaximum'
  | 'travelTime'
  | 'eligibility'
  | 'availability'
  | 'pins'
  | 'past';

export type SoftRuleName =
  | 'vacancy'
  | 'surplus'
  | 'overtime'
  | 'fairness'
  | 'stablePost'
  | 'backupUse'
  | 'backupPair'
  | 'wishedRest'
  | 'baselineChange'
  | 'shiftRequest'
  | 'shiftCover';

export interface Certificate {
  readonly status: SolveStatus;
  /** Yuan; the sum of `costByRule`. */
  readonly objective: number;
  /** Proven lower bound of the objective. */
  readonly bound: number;
  /** (objective - bound) / max(1, |objective|). */
  readonly gap: number;
  readonly costByRule: Readonly<Record<SoftRuleName, number>>;
  /** Missing person-minutes of the plan, and a proven lower bound of them. */
  readonly missingMinutes: number;
  readonly missingMinutesBound: number;
  /** Of a repair only: proven least yuan of changes (`baselineChange`) among the plans with the fewest missing minutes. */
  readonly changeCostBound?: number;
  readonly engine: 'highs' | 'javascript-lp-solver';
  readonly seed: number;
  readonly seconds: number;
  /** SHA-256 of the canonical JSON of the problem. */
  readonly problemHash: string;
  readonly columns: number;
  readonly rows: number;
}

/** Progress of a running solve. */
export interface Progress {
  readonly phase: 'model' | 'fewestVacancies' | 'wholeObjective' | 'check';
  readonly elapsedSeconds: number;
  /** null until there is one. */
  readonly incumbent: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
}

/** What an earlier search has left: lawful duties, and a proven lower bound of the objective in yuan. */
export interface SearchStart {
  readonly assignments: readonly PlanAssignment[];
  readonly bound: number;
}

export interface SolveOptions {
  readonly engine: 'highs' | 'javascript-lp-solver';
  readonly timeLimitSeconds: number;
  readonly seed: number;
  /** Threads that search at once; absent = 2. */
  readonly threads?: number;
  /** Where an earlier search of the very same problem ended. Column generation begins anew all the same. */
  readonly start?: SearchStart;
  readonly onProgress?: (progress: Progress) => void;
  /** Lawful duties that cost less than all before, as soon as they are known. Column generation keeps its own. */
  readonly onAssignments?: (assignments: readonly PlanAssignment[]) => void;
  /** Aborting keeps the best plan found so far. */
  readonly signal?: AbortSignal;
}

/** A problem that can't be planned at all: contradictory pins, unknown names … with the facts that clash. */
export interface Infeasibility {
  readonly rule: HardRuleName;
  readonly worker: string;
  readonly days: readonly number[];
  readonly message: { readonly zh: string; readonly en: string };
}

export type SolveOutcome =
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** Nothing usable: the limit came before any plan (honestly said), or the hard facts contradict each other. */
  | {
      readonly kind: 'none';
      readonly status: 'limit-reached' | 'cancelled' | 'infeasible';
      readonly conflicts: readonly Infeasibility[];
      readonly seconds: number;
    };

/** One hard rule broken by a plan, found by the independent checker. */
export interface Violation {
  readonly rule: HardRuleName;
  readonly worker: string;
  readonly days: readonly number[];
  readonly message: { readonly zh: string; readonly en: string };
  /** Of a rule that counts: over which stretch it counted, and how far beyond the limit in its own unit; absent = broken or not. */
  readonly beyond?: { readonly over: string; readonly by: number };
}

/** The checker's own account of a plan, computed from the problem and the assignments alone. */
export interface CheckReport {
  readonly hardViolations: readonly Violation[];
  readonly vacancies: readonly PlanVacancy[];
  readonly costByRule: Readonly<Record<SoftRuleName, number>>;
  readonly objective: number;
  readonly missingMinutes: number;
}

/** Why a vacancy is there, in a sentence. */
export interface VacancyReason {
  readonly group: string;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly message: { readonly zh: string; readonly en: string };
}
