import type { CivilDate, CivilMonth } from '../../../shared/civil-date.js';
import type { Fen } from '../../../shared/fen.js';
import type { HeadcountDays } from '../../../shared/headcount-days.js';
import type { LocalText } from '../../../shared/text.js';
import type { VacancyCause } from '../../attendance/presence.js';
import type { Evidence } from './evidence.js';
import type { Half } from './post-demand.js';
import type { LineRounding } from '../rounding.js';

/** Facts of one vacant post on one service day; no money here. */
export interface VacancyFact {
  readonly contract: string;
  readonly date: CivilDate;
  readonly postGroup: string;
  readonly post: string;
  /** The worker rostered for the post; null when nobody was. */
  readonly due: string | null;
  readonly halves: readonly Half[];
  /** Required and unattended minutes of the whole day's windows. */
  readonly requiredMinutes: number;
  readonly unattendedMinutes: number;
  readonly cause: VacancyCause;
  /** Who stood in, when somebody did for part of the day. */
  readonly cover: string | null;
  readonly evidence: Evidence;
  /** Evidence that the hall ran badly or people complained (V4). */
  readonly hasImpactEvidence: boolean;
}

/** The ruling of one fact under the interpretation register: units, rate and amount. */
export interface VacancyLine extends VacancyFact {
  /** Deterministic: `contract/date/post group/post`; its posting's idempotency key begins with it. */
  readonly id: string;
  readonly clause: string;
  readonly units: HeadcountDays;
  /** Exact daily rate as `annual fen / divisor`; null without an approved rate. */
  readonly rate: { readonly annualFen: Fen; readonly divisor: HeadcountDays; readonly document: string } | null;
  /** Half-up to fen per line unless `rounding` says otherwise (V22); null without a rate. */
  readonly amountFen: Fen | null;
  readonly rounding?: LineRounding | undefined;
  readonly isContested: boolean;
  /** Why it counts so: the register's items that were applied, and the version of the register that holds them. */
  readonly ruling: readonly string[];
  readonly registerVersion: number;
  readonly explanation: LocalText;
}

/** A line that the parties waived (免计), with the reason in words. */
export interface WaivedLine extends VacancyLine {
  readonly waiverNote: string;
}

/** Unattended minutes that are no vacancy (V7, V10): recorded, never money. */
export interface AttendanceIncident {
  readonly date: CivilDate;
  readonly postGroup: string;
  /** Named post, or the group's key when a window of the whole group was short (V10). */
  readonly post: string;
  readonly worker: string | null;
  /** Person-minutes that were short. */
  readonly minutes: number;
  readonly kind: 'lateness' | 'incident';
  /** The early, midday or late window that was short; null for a post's core time. */
  readonly window: string | null;
}

export interface VacancyMonth {
  readonly contract: string;
  readonly month: CivilMonth;
  readonly lines: readonly VacancyLine[];
  readonly incidents: readonly AttendanceIncident[];
  /** Days of the month in the term on which anything had to be manned. */
  readonly serviceDays: number;
  /** Of these, the days for which no attendance record exists at all: no line is made of them. */
  readonly daysWithoutAttendance: readonly CivilDate[];
  /** Post-days in demand on the days that have attendance, in service units: filled + vacant = required. */
  readonly requiredUnits: HeadcountDays;
  readonly filledUnits: HeadcountDays;
  readonly undisputed: VacancyTotal;
  readonly contested: VacancyTotal;
  readonly total: VacancyTotal;
}

export interface VacancyTotal {
  readonly units: HeadcountDays;
  readonly amountFen: Fen | null;
}

/** 区财政批复人员费用标准: entered with its document, never assumed (V3). */
export interface ApprovedRate {
  readonly contract: string;
  readonly annualFen: Fen;
  readonly document: string;
  readonly from: CivilDate;
  readonly enteredBy: string;
  readonly recordedAt: string;
}
