import type { CivilDate } from '../../shared/civil-date.js';
import { lineHistories } from '../../domain/ledger/journal/line-history.js';
import { overlapOf, type OverlapRow } from '../../domain/ledger/deductions/overlap.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { ledgerFacts, readContractLedger } from '../incidents/contract-ledger.js';

/** The clauses that one line's event touches, as the register was on its day. */
export interface LineOverlap {
  readonly line: string;
  readonly date: CivilDate;
  readonly rows: readonly OverlapRow[];
}

/** Refuses `not-found` for a line that isn't in force, and `term-unconfirmed`. */
export async function lineOverlap(
  context: Context,
  input: { readonly contract: string; readonly line: string },
): Promise<Result<LineOverlap>> {
  return context.unitOfWork.read(async (repositories) => {
    const ledger = await readContractLedger(repositories, input.contract);
    if (!ledger.ok) return ledger;
    const found = lineHistories(await repositories.ledger.entries(input.contract)).get(input.line);
    if (found === undefined || found.open === null)
      return refuse('not-found', {
        zh: '这条明细不在台账中，或已不再有效：请刷新明细后重选。',
        en: 'This line isn’t in the journal, or is no longer in force: reload the lines and choose again.',
      });
    const { id, line } = found;
    return done({ line: id, date: line.date, rows: overlapOf(ledgerFacts(ledger.value), line) });
  });
}
