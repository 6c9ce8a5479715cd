import type { JournalEntry } from '../journal/journal.js';
import { present } from '../../../shared/assert.js';
import { vacancyHistories } from '../journal/posting.js';
import type { VacancyLine } from './vacancy-line.js';

/**
 * A vacancy line in force, as far as other money rests on it: instalments, shared caps, an error of the same event. A
 * term has thousands of them, and a question about the whole contract needs no more of each.
 */
export interface VacancyInForce extends Pick<VacancyLine, 'id' | 'date' | 'post' | 'clause' | 'units' | 'amountFen'> {
  /** Sequence of the entry that first posted the line: lines are borne in this order. */
  readonly since: number;
  readonly isAgreed: boolean;
}

/** The vacancy lines in force by replay from empty, in the order in which they were first posted. */
export function vacanciesInForce(entries: readonly JournalEntry[]): VacancyInForce[] {
  return vacancyHistories(entries)
    .filter(({ open }) => open !== null)
    .map(({ line, phase, entries: [first] }) => {
      const { id, date, post, clause, units, amountFen } = line;
      const since = present(first, id).sequence;
      return { id, date, post, clause, units, amountFen, since, isAgreed: phase === 'agreed' };
    });
}
