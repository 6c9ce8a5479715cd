import type { JournalEntry } from '../../domain/ledger/journal/journal.js';
import type { CivilMonth } from '../../shared/civil-date.js';
import type { Context } from '../context.js';

/** An entry with the one that takes it back and the one that it takes back, in whatever month these count. */
export interface EntryInMonth {
  readonly entry: JournalEntry;
  readonly reversedBy: JournalEntry | null;
  readonly reversalOf: JournalEntry | null;
}

/** The journal of a month in the order of the chain. */
export async function viewJournal(
  context: Context,
  { contract, month }: { readonly contract: string; readonly month: CivilMonth },
): Promise<EntryInMonth[]> {
  return context.unitOfWork.read(async ({ ledger }) => {
    const entries = await ledger.entriesOf(contract, month);
    // What puts a closed month right counts in a later one.
    const counterparts = await ledger.counterparts(contract, entries);
    const byId = new Map(counterparts.map((entry) => [entry.id, entry]));
    const byReversed = new Map(counterparts.map((entry) => [entry.reverses, entry]));
    return entries.map((entry) => ({
      entry,
      reversedBy: byReversed.get(entry.id) ?? null,
      reversalOf: entry.reverses === null ? null : (byId.get(entry.reverses) ?? null),
    }));
  });
}
