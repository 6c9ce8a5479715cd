/**
 * The roster problem: plain data in. No clock, no database, no contract words.
 *
 * Days are indices 0 … days-1 into `days`. Minutes count from 00:00 of a day; a shift may run past 1440
 * and then still belongs to the day on which it starts. Costs are in yuan (or in a named weight that is
 * worth one yuan), so that every term of the objective can be added and compared.
 */
export interface RosterProblem {
  readonly name: string;
  /** Consecutive civil dates `YYYY-MM-DD`. */
  readonly days: readonly string[];
  readonly shifts: readonly ShiftType[];
  readonly groups: readonly PostGroup[];
  readonly demand: readonly Demand[];
  readonly workers: readonly Worker[];
  /** Assignments that must stand as they are. */
  readonly pins: readonly Pin[];
  /** A published roster that the plan should stay close to; absent for a first plan. */
  readonly baseline?: Baseline;
  readonly fairness: readonly FairnessRule[];
  readonly backupPairs: readonly BackupPair[];
  /** How long it takes from one site to another, in either direction; absent = no time at all. */
  readonly travel?: readonly Travel[];
  /** Wishes for or against a shift on a day; absent = none. */
  readonly requests?: readonly ShiftRequest[];
  /** Preferred numbers of people per shift, beside or instead of `demand`; absent = none. */
  readonly shiftCover?: readonly ShiftCover[];
  readonly weights: Weights;
}

export type DutyKind = 'early' | 'midday' | 'late' | 'saturday' | 'night' | 'weekend' | 'holiday';

export interface ShiftType {
  readonly id: string;
  /** Stretches of presence at the post, ascending and disjoint, minutes from 00:00 of the start day; a meal is a gap. */
  readonly segments: readonly { readonly start: number; readonly end: number }[];
  /** Working time that counts against hours limits. */
  readonly countedMinutes: number;
  /** The burdens that this shift is for its holder on a given day are these plus `dayDuties` of the offer. */
  readonly duties: readonly DutyKind[];
  /** Shifts that may not be worked on the day after this one; absent = none. */
  readonly forbiddenNext?: readonly string[];
}

/** Posts that are interchangeable for planning: a site and a function. */
export interface PostGroup {
  readonly id: string;
  /** Where the posts are; groups without a site are nowhere in particular, and nobody travels to them. */
  readonly site?: string;
  /** Which shifts may be worked here on which day, and which extra burdens that day brings (Saturday, holiday). */
  readonly offers: readonly {
    readonly day: number;
    readonly shifts: readonly string[];
    readonly dayDuties: readonly DutyKind[];
  }[];
}

/** How many people must be present in a group throughout one elementary interval of a day. */
export interface Demand {
  readonly group: string;
  readonly day: number;
  /** Minutes from 00:00 of `day`; within 0 … 1440. */
  readonly start: number;
  readonly end: number;
  readonly required: number;
  /** Cost in yuan of one person missing through the whole interval: clause price plus priority. */
  readonly price: number;
  /** Cost in yuan of one person more than required through the whole interval; absent = none. */
  readonly surplusPrice?: number;
}

/** Between two duties at these sites lie at least so many minutes. */
export interface Travel {
  readonly between: readonly [string, string];
  readonly minutes: number;
}

export interface Worker {
  readonly id: string;
  readonly eligibility: readonly Eligibility[];
  /**
   * Days on which the worker may not work at all, with the reason to show: leave, not yet joined, already left. The day
   * after the last one counts too: a night duty ends on it.
   */
  readonly unavailable: readonly { readonly day: number; readonly reason: UnavailableReason }[];
  readonly limits: Limits;
  readonly history: History;
}

export type UnavailableReason = 'leave' | 'notEmployed' | 'notApproved' | 'notTrained' | 'fixedDayOff';

/** A group that the worker may serve, inclusive days, and what it costs to use them there (0 for the home group). */
export interface Eligibility {
  readonly group: string;
  readonly fromDay: number;
  readonly toDay: number;
  /** `home`: the worker's own group. `redeployed`: another group they are qualified for. `backup`: approved as relief only. */
  readonly role: 'home' | 'redeployed' | 'backup';
}

export interface Limits {
  /** Longest duty period in counted minutes: 480 + 180 under standard hours (Labour Law 36, 41), more only with approval on file. */
  readonly dutyMinutesMax: number;
  /** Hard minimum of minutes between two duty periods; 0 where the law sets none (domain facts 3.25). */
  readonly restMinutesMin: number;
  /** Rest that is wished for; each shorter rest costs `weights.shortRest`. */
  readonly restMinutesWished: number;
  /** At most this many worked calendar days in any `daysPerWeek` window of 7 days: 6 (Labour Law 38). */
  readonly workedDaysPerSevenMax: number;
  /** Day ranges (inclusive) without night work (22:00–06:00): an effect, never its ground. */
  readonly nightBans: readonly { readonly fromDay: number; readonly toDay: number }[];
  /** Day ranges (inclusive) without overtime: duties of at most 480 counted minutes, accounts within normal time. */
  readonly overtimeBans?: readonly { readonly fromDay: number; readonly toDay: number }[];
  /** Hours accounts: a week, a month, an averaging cycle. */
  readonly hours: readonly HoursAccount[];
  /** At most `count` duties of a shift in the horizon; absent = no limit. */
  readonly shiftMaxima?: readonly { readonly shift: string; readonly count: number }[];
  /**
   * Runs of consecutive start days with a duty, and of days off between duties. A minimum does not bind a run that
   * touches the last day of the horizon, nor one that touches the first when `history.eve` is not known. Absent = no limit.
   */
  readonly runs?: {
    readonly consecutiveShiftsMax: number;
    readonly consecutiveShiftsMin: number;
    readonly consecutiveDaysOffMin: number;
  };
  /** At most this many weekends (Saturday, Sunday) with a duty that starts on either day; absent = no limit. */
  readonly weekendsMax?: number;
}

