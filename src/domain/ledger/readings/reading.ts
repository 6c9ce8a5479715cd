import type { CivilDate } from '../../../shared/civil-date.js';
import type { InterpretationChoice } from './interpretation.js';
import type { InterpretationKey } from './interpretation-item.js';

export type Party = 'contractor' | 'client';

/** One party's consent to a reading: who gave it, when, and the document that it stands in. */
export interface Consent {
  readonly by: string;
  readonly at: string;
  readonly document: string;
}

/**
 * A reading of one item of the register, proposed by one party. It comes into force once the other one agrees, and is
 * never changed afterwards: another reading takes its place from its own first day on.
 */
export interface Reading {
  readonly contract: string;
  /** 1, 2, 3 … per contract in the order of proposing. */
  readonly number: number;
  readonly item: InterpretationKey;
  readonly option: string;
  /** The first day on which it holds. */
  readonly from: CivilDate;
  /** Why, in the proposer's words. */
  readonly note: string;
  readonly proposedBy: Party;
  readonly contractor: Consent | null;
  readonly client: Consent | null;
  /** The version of the register that it made; null until both parties agree. */
  readonly version: number | null;
  /** When its proposer took it back; null = it stands. */
  readonly withdrawnAt: string | null;
}

/** What the register is made of: the readings that both parties agreed on. */
export function choicesFrom(readings: readonly Reading[]): InterpretationChoice[] {
  return readings.flatMap((reading) => {
    const { item, option, from, version, contractor, client } = reading;
    if (version === null || contractor === null || client === null) return [];
    const agreedAt = contractor.at < client.at ? client.at : contractor.at;
    const documents = [...new Set([contractor.document, client.document])];
    return [{ key: item, option, from, version, agreedAt, document: documents.join('；') }];
  });
}

/** Waits for the other party. */
export function isOpen(reading: Reading): boolean {
  return reading.version === null && reading.withdrawnAt === null;
}

/** A reading with one party's consent; with both it becomes the register's next version. */
export function consented(
  reading: Reading,
  consent: Consent & { readonly party: Party },
  versionsSoFar: number,
): Reading {
  const { party, ...given } = consent;
  const both = { ...reading, [party]: given };
  return both.contractor !== null && both.client !== null ? { ...both, version: versionsSoFar + 1 } : both;
}
