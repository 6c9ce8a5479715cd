import { z } from 'zod';
import { lineOverlapView } from '../../../application/line-overlap/view.js';
import {
  monthLinesView,
  phasedDeductionView,
  phasedLineView,
  settlementOutcomes,
} from '../../../application/month-lines/view.js';
import { vacancyLineView, vacancyMonthView } from '../../../application/post-vacancies/view.js';
import { reasonCodes, reversalReasons } from '../../../domain/ledger/journal/journal.js';
import { civilDate, civilMonth, fen, instant, list, localText } from './common.js';

/** One vacant post on one service day, ruled under the interpretation register; as the command line prints it. */
export const vacancyLine = vacancyLineView.meta({ id: 'VacancyLine' });
export type VacancyLine = z.output<typeof vacancyLine>;

/** GET (a preview) and POST (posted to the journal) /contracts/:contract/vacancies */
export const vacancyMonth = vacancyMonthView.meta({ id: 'VacancyMonth' });
export type VacancyMonth = z.output<typeof vacancyMonth>;

/** POST /contracts/:contract/vacancies, with `Idempotency-Key`. */
export const vacancyPosting = z.strictObject({ month: civilMonth }).meta({ id: 'VacancyPosting' });

/** GET /contracts/:contract/lines?month, with an ETag: what was posted, each line in its phase. */
export const phasedLine = phasedLineView.meta({ id: 'PhasedLine' });
export type PhasedLine = z.output<typeof phasedLine>;
/** Money of one incident in its phase. */
export const phasedDeduction = phasedDeductionView.meta({ id: 'PhasedDeduction' });
export const monthLines = monthLinesView
  .extend({ lines: z.array(phasedLine), deductions: z.array(phasedDeduction) })
  .meta({ id: 'MonthLines' });
export type MonthLines = z.output<typeof monthLines>;

/** GET /contracts/:contract/lines/waiting: months in which an answer, or the end of a dispute, is awaited. */
export const waitingMonths = z
  .object({ months: list(z.object({ month: civilMonth, proposed: z.int(), disputed: z.int() })) })
  .meta({ id: 'WaitingMonths' });
export type WaitingMonths = z.output<typeof waitingMonths>;

/** Id of a line, as the list gave it. */
const lineId = z.string().min(1).max(400);
const lineIds = z.array(lineId).min(1).max(5000);
/** GET /contracts/:contract/lines/overlap?line */
export const lineQuery = z.strictObject({ line: lineId });
export const lineOverlap = lineOverlapView.meta({ id: 'LineOverlap' });
export type LineOverlap = z.output<typeof lineOverlap>;

/** POST /contracts/:contract/lines/answers, with `Idempotency-Key` and `If-Match`. */
export const lineAnswers = z
  .strictObject({
    month: civilMonth,
    lines: lineIds,
    answer: z.enum(['agreed', 'disputed']),
    /** Needed for a dispute. */
    note: z.string().trim().max(1000).default(''),
  })
  .meta({ id: 'LineAnswers' });
export type LineAnswers = z.input<typeof lineAnswers>;
/** POST /contracts/:contract/lines/settlements, with `Idempotency-Key` and `If-Match`. */
export const disputeSettlement = z
  .strictObject({
    month: civilMonth,
    lines: lineIds,
    outcome: z.enum(settlementOutcomes),
    note: z.string().trim().min(1).max(1000),
    document: z.string().trim().min(1).max(400),
  })
  .meta({ id: 'DisputeSettlement' });
export type DisputeSettlement = z.input<typeof disputeSettlement>;

/** 区财政批复人员费用标准, with its document and the name of who entered it. */
export const rate = z
  .object({ annualFen: fen, document: z.string(), from: civilDate, enteredBy: z.string(), recordedAt: instant })
  .meta({ id: 'Rate' });
export type Rate = z.output<typeof rate>;
export const rateList = z.object({ rates: list(rate) }).meta({ id: 'RateList' });
/** POST /contracts/:contract/rates */
export const rateRequest = z
  .strictObject({
    /** Yuan as written: `111650.00`. */
    yuanPerPostYear: z.string().regex(/^\d{1,9}(?:\.\d{1,2})?$/u),
    document: z.string().trim().min(1).max(400),
    from: civilDate,
  })
  .meta({ id: 'RateRequest' });
export type RateRequest = z.output<typeof rateRequest>;

export const posting = z
  .object({ source: z.string(), destination: z.string(), asset: z.enum(['CNY', 'HCD']), quantity: z.string() })
  .meta({ id: 'Posting' });
/** An entry of the append-only journal; `hash` chains it to the one before. */
export const journalEntry = z
  .object({
    sequence: z.int(),
    id: z.string(),
    effectiveDate: civilDate,
    recordedAt: instant,
    reason: z.enum(reasonCodes),
    reverses: z.string().nullable(),
    postings: list(posting),
    /**
     * The vacancy line as posted, or the answer to it, canonical JSON; of a person's reversal with `reversalNote`.
     * Kinds of leave are blurred: `hash` covers the line as it is stored.
     */
    subject: z.string(),
    /** Why a person took an entry back, in words: part of `subject`, which the chain covers. */
    note: z.string().nullable(),
    /** The person's id, which the chain covers, and their name. */
    recordedBy: z.string(),
    author: z.string(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'JournalEntry' });
export type JournalEntry = z.output<typeof journalEntry>;
/** Where another entry stands; it may count in another month. */
const entryPlace = journalEntry.pick({ sequence: true, id: true, effectiveDate: true }).meta({ id: 'JournalPlace' });
export type JournalPlace = z.output<typeof entryPlace>;
/** An entry as the journal of a month lists it. */
export const monthEntry = journalEntry
  .extend({ reversedBy: entryPlace.nullable(), reversalOf: entryPlace.nullable() })
  .meta({ id: 'MonthEntry' });
export type MonthEntry = z.output<typeof monthEntry>;
/** GET /contracts/:contract/journal?month */
export const journal = z.object({ entries: list(monthEntry) }).meta({ id: 'Journal' });

/** POST /contracts/:contract/journal/:id/reversal, with `Idempotency-Key`. */
export const reversalRequest = z
  .strictObject({
    reason: z.enum(reversalReasons).exclude(['reversal-answer-changed', 'reversal-incident-changed', 'withdrawal']),
    note: z.string().trim().min(1).max(1000),
  })
  .meta({ id: 'ReversalRequest' });
export type ReversalRequest = z.output<typeof reversalRequest>;

/** POST /contracts/:contract/seals: 封账 of a month, with `Idempotency-Key`. */
export const sealRequest = z.strictObject({ month: civilMonth }).meta({ id: 'SealRequest' });
export const seal = z
  .object({
    month: civilMonth,
    amountFen: fen,
    lastSequence: z.int(),
    /** Hash of the journal's chain at `lastSequence`; null while the journal was empty. */
    hash: z.string().nullable(),
    recordedAt: instant,
  })
  .meta({ id: 'Seal' });
export type Seal = z.output<typeof seal>;
export const sealList = z.object({ seals: list(seal) }).meta({ id: 'SealList' });

/** GET /contracts/:contract/verification: the journal's chain and balances and every published roster, recomputed. */
export const verification = z
  .object({
    isSound: z.boolean(),
    journalEntries: z.int(),
    sealedMonths: z.int(),
    publishedRosters: z.int(),
    problems: list(localText),
  })
  .meta({ id: 'Verification' });
export type Verification = z.output<typeof verification>;
