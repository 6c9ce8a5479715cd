import type { MonthEntry } from '../../adapters/http/schemas/ledger.js';

const reversible: ReadonlySet<string> = new Set(['vacancy', 'settlement', 'payment']);

/** An entry is taken back once, in whatever month that counts; answers and deductions are taken back elsewhere. */
export function isReversible({ reason, reversedBy }: Pick<MonthEntry, 'reason' | 'reversedBy'>): boolean {
  return reversible.has(reason) && reversedBy === null;
}
