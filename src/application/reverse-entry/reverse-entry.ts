import type { JournalEntry, ReasonCode, ReversalReason } from '../../domain/ledger/journal/journal.js';
import { lineHistories } from '../../domain/ledger/journal/line-history.js';
import { reversalNote } from '../../domain/ledger/journal/line-record.js';
import { takenBack } from '../../domain/ledger/journal/new-entry.js';
import { openDate } from '../../domain/ledger/journal/open-date.js';
import { readPayment, readSettlement } from '../../domain/ledger/settlement/settlement-record.js';
import { monthOf, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { appendAll } from '../month-lines/append-all.js';
import type { LedgerRepository } from '../ports/index.js';

/** Deductions of incidents are taken back with their incident, or waived in a dispute. */
const reversible: ReadonlySet<ReasonCode> = new Set(['vacancy', 'settlement', 'payment']);

/**
 * Takes one posting back, and before it the answer that it was given. A `waiver` stays: the line isn't posted again
 * while its facts stand; any other reason lets the next posting bring it back if the facts still say so. The note
 * stands in the journal, beside the reason. Of a closed month the reversal counts in the first open month after it.
 *
 * @returns the reversal (the first one when repeated); refusals `not-found`, `invalid-input` (no note), `conflict` (not a
 * posting of a line, reversed already for another reason, or no line and waived).
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
    if (!reversible.has(entry.reason))
      return refuse('conflict', {
        zh: '冲销和答复不能再冲销：冲销的请重新记账，答复的请重新答复，事件的请撤销事件。',
        en: 'A reversal or an answer can’t be reversed: post the line again, answer it anew, or strike its incident off.',
      });
    if (input.reason === 'waiver' && entry.reason !== 'vacancy')
      return refuse('conflict', {
        zh: '结算和付款不能免除：请选择其他冲销原因。',
        en: 'A settlement or payment can’t be waived: choose another reason.',
      });
    const earlier = await ledger.findByKey(input.contract, `reversal:${entry.id}`);
    if (earlier?.reason === input.reason && reversalNote(earlier.subject) === note) return done(earlier);
    if (earlier !== undefined)
      return refuse(
        'conflict',
        { zh: '该分录已冲销。', en: 'The entry has been reversed already.' },
        { reversedBy: earlier.id },
      );
    if (entry.reason === 'settlement' && (await isPaid(ledger, entry)))
      return refuse('conflict', {
        zh: '该笔结算已有付款：请先冲销付款。',
        en: 'The settlement has payments: reverse those first.',
      });
    // What was answered to it after its month was closed counts in a later one.
    const entries = await ledger.entriesSince(input.contract, monthOf(entry.effectiveDate));
    const line = [...lineHistories(entries).values()].find(({ open }) => open?.id === entry.id);
    const seals = await ledger.seals(input.contract);
    const bookedOn = (date: CivilDate) => openDate(date, seals);
    const taking = { reason: input.reason, note, recordedBy: context.actor, bookedOn };
    const appended = await appendAll(ledger, takenBack({ open: entry, answer: line?.answer ?? null }, taking));
    return appended.ok ? done(appended.value.last) : appended;
  });
}

async function isPaid(ledger: LedgerRepository, { contract, subject }: JournalEntry): Promise<boolean> {
  const { instalment } = readSettlement(subject);
  const entries = await ledger.entriesBesideVacancies(contract);
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  return entries.some(
    (entry) =>
      entry.reason === 'payment' && !reversed.has(entry.id) && readPayment(entry.subject).instalment === instalment,
  );
}
