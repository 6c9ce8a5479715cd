import type { CivilDate } from '../../../shared/civil-date.js';
import type { InputSeal } from '../../../domain/ledger/journal/input-seal.js';
import type { JournalEntry, JournalHead, PeriodSeal } from '../../../domain/ledger/journal/journal.js';
import type { ApprovedRate } from '../../../domain/ledger/vacancy/vacancy-line.js';
import { json, key, money, optionalText, text, whole, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

/** A later rate for the same day takes the place of the earlier one, which stays on record: `repetition` counts them. */
export type ApprovedRateRow = Omit<ApprovedRate, 'from'> & {
  readonly fromDate: CivilDate;
  readonly repetition: number;
};

export const approvedRateEntity = table<ApprovedRateRow>({
  name: 'approved_rate',
  columns: {
    contract: key,
    fromDate: key,
    repetition: wholeKey,
    annualFen: money,
    document: text,
    enteredBy: text,
    recordedAt: text,
  },
  foreignKeys: [belongsToContract],
});

/** Append-only: triggers of the first migration refuse every change and every gap. */
export const journalEntryEntity = table<JournalEntry>({
  name: 'journal_entry',
  columns: {
    contract: key,
    sequence: wholeKey,
    id: text,
    effectiveDate: text,
    recordedAt: text,
    reason: text,
    reverses: optionalText,
    idempotencyKey: text,
    inputHash: text,
    postings: json,
    subject: text,
    recordedBy: text,
    previousHash: text,
    hash: text,
  },
  foreignKeys: [belongsToContract],
  uniques: [
    { name: 'journal_entry_id_unique', columns: ['id'] },
    { name: 'journal_entry_contract_idempotency_key_unique', columns: ['contract', 'idempotencyKey'] },
  ],
  indices: [
    { name: 'journal_entry_contract_effective_date_index', columns: ['contract', 'effectiveDate'] },
    { name: 'journal_entry_contract_reason_index', columns: ['contract', 'reason'] },
    { name: 'journal_entry_contract_reverses_index', columns: ['contract', 'reverses'] },
  ],
});

/** Moved on with every append; triggers refuse that it goes back or away. */
export const journalHeadEntity = table<JournalHead>({
  name: 'journal_head',
  columns: { contract: key, sequence: whole, hash: text },
  foreignKeys: [belongsToContract],
});

export const periodSealEntity = table<PeriodSeal>({
  name: 'period_seal',
  columns: { contract: key, month: key, amountFen: money, lastSequence: whole, recordedAt: text },
  foreignKeys: [belongsToContract],
});

/** One a closing and one a later correction; triggers refuse every change. */
export const inputSealEntity = table<InputSeal>({
  name: 'input_seal',
  columns: { contract: key, month: key, ordinal: wholeKey, attendance: text, rates: text, recordedAt: text },
  foreignKeys: [belongsToContract],
});
