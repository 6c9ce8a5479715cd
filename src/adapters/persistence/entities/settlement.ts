import type { CivilDate } from '../../../shared/civil-date.js';
import type { AmountBase } from '../../../domain/ledger/settlement/amount-base.js';
import type { Incident } from '../../../domain/ledger/deductions/incident.js';
import type { ConditionMet, Invoice } from '../../../domain/ledger/settlement/settlement.js';
import { json, key, money, text, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

/** What happened under the deduction rules; struck off, never deleted. */
export const incidentEntity = table<Incident>({
  name: 'incident',
  columns: {
    contract: key,
    id: key,
    rule: text,
    date: text,
    facts: json,
    evidence: text,
    document: text,
    recordedBy: text,
    recordedAt: text,
    revocation: json,
  },
  foreignKeys: [belongsToContract],
});

/** Versions of the contract total; a later one for the same day takes the place of the earlier, which stays on record. */
export type AmountBaseRow = Omit<AmountBase, 'from'> & { readonly fromDate: CivilDate; readonly repetition: number };

export const amountBaseEntity = table<AmountBaseRow>({
  name: 'amount_base',
  columns: {
    contract: key,
    fromDate: key,
    repetition: wholeKey,
    amountFen: money,
    document: text,
    enteredBy: text,
    recordedAt: text,
  },
  foreignKeys: [belongsToContract],
});

export const conditionMetEntity = table<ConditionMet>({
  name: 'condition_met',
  columns: {
    contract: key,
    instalment: key,
    condition: wholeKey,
    metOn: text,
    document: text,
    recordedBy: text,
    recordedAt: text,
  },
  foreignKeys: [belongsToContract],
});

export const invoiceEntity = table<Invoice>({
  name: 'invoice',
  columns: {
    contract: key,
    number: key,
    instalment: text,
    amountFen: money,
    issuedOn: text,
    recordedBy: text,
    recordedAt: text,
    cancellation: json,
  },
  foreignKeys: [belongsToContract],
});
