import { z } from 'zod';
import { civilDate, civilMonth, fen, instant, list, localText } from './common.js';

const party = z.enum(['contractor', 'client']);
const consent = z.object({ by: z.string(), at: instant, document: z.string() }).nullable();
const optionText = z.object({ key: z.string(), text: localText });

/** A reading of one item: proposed by one party, in force once both agreed. */
export const reading = z
  .object({
    number: z.int(),
    item: z.string(),
    option: z.string(),
    text: localText,
    /** The first day on which it holds. */
    from: civilDate,
    note: z.string(),
    proposedBy: party,
    contractor: consent,
    client: consent,
    /** The version of the register that it made; null until both parties agree. */
    version: z.int().nullable(),
    withdrawnAt: instant.nullable(),
    isOpen: z.boolean(),
  })
  .meta({ id: 'Reading' });
export type Reading = z.output<typeof reading>;

export const registerItem = z
  .object({
    /** `V9`, `M2`. */
    key: z.string(),
    question: localText,
    reason: localText,
    options: list(optionText),
    /** Any whole number of the range can be agreed on, too. */
    range: z.object({ minimum: z.int(), maximum: z.int(), unit: localText }).nullable(),
    /** The item that decides this one. */
    follows: z.string().nullable(),
    standard: z.string(),
    standardText: localText,
    chosen: z.string(),
    chosenText: localText,
    /** Where both parties agreed; null = the default, open to dispute. */
    document: z.string().nullable(),
    since: civilDate.nullable(),
    isSettable: z.boolean(),
    /** The latest first. */
    readings: list(reading),
  })
  .meta({ id: 'RegisterItem' });
export type RegisterItem = z.output<typeof registerItem>;

/** GET /contracts/:contract/readings?date */
export const register = z
  .object({
    version: z.int(),
    date: civilDate,
    term: z.object({ from: civilDate, to: civilDate }).nullable(),
    items: list(registerItem),
  })
  .meta({ id: 'Register' });
export type Register = z.output<typeof register>;
export const registerQuery = z.strictObject({ date: civilDate.optional() });

const itemKey = z.string().regex(/^[VM]\d{1,2}$/u);
const option = z.string().min(1).max(40);
const document = z.string().trim().min(1).max(400);

/** POST /contracts/:contract/readings */
export const proposalRequest = z
  .strictObject({ item: itemKey, option, from: civilDate, document, note: z.string().max(1000) })
  .meta({ id: 'ReadingProposal' });
export type ProposalRequest = z.output<typeof proposalRequest>;

/** POST /contracts/:contract/readings/:number/agreement */
export const agreementRequest = z.strictObject({ document }).meta({ id: 'ReadingAgreement' });

/** GET /contracts/:contract/readings/effect?item&option&from */
export const effectQuery = z.strictObject({ item: itemKey, option, from: civilDate });

const side = z.object({ units: z.string(), amountFen: fen.nullable() });
const totals = z.object({ undisputed: side, contested: side, total: side });
const ruled = z.object({ units: z.string(), amountFen: fen.nullable(), isContested: z.boolean() }).nullable();

const incidentSide = z.object({ amountFen: fen, instalment: z.string().nullable() });
const instalmentSide = z.object({ deductedFen: fen, netFen: fen });

/** What a decision would change in the open months. */
export const monthsEffect = z
  .object({
    /** Open months with attendance, as they stand and as they would. */
    months: list(
      z.object({
        month: civilMonth,
        before: totals,
        after: totals,
        lines: list(
          z.object({
            id: z.string(),
            date: civilDate,
            postGroup: z.string(),
            post: z.string(),
            before: ruled,
            after: ruled,
          }),
        ),
      }),
    ),
    /** Over all open months. */
    before: totals,
    after: totals,
    /** Closed months: they stay as they were sealed. */
    sealed: list(civilMonth),
  })
  .meta({ id: 'MonthsEffect' });
export type MonthsEffect = z.output<typeof monthsEffect>;

/** What a decision would change of incidents and instalments. */
export const ledgerEffect = z
  .object({
    /** Incidents that would cost something else or go to another instalment, with the sums of these alone. */
    incidents: z.object({
      lines: list(
        z.object({
          id: z.string(),
          date: civilDate,
          clause: z.string(),
          title: localText,
          before: incidentSide,
          after: incidentSide,
        }),
      ),
      beforeFen: fen,
      afterFen: fen,
    }),
    /** Unsettled instalments that would bear more or less of what is agreed. */
    instalments: list(z.object({ key: z.string(), before: instalmentSide, after: instalmentSide })),
  })
  .meta({ id: 'LedgerEffect' });
export type LedgerEffect = z.output<typeof ledgerEffect>;

export const readingEffect = monthsEffect.extend(ledgerEffect.shape).meta({ id: 'ReadingEffect' });
export type ReadingEffect = z.output<typeof readingEffect>;
