import type { CivilDate } from '../../shared/civil-date.js';
import type { LocalText } from '../../shared/text.js';

/** An assignment of one worker to one shift, in a post group and, where dealt, at a named post. */
export interface Assignment {
  readonly worker: string;
  /** The day on which the shift starts; a night shift belongs to it. */
  readonly date: CivilDate;
  readonly shift: string;
  readonly postGroup: string;
  /** Named post (`综窗7`); null = relief at the group's disposal. */
  readonly post: string | null;
  /** `2026-05-11T08:30+08:00`. */
  readonly start: string;
  readonly end: string;
  readonly isPinned: boolean;
}

export interface RosterVacancy {
  readonly postGroup: string;
  readonly date: CivilDate;
  /** `08:30-09:00`. */
  readonly interval: string;
  readonly missing: number;
  readonly reason: LocalText;
  /** Yuan of the objective. */
  readonly price: number;
}

/** Stored form of the solver's certificate and the checker's verdict. */
export interface RosterCertificate {
  readonly status: 'optimal' | 'feasible' | 'limit-reached' | 'cancelled';
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly seconds: number;
  readonly costByRule: Readonly<Record<string, number>>;
  readonly missingMinutes: number;
  readonly missingMinutesBound: number;
  /** Of a repair: proven least cost of changes in yuan. */
  readonly changeCostBound?: number;
  readonly engine: string;
  readonly seed: number;
  readonly problemHash: string;
  readonly columns: number;
  readonly rows: number;
  /** Cells changed by hand since the search; absent = none. The bounds are those of the search, or zero without one. */
  readonly handEdits?: number;
  /** Of an exchange of duties: violations that stood in what was in force before it and that it was published with. */
  readonly standingViolations?: number;
  readonly check: {
    readonly hardViolations: readonly {
      readonly rule: string;
      readonly worker: string;
      readonly dates: readonly CivilDate[];
      readonly message: LocalText;
    }[];
    readonly objective: number;
  };
}

export type RosterStatus = 'draft' | 'published' | 'superseded';

export interface Roster {
  readonly id: string;
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly status: RosterStatus;
  /** Publication number, counted per contract; null while a draft. */
  readonly version: number | null;
  /** Raised by every edit of a draft; the ETag. */
  readonly revision: number;
  /** Any planned day lies in a year without a holiday notice. */
  readonly isProvisional: boolean;
  readonly assignments: readonly Assignment[];
  /** Days off that the next plan must keep; a pinned duty says so itself. */
  readonly pinnedDaysOff: readonly { readonly worker: string; readonly date: CivilDate }[];
  readonly vacancies: readonly RosterVacancy[];
  readonly requiredPostDays: string;
  readonly filledPostDays: string;
  readonly certificate: RosterCertificate;
  /** UTC instants, ISO 8601. */
  readonly createdAt: string;
  readonly publishedAt: string | null;
}

export type RosterHeading = Omit<Roster, 'assignments'>;

/** Difference of two published rosters over the days of the newer one, worker by worker. */
export interface RosterDifference {
  readonly added: readonly Assignment[];
  readonly changed: readonly { readonly before: Assignment; readonly after: Assignment }[];
  readonly cancelled: readonly Assignment[];
}

/** A calendar event of one worker as published; the feed renders these and nothing else. */
export interface FeedEvent {
  readonly contract: string;
  readonly worker: string;
  /** Stable: slot (contract, worker, start date) whatever the time or post. */
  readonly uid: string;
  readonly sequence: number;
  readonly status: 'CONFIRMED' | 'CANCELLED';
  readonly date: CivilDate;
  readonly start: string;
  readonly end: string;
  /** `白班 8:30–18:00`. */
  readonly title: string;
  /** Post and site; empty where the contract doesn't allow it. */
  readonly location: string;
  /** UTC instant of the publication that last changed the event: DTSTAMP and LAST-MODIFIED. */
  readonly modifiedAt: string;
  readonly version: number;
}
