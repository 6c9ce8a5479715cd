import type { CivilDate, CivilMonth } from '../../shared/civil-date.js';
import type { Fen } from '../../shared/fen.js';
import type { HeadcountDays } from '../../shared/headcount-days.js';
import type { LocalText } from '../../shared/text.js';
import type { VacancyCause } from '../attendance/presence.js';

/** Facts of one vacant post on one service day; no money here. */
export interface VacancyFact {
  readonly contract: string;
  readonly date: CivilDate;
  readonly postGroup: string;
  readonly post: string;
  /** The worker rostered for the post; null when nobody was. */
  readonly due: string | null;
  readonly halves: readonly ('morning' | 'afternoon' | 'saturday')[];
  /** Required and unattended minutes of the whole day's windows. */
  readonly requiredMinutes: number;
  readonly unattendedMinutes: number;
  readonly cause: VacancyCause;
  /** Who stood in, when somebody did for part of the day. */
  readonly cover: string | null;
  readonly evidence: string;
  /** Evidence that the hall ran badly or people complained (V4). */
  readonly hasImpactEvidence: boolean;
}

/** The ruling of one fact under the interpretation register: units, rate and amount. */
export interface VacancyLine extends VacancyFact {
  /** Deterministic: contract/date/post; the idempotency key of its posting. */
  readonly id: string;
  readonly clause: string;
  readonly units: HeadcountDays;
  /** Exact daily rate as `annual fen / divisor`; null without an approved rate. */
  readonly rate: { readonly annualFen: Fen; readonly divisor: HeadcountDays; readonly document: string } | null;
  /** Half-up to fen per line (V22); null without a rate. */
  readonly amountFen: Fen | null;
  readonly isContested: boolean;
  /** Why it counts so: the register's items that were applied. */
  readonly ruling: readonly string[];
  readonly explanation: LocalText;
}

export interface VacancyMonth {
  readonly contract: string;
  readonly month: CivilMonth;
  readonly lines: readonly VacancyLine[];
  readonly incidents: readonly { readonly date: CivilDate; readonly post: string; readonly worker: string | null; readonly minutes: number; readonly kind: 'lateness' | 'incident' }[];
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
