import type { NewJournalEntry } from '../../domain/ledger/journal/journal.js';
import { answerEntry } from '../../domain/ledger/journal/line-answer.js';
import { reversalOf, takenBack, type Taking } from '../../domain/ledger/journal/new-entry.js';
import { openDate } from '../../domain/ledger/journal/open-date.js';
import type { CivilDate, CivilMonth } from '../../shared/civil-date.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { appendAll } from '../month-lines/append-all.js';
import {
  namedLines,
  readMonthLines,
  readSeenMonth,
  type LineInForce,
  type MonthLines,
} from '../month-lines/month-lines.js';
import type { SettlementOutcome } from '../month-lines/view.js';

interface Settling {
  readonly outcome: SettlementOutcome;
  readonly note: string;
  readonly document: string;
}

/**
 * Ends disputes of a month's lines, on a document of both parties. An accepted line is agreed; a withdrawn or waived
 * one is taken back and stays out while its facts stand. Of a closed month the end counts in the first open month after it.
 *
 * @returns the month as it then stands; refusals `not-found`, `stale-version`, `invalid-input` (no
 * reason or document) and `conflict` (a line that isn't disputed).
 */
export async function settleDisputes(
  context: Context,
  input: Settling & {
    readonly contract: string;
    readonly month: CivilMonth;
    readonly lines: readonly string[];
    readonly expectedRevision: number;
  },
): Promise<Result<MonthLines>> {
  const settling = { outcome: input.outcome, note: input.note.trim(), document: input.document.trim() };
  if (settling.note === '' || settling.document === '')
    return refuse('invalid-input', {
      zh: '请写明了结的理由和双方的文件。',
      en: 'Give the reason for the settlement and the document of both parties.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const month = await readSeenMonth(repositories, input);
    if (!month.ok) return month;
    const lines = namedLines(month.value, input.lines);
    if (!lines.ok) return lines;
    const calm = lines.value.filter(({ phase }) => phase !== 'disputed');
    if (calm.length > 0)
      return refuse(
        'conflict',
        {
          zh: `${calm.length} 行没有异议，无可了结：请只选有异议的明细。`,
          en: `${calm.length} of the lines aren’t disputed: choose disputed ones only.`,
        },
        { lines: calm.map(({ id }) => id) },
      );
    const seals = await repositories.ledger.seals(input.contract);
    const author = { recordedBy: context.actor, bookedOn: (date: CivilDate) => openDate(date, seals) };
    const entries = lines.value.flatMap((line) => settled(line, settling, author));
    const appended = await appendAll(repositories.ledger, entries);
    return appended.ok ? readMonthLines(repositories, input) : appended;
  });
}

function settled(
  line: LineInForce,
  { outcome, note, document }: Settling,
  author: Required<Pick<Taking, 'recordedBy' | 'bookedOn'>>,
): NewJournalEntry[] {
  if (outcome !== 'accept') {
    const reason = outcome === 'waive' ? 'waiver' : 'withdrawal';
    return takenBack(line, { reason, note: `${note}（${document}）`, ...author });
  }
  const dispute = line.answer === null ? [] : [line.answer.entry];
  return [
    ...dispute.map((entry) => reversalOf(entry, { reason: 'reversal-answer-changed', ...author })),
    answerEntry(line, { kind: 'agreed', by: 'settlement', note, document, ...author }),
  ];
}
