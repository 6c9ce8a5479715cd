import type { AnswerKind } from '../../domain/ledger/journal/journal.js';
import { answerEntry } from '../../domain/ledger/journal/line-answer.js';
import { reversalOf } from '../../domain/ledger/journal/new-entry.js';
import type { CivilMonth } from '../../shared/civil-date.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { appendAll } from '../month-lines/append-all.js';
import {
  namedLines,
  readMonthLines,
  readOpenMonth,
  type LineInForce,
  type MonthLines,
} from '../month-lines/month-lines.js';

/**
 * 甲方答复: the client agrees to lines of a month or disputes them, and may answer anew while the month is open; the
 * earlier answer is taken back by an opposite entry. An answer already given in the same words is left alone.
 *
 * @returns the month as it then stands; refusals `not-found`, `period-closed`, `stale-version` (the month changed since
 * it was seen), `invalid-input` (a dispute without a reason) and `conflict` (a line settled by a document of both
 * parties).
 */
export async function answerLines(
  context: Context,
  input: {
    readonly contract: string;
    readonly month: CivilMonth;
    readonly lines: readonly string[];
    readonly answer: AnswerKind;
    readonly note: string;
    readonly expectedRevision: number;
  },
): Promise<Result<MonthLines>> {
  const note = input.note.trim();
  if (input.answer === 'disputed' && note === '')
    return refuse('invalid-input', { zh: '请写明异议的理由。', en: 'Say why you dispute the lines.' });
  return context.unitOfWork.write(async (repositories) => {
    const month = await readOpenMonth(repositories, input);
    if (!month.ok) return month;
    const lines = namedLines(month.value, input.lines);
    if (!lines.ok) return lines;
    const settled = lines.value.filter(({ answer }) => answer?.by === 'settlement');
    if (settled.length > 0) return settledAlready(settled);
    const entries = lines.value
      .filter(({ answer }) => answer?.kind !== input.answer || answer.note !== note)
      .flatMap((line) => {
        const answer = { kind: input.answer, note, by: 'client', document: null, recordedBy: context.actor } as const;
        const taking = { reason: 'reversal-answer-changed', recordedBy: context.actor } as const;
        const earlier = line.answer === null ? [] : [reversalOf(line.answer.entry, taking)];
        return [...earlier, answerEntry(line, answer)];
      });
    if (entries.length === 0) return month;
    const appended = await appendAll(repositories.ledger, entries);
    return appended.ok ? readMonthLines(repositories, input) : appended;
  });
}

function settledAlready(lines: readonly LineInForce[]): Result<never> {
  return refuse(
    'conflict',
    {
      zh: `${lines.length} 行已依双方文件了结，不能再答复：如有新情况，请由财务冲销后重新记账。`,
      en: `${lines.length} of the lines were settled by a document of both parties and can’t be answered again: finance may reverse and post them anew.`,
    },
    { lines: lines.map(({ id }) => id) },
  );
}
