import type { JournalEntry, ReversalReason } from '../../domain/ledger/journal.js';
import { lineHistories } from '../../domain/ledger/line-history.js';
import { reversalNote } from '../../domain/ledger/line-record.js';
import { takenBack } from '../../domain/ledger/new-entry.js';
import { monthOf } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { appendAll } from '../month-lines/append-all.js';
import { periodClosed } from '../post-vacancies/post-vacancies.js';

/**
 * Takes one posting back, and before it the answer that it was given. A `waiver` stays: the line isn't posted again
 * while its facts stand; any other reason lets the next posting bring it back if the facts still say so. The note
 * stands in the journal, beside the reason.
 *
 * @returns the reversal (the first one when repeated); refusals `not-found`, `invalid-input` (no note), `conflict` (not a
 * posting of a line, or reversed already for another reason) and `period-closed`.
 */
export async function reverseEntry(
  context: Context,
  input: {
    readonly contract: string;
    readonly entry: string;
    readonly reason: ReversalReason;
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
    const entry = await ledger.find(input.contract, input.entry);
    if (entry === undefined)
      return refuse('not-found', { zh: `没有分录 ${input.entry}。`, en: `There is no entry ${input.entry}.` });
    if (entry.reason !== 'vacancy')
      return refuse('conflict', {
        zh: '只有记账分录可以冲销：冲销的请重新记账，答复的请重新答复。',
        en: 'Only the posting of a line can be reversed: post a reversed line again, answer an answered one anew.',
      });
    const month = monthOf(entry.effectiveDate);
    const entries = await ledger.entriesOf(input.contract, month);
    const earlier = entries.find(({ reverses }) => reverses === entry.id);
    if (earlier?.reason === input.reason && reversalNote(earlier.subject) === note) return done(earlier);
    if (earlier !== undefined)
      return refuse(
        'conflict',
        { zh: '该分录已冲销。', en: 'The entry has been reversed already.' },
        { reversedBy: earlier.id },
      );
    if ((await ledger.seals(input.contract)).some((seal) => seal.month === month)) return periodClosed(month);
    const line = [...lineHistories(entries).values()].find(({ open }) => open?.id === entry.id);
    const taking = { reason: input.reason, note, recordedBy: context.actor };
    const appended = await appendAll(ledger, takenBack({ open: entry, answer: line?.answer ?? null }, taking));
    return appended.ok ? done(appended.value.last) : appended;
  });
}
