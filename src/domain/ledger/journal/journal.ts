import type { CivilDate, CivilMonth } from '../../../shared/civil-date.js';
import type { Fen } from '../../../shared/fen.js';

/** Accounts of a contract's journal. Asset `CNY` counts fen, asset `HCD` counts headcount-days as exact text. */
export type Account =
  /** What the client owes: fees less deductions; settled instalments move it to `due`, payments from there to `paid`. */
  | 'fees:earned'
  | 'client:payable'
  | 'client:due'
  | 'client:paid'
  /** What the contractor paid in cash for deductions that no instalment bore. */
  | 'contractor:paid'
  | 'units:posts'
  | `reductions:vacancy:${LineStanding}`
  | `units:vacancy:${LineStanding}`
  /** Deductions of incidents, and what the client owes in damages. */
  | `${'fines' | 'damages'}:${IncidentStanding}`;

/**
 * Where a line in force stands: proposed (by the reading of its cause undisputed or contested), or answered. An answer
 * moves it from the proposed account to its own, and back when the answer changes.
 */
export const lineStandings = ['undisputed', 'contested', 'agreed', 'disputed'] as const;
export type LineStanding = (typeof lineStandings)[number];
/** Deductions of incidents are proposed without a reading of causes. */
export const incidentStandings = ['proposed', 'agreed', 'disputed'] as const;
export type IncidentStanding = (typeof incidentStandings)[number];
export type AnswerKind = 'agreed' | 'disputed';

/** One movement: a positive quantity from source to destination, so that an entry always balances. */
export interface Posting {
  readonly source: Account;
  readonly destination: Account;
  readonly asset: 'CNY' | 'HCD';
  /** Fen as an integer text, or headcount-days as `3/2`; always positive. */
  readonly quantity: string;
}

/** Why an entry takes another back. A waiver and a withdrawal stay: the line isn't posted again while its facts stand. */
export const reversalReasons = [
  'reversal-attendance-corrected',
  'reversal-rate-changed',
  'reversal-ruling-changed',
  'reversal-entry-error',
  'reversal-answer-changed',
  'reversal-incident-changed',
  'waiver',
  'withdrawal',
] as const;
export type ReversalReason = (typeof reversalReasons)[number];
export const reasonCodes = [
  'vacancy',
  'deduction',
  'agreed',
  'disputed',
  'settlement',
  'payment',
  ...reversalReasons,
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface JournalEntry {
  readonly contract: string;
  /** 1, 2, 3 … per contract, without gaps. */
  readonly sequence: number;
  readonly id: string;
  readonly effectiveDate: CivilDate;
  readonly recordedAt: string;
  readonly reason: ReasonCode;
  /** The entry that this one takes back. */
  readonly reverses: string | null;
  readonly idempotencyKey: string;
  /** SHA-256 of the canonical JSON of the input. */
  readonly inputHash: string;
  readonly postings: readonly Posting[];
  /** What it is about, as canonical JSON: the vacancy line as posted. */
  readonly subject: string;
  readonly recordedBy: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** An entry before the journal has given it its place in the chain. */
export type NewJournalEntry = Omit<JournalEntry, 'sequence' | 'previousHash' | 'hash' | 'recordedAt' | 'id'>;

/** Where a contract's journal ends, kept beside it so that entries cut off its end are missed. */
export type JournalHead = Pick<JournalEntry, 'contract' | 'sequence' | 'hash'>;

export interface PeriodSeal {
  readonly contract: string;
  readonly month: CivilMonth;
  readonly amountFen: Fen;
  readonly lastSequence: number;
  readonly recordedAt: string;
}