/** Working time counted over a range of days, by the day on which a shift starts. */
export interface HoursAccount {
  readonly name: string;
  readonly fromDay: number;
  readonly toDay: number;
  /** Counted before `fromDay` or outside the horizon but inside this account. */
  readonly carriedMinutes: number;
  /** Minutes above this are overtime; null when the account prices none. */
  readonly normalMinutes: number | null;
  /** Hard ceiling, overtime included; null when there is none. */
  readonly minutesMax: number | null;
  /** Hard floor; absent = none. */
  readonly minutesMin?: number;
  /** Yuan for an hour of overtime in this account. */
  readonly overtimePricePerHour: number;
}

export interface History {
  /** Days before day 0 (1 = the day before) on which the worker worked; at least the last 6 known. */
  readonly workedDaysBefore: readonly number[];
  /** End of the last duty period in minutes from 00:00 of day 0 (negative = before); null when unknown. */
  readonly lastDutyEnd: number | null;
  /**
   * What the eve of day 0 belongs to: a run of duties that ends with this shift, or of days off (`shift: null`), and how many days the run
   * has lasted. Absent = not known: successions and minima of runs then begin with day 0.
   */
  readonly eve?: { readonly shift: string | null; readonly days: number };
  /** Duties worked before day 0 that count against `limits.shiftMaxima`, by shift; absent = none. */
  readonly shiftCounts?: Readonly<Record<string, number>>;
  /** Whole weekends before day 0 with a duty that count against `limits.weekendsMax`; absent = none. */
  readonly weekendsWorked?: number;
  /** A duty that started before day 0 and covers a group into it (a night shift running). */
  readonly running?: { readonly group: string; readonly until: number };
  /** Burdens carried so far, per kind; leave already credited by the caller. */
  readonly duties: Readonly<Partial<Record<DutyKind, number>>>;
  /** The group served most recently, for stable posts. */
  readonly group: string | null;
}

export interface Pin {
  readonly worker: string;
  readonly day: number;
  /** null pins a day off. */
  readonly assignment: { readonly shift: string; readonly group: string } | null;
}

export interface Baseline {
  readonly assignments: readonly {
    readonly worker: string;
    readonly day: number;
    readonly shift: string;
    readonly group: string;
  }[];
  /** Yuan per worker-day that differs, by day (rises towards the present). */
  readonly changeCost: readonly number[];
  /**
   * `repair`: plans are compared by their missing person-minutes, then by their cost of changes, and only then by the whole
   * objective. Absent: by the objective, in which changes are one cost among the others.
   */
  readonly goal?: 'repair';
  /** The present, in minutes from 00:00 of day 0: no duty may start before it that is neither here nor pinned. Absent = no limit. */
  readonly notBefore?: number;
}

/** Within `workers`, the squares of (history + plan) counts of `duty` are kept small; `weight` yuan per unit of square. */
export interface FairnessRule {
  readonly duty: DutyKind;
  readonly workers: readonly string[];
  readonly weight: number;
}

/** `on`: not working this shift that day costs `weight`; `off`: working it does. */
export interface ShiftRequest {
  readonly worker: string;
  readonly day: number;
  readonly shift: string;
  readonly kind: 'on' | 'off';
  readonly weight: number;
}

/** How many people a shift should have in a group on a day, and what one too few or too many costs. */
export interface ShiftCover {
  readonly group: string;
  readonly day: number;
  readonly shift: string;
  readonly preferred: number;
  readonly underWeight: number;
  readonly overWeight: number;
}

/** AB岗: on a day when the group has demand at least one of the two should be working. */
export interface BackupPair {
  readonly holder: string;
  readonly backup: string;
}

/** Yuan per occurrence of each soft rule that carries no price of its own. */
export interface Weights {
  /** Worker-day served outside the home group. */
  readonly redeployed: number;
  /** Worker-day served as relief-only backup. */
  readonly backup: number;
  /** Worker-day in another group than `history.group`. */
  readonly unstablePost: number;
  /** Rest shorter than `restMinutesWished`. */
  readonly shortRest: number;
  /** Day on which neither of a backup pair works although at least one of them is available. */
  readonly uncoveredPair: number;
}
