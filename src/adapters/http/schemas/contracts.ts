import { z } from 'zod';
import { contractFileShape } from '../../../domain/contract/contract-shapes.js';
import { civilDate, contractKey, instant, list, localText, role } from './common.js';

const term = z.object({ from: civilDate, to: civilDate });

/** One row of GET /contracts. */
export const contractSummary = z
  .object({
    key: contractKey,
    name: localText,
    client: z.string(),
    contractor: z.string(),
    /** As written in the contract. */
    term,
    /** A contradiction in the contract blocks planning until a person confirms what holds (see findings). */
    isBlocked: z.boolean(),
    sites: list(z.object({ key: z.string(), name: localText })),
    functions: list(z.object({ key: z.string(), name: localText })),
    postGroups: list(
      z.object({ key: z.string(), site: z.string(), function: z.string(), headcount: z.int(), postPrefix: z.string() }),
    ),
    counts: z.object({ posts: z.int(), workers: z.int(), findings: z.int() }),
    /** What the signed-in user is in this contract. */
    role,
    defaultDays: z.int(),
  })
  .meta({ id: 'ContractSummary' });
export type ContractSummary = z.output<typeof contractSummary>;
export const contractList = z.object({ contracts: list(contractSummary) }).meta({ id: 'ContractList' });

/** A contradiction or an unmet covenant, found by comparing the contract with itself and with the team. */
export const finding = z
  .object({
    key: z.string(),
    text: localText,
    clause: z.string(),
    severity: z.enum(['note', 'warning', 'error']),
    blocks: z.enum(['nothing', 'invoicing', 'everything']),
    /** A person's confirmation is on file. */
    isSettled: z.boolean(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.output<typeof finding>;

/** What a person decided, with the document that says so. */
export const confirmation = z
  .object({
    key: z.string(),
    value: z.record(z.string(), z.string()),
    document: z.string(),
    confirmedBy: z.string(),
    recordedAt: instant,
  })
  .meta({ id: 'Confirmation' });

/** POST /contracts/:contract/confirmations, for example `{key: "term", value: {from, to}, document: "补充协议一"}`. */
export const confirmationRequest = z
  .strictObject({
    key: contractKey,
    value: z.record(z.string().max(40), z.string().max(400)),
    document: z.string().trim().min(1).max(400),
  })
  .meta({ id: 'ConfirmationRequest' });
export type ConfirmationRequest = z.output<typeof confirmationRequest>;

const whole = contractFileShape.shape;
/** The contract without anything in yuan; clauses and assumptions included. */
const contractDocument = z.object(
  contractFileShape.omit({
    amountFen: true,
    amountClause: true,
    instalments: true,
    deductions: true,
    liabilityCap: true,
    actualSettlement: true,
    paymentHold: true,
    planning: true,
  }).shape,
);
const contractMoney = z.object({
  amountFen: whole.amountFen,
  amountClause: whole.amountClause,
  instalments: whole.instalments,
  deductions: whole.deductions,
  liabilityCap: whole.liabilityCap,
  actualSettlement: whole.actualSettlement,
  paymentHold: whole.paymentHold,
});

/** GET /contracts/:contract */
export const contractDetail = z
  .object({
    role,
    /** Post groups, windows and shifts of every day, each with its days; the rest as it stands today. */
    document: contractDocument,
    /** By which `document.covenants` are changed, in their order. */
    covenantKeys: list(z.string()),
    /** null for staff. */
    money: contractMoney.nullable(),
    /** Prices of the planner, wages among them: null for staff and client. */
    planning: whole.planning.nullable(),
    findings: list(finding),
    confirmations: list(confirmation),
    /** null until a blocking contradiction of the term is confirmed. */
    effectiveTerm: term.nullable(),
  })
  .meta({ id: 'Contract' });
export type ContractDetail = z.output<typeof contractDetail>;
