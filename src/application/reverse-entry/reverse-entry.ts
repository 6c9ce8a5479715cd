import type { JournalEntry, ReasonCode } from '../../domain/ledger/journal.js';
import { reversalNote } from '../../domain/ledger/line-record.js';
import { reversalOf } from '../../domain/ledger/posting.js';
import { monthOf } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { periodClosed } from '../post-vacancies/post-vacancies.js';

/**
 * Takes one entry back. A `waiver` stays: the line isn't posted again while its facts stand; any other reason lets the
 * next posting bring it back if the facts still say so. The note stands in the journal, beside the reason.
 *
 * @returns the reversal (the first one when repeated); refusals `not-found`, `invalid-input` (no note), `conflict` (not a
 * posting of a line, or reversed already for another reason) and `period-closed`.
 */
export async function reverseEntry(
  context: Context,
  input: {
    readonly contract: string;
    readonly entry: string;
    readonly reason: Exclude<ReasonCode, 'vacancy'>;
    readonly note: string;
  },
): Promise<Result<JournalEntry>> {
  const note = input.note.trim();
  if (note === '')
    return refuse('invalid-input', {
      zh: '请写明冲销理由及所依据的文件。',
      en: 'Say why the entry is taken back, and on which document.',
    });
  return context.unitOfWork.write(async ({ ledger }) => {
    const entries = await ledger.entries(input.contract);
    const entry = entries.find(({ id }) => id === input.entry);
    if (entry === undefined)
      return refuse('not-found', { zh: `没有分录 ${input.entry}。`, en: `There is no entry ${input.entry}.` });
    if (entry.reason !== 'vacancy')
      return refuse('conflict', {
        zh: '冲销分录不能再冲销：请重新记账。',
        en: 'A reversal can’t be reversed: post the line again.',
      });
    const earlier = entries.find(({ reverses }) => reverses === entry.id);
    if (earlier?.reason === input.reason && reversalNote(earlier.subject) === note) return done(earlier);
    if (earlier !== undefined)
      return refuse(
        'conflict',
        { zh: '该分录已冲销。', en: 'The entry has been reversed already.' },
        { reversedBy: earlier.id },
      );
    const month = monthOf(entry.effectiveDate);
    if ((await ledger.seals(input.contract)).some((seal) => seal.month === month)) return periodClosed(month);
    return ledger.append(input.contract, reversalOf(entry, { reason: input.reason, note, recordedBy: context.actor }));
  });
}
