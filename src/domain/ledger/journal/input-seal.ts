import { monthOf, type CivilMonth } from '../../../shared/civil-date.js';
import type { Presence } from '../../attendance/presence.js';
import { sha256 } from './journal-hash.js';
import type { ApprovedRate } from '../vacancy/vacancy-line.js';

/**
 * What a closed month rests on beside the journal: digests of its attendance and of the rates that can hold in it. What
 * is corrected after closing seals the month anew, with the next `ordinal`; the last one is in force.
 */
export interface InputSeal extends InputDigests {
  readonly contract: string;
  readonly month: CivilMonth;
  readonly ordinal: number;
  readonly recordedAt: string;
}

export interface InputDigests {
  /** SHA-256 of the records of the month's days. */
  readonly attendance: string;
  /** SHA-256 of the rates from the month's days or earlier ones on. */
  readonly rates: string;
}

/** The digests of a month; neither the order in which a database hands rows out nor other months count. */
export function inputDigests(
  month: CivilMonth,
  { presence, rates }: { readonly presence: readonly Presence[]; readonly rates: readonly ApprovedRate[] },
): InputDigests {
  return {
    attendance: digestOf(presence.filter(({ date }) => monthOf(date) === month).map(presenceFields)),
    rates: digestOf(rates.filter(({ from }) => monthOf(from) <= month).map(rateFields)),
  };
}

export function areAlike(a: InputDigests, b: InputDigests): boolean {
  return a.attendance === b.attendance && a.rates === b.rates;
}

type Field = string | number | null;

function digestOf(rows: readonly (readonly Field[])[]): string {
  return sha256(
    rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n'),
  );
}

function presenceFields(record: Presence): Field[] {
  const { date, worker, postGroup, post, arrivedMinute, leftMinute, status, cause, coverFor, note } = record;
  return [date, worker, postGroup, post, arrivedMinute, leftMinute, status, cause, coverFor, note];
}

function rateFields({ from, annualFen, document, enteredBy, recordedAt }: ApprovedRate): Field[] {
  return [from, annualFen, document, enteredBy, recordedAt];
}
