import type { JournalEntry, NewJournalEntry } from '../../domain/ledger/journal.js';
import { assert } from '../../shared/assert.js';
import { done, type Result } from '../../shared/result.js';
import type { LedgerRepository } from '../ports/index.js';

/** Appends entries in order; the first refusal stops, and the unit of work then takes back what came before. */
export async function appendAll(
  ledger: LedgerRepository,
  entries: readonly NewJournalEntry[],
): Promise<Result<{ readonly last: JournalEntry }>> {
  let last: JournalEntry | undefined;
  for (const entry of entries) {
    const appended = await ledger.append(entry.contract, entry);
    if (!appended.ok) return appended;
    last = appended.value;
  }
  assert(last !== undefined, 'there is something to append');
  return done({ last });
}
