import type { CivilDate, CivilMonth } from '../../shared/civil-date.js';
import type { Fen } from '../../shared/fen.js';
import type { HeadcountDays } from '../../shared/headcount-days.js';
import type { VacancyCause } from '../attendance/presence.js';
import { halves } from '../ledger/vacancy/post-demand.js';

/** The part of a day that a row names; `whole` = all of it, null = the row names none. */
export const claimedParts = ['whole', ...halves] as const;
export type ClaimedPart = (typeof claimedParts)[number];

/** One row of the client's own count (甲方台账): a vacancy as the other party sees it. */
export interface ClientClaim {
  /** Number of the row in the client's file. */
  readonly row: number;
  readonly date: CivilDate;
  /** Code of the person who was missing; null where the row names only the post. */
  readonly worker: string | null;
  /** Where it was; both null where the row names only the person. */
  readonly postGroup: string | null;
  readonly post: string | null;
  readonly part: ClaimedPart | null;
  readonly units: HeadcountDays;
  /** Null where the client counts headcount-days alone. */
  readonly amountFen: Fen | null;
  /** Fen of one headcount-day where the row states it, exact; null otherwise. */
  readonly dailyRate: HeadcountDays | null;
  readonly cause: VacancyCause | null;
  readonly note: string;
}

/** The client's count of a month as taken in; a later file of the same month takes its place and leaves it on record. */
export interface ClientCount {
  readonly contract: string;
  readonly month: CivilMonth;
  /** 1, 2, 3 … per contract and month. */
  readonly version: number;
  readonly fileName: string;
  /** SHA-256 of the file's bytes. */
  readonly fileHash: string;
  readonly claims: readonly ClientClaim[];
  /** Last day, 24:00, on which the other party should have answered. */
  readonly answerBy: CivilDate;
  readonly importedBy: string;
  readonly importedAt: string;
}
