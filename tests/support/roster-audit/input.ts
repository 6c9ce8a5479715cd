/** What the audit reads: printed plans, the contract and the team as their files write them, and holiday notices. */

export interface AuditDuty {
  readonly worker: string;
  readonly date: string;
  readonly shift: string;
  readonly postGroup: string;
  readonly post: string | null;
  readonly start: string;
  readonly end: string;
}

export interface AuditVacancy {
  readonly postGroup: string;
  readonly date: string;
  readonly interval: string;
  readonly missing: number;
  readonly price: number;
  readonly reason: { readonly zh: string; readonly en: string };
}

export interface AuditPlan {
  readonly objective: number;
  readonly bound: number;
  readonly costByRule: Readonly<Record<string, number>>;
  readonly requiredPostDays: number;
  readonly filledPostDays: number;
  readonly isProvisional: boolean;
  readonly vacancies: readonly AuditVacancy[];
  readonly assignments: readonly AuditDuty[];
  readonly check: { readonly hardViolations: readonly unknown[]; readonly objective: number };
}

export interface Effective {
  readonly from?: string;
  readonly to?: string;
}

export interface AuditContract {
  readonly key: string;
  readonly term: { readonly from: string; readonly to: string };
  readonly hoursSystem: {
    readonly kind: string;
    readonly cycle?: string;
    readonly dutyMinutesMax: number;
    readonly restMinutesMin: number;
    readonly functions?: readonly string[];
  };
  readonly postGroups: readonly (Effective & {
    readonly key: string;
    readonly headcount: number;
    readonly postPrefix: string;
  })[];
  readonly windows: readonly (Effective & {
    readonly kind: string;
    readonly days: string;
    readonly start: string;
    readonly end: string;
    readonly crew: {
      readonly kind: string;
      readonly count?: number;
      readonly numerator?: number;
      readonly denominator?: number;
      readonly rounding?: string;
      readonly minimum?: number;
    };
    readonly groups?: readonly string[];
    readonly priceFactor?: number;
  })[];
  readonly shifts: readonly (Effective & {
    readonly key: string;
    readonly days: string;
    readonly segments: readonly { readonly start: string; readonly end: string }[];
    readonly countedMinutes?: number;
    readonly groups?: readonly string[];
  })[];
  readonly planning: { readonly vacancyPricePerDay: number; readonly vacancyPriority: number };
}

export interface AuditTeam {
  readonly workers: readonly {
    readonly code: string;
    readonly site: string;
    readonly function: string;
    readonly redeployableTo: readonly string[];
    readonly backupFor: readonly string[];
    readonly joinedOn: string;
    readonly leftOn?: string;
    readonly approvedOn?: string;
    readonly trainedOn?: string;
    readonly restrictions: readonly { readonly effect: string; readonly from: string; readonly to: string }[];
  }[];
  readonly leave: readonly {
    readonly worker: string;
    readonly from: string;
    readonly to: string;
    readonly status: string;
  }[];
}

export interface AuditNotice {
  readonly year: number;
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[];
}

export interface AuditInput {
  readonly plan: AuditPlan;
  readonly contract: AuditContract;
  readonly team: AuditTeam;
  readonly notices: readonly AuditNotice[];
  readonly from: string;
  readonly to: string;
  /** Plans published before this one, in order: what they cover and whom they roster. */
  readonly before?: readonly { readonly from: string; readonly to: string; readonly plan: AuditPlan }[];
  /** First and last day of the term where a person has confirmed another one than the contract states. */
  readonly term?: { readonly from: string; readonly to: string };
}
