import type { JournalEntry, NewJournalEntry } from '../../domain/ledger/journal/journal.js';
import { present } from '../../shared/assert.js';
import { done, type Result } from '../../shared/result.js';
import type { LedgerRepository } from '../ports/index.js';

/** Appends entries of one contract in order; there is at least one. The first refusal stands, and nothing is kept then. */
export async function appendAll(
  ledger: LedgerRepository,
  entries: readonly NewJournalEntry[],
): Promise<Result<{ readonly entries: readonly JournalEntry[]; readonly last: JournalEntry }>> {
  const { contract } = present(entries[0], 'something to append');
  const appended = await ledger.appendAll(contract, entries);
  return appended.ok
    ? done({ entries: appended.value, last: present(appended.value.at(-1), 'the last entry') })
    : appended;
}
