import type { NewJournalEntry } from '../../domain/ledger/journal/journal.js';
import { answerEntry } from '../../domain/ledger/journal/line-answer.js';
import { lineHistories, type LineHistory } from '../../domain/ledger/journal/line-history.js';
import { reversalOf, takenBack, type Taking } from '../../domain/ledger/journal/new-entry.js';
import { openDate } from '../../domain/ledger/journal/open-date.js';
import type { Difference } from '../../domain/reconciliation/difference.js';
import { basisOf, type Outcome } from '../../domain/reconciliation/work.js';
import type { CivilDate, CivilMonth } from '../../shared/civil-date.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { appendAll } from '../month-lines/append-all.js';
import { namedItem, readReconciliation, type Reconciliation } from './reconciliation.js';

/**
 * Records what both parties decided on differences, on their document, and brings the journal along: a line of ours
 * that stands is agreed, one that the client doesn't count is withdrawn or waived. Where the client's other figure
 * holds, nothing is invented: attendance, rate or reading are corrected, and the item waits until our count gives it.
 * Of a closed month the entries count in the first open month after it, as corrections that name the day they concern.
 *
 * @returns the month compared; refusals `not-found`, `term-unconfirmed`, `outside-term`, `invalid-input` (no reason or
 * document), and `conflict` for a line that isn't posted yet.
 */
export async function decide(
  context: Context,
  input: {
    readonly contract: string;
    readonly month: CivilMonth;
    readonly differences: readonly string[];
    readonly outcome: Outcome;
    readonly reason: string;
    readonly document: string;
  },
): Promise<Result<Reconciliation>> {
  const { contract, month, outcome } = input;
  const [reason, document] = [input.reason.trim(), input.document.trim()];
  if (reason === '' || document === '')
    return refuse('invalid-input', {
      zh: '请写明理由和双方的文件。',
      en: 'Give the reason and the document of both parties.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const found = await readReconciliation(repositories, context, input);
    if (!found.ok) return found;
    const { ledger, reconciliations } = repositories;
    const { seal } = found.value.month;
    const known = seal === null ? ledger.entriesOf(contract, month) : ledger.entriesSince(contract, month);
    const histories = lineHistories(await known);
    const seals = await ledger.seals(contract);
    const author = { recordedBy: context.actor, bookedOn: (date: CivilDate) => openDate(date, seals) };
    const entries: NewJournalEntry[] = [];
    for (const key of new Set(input.differences)) {
      const item = namedItem(found.value, key);
      if (!item.ok) return item;
      const { difference } = item.value;
      const carried = carryOut(difference, histories, { outcome, reason, document, author });
      if (carried === undefined) return notPosted(key);
      entries.push(...carried);
      const body = { kind: 'decision', outcome, reason, document, basis: basisOf(difference) } as const;
      const recording = { recordedBy: context.actor, recordedAt: context.clock.now() };
      await reconciliations.addRemark({ contract, month, difference: key, body, ...recording });
    }
    if (entries.length > 0) {
      const appended = await appendAll(ledger, entries);
      if (!appended.ok) return appended;
    }
    return readReconciliation(repositories, context, input);
  });
}

interface Deciding {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly document: string;
  readonly author: Required<Pick<Taking, 'recordedBy' | 'bookedOn'>>;
}

/** The entries of a decision, none where nothing of ours stands; undefined while our line isn't posted. */
function carryOut(
  { ours, theirs }: Difference,
  histories: ReadonlyMap<string, LineHistory>,
  { outcome, reason: note, document, author }: Deciding,
): readonly NewJournalEntry[] | undefined {
  if (ours === null || (outcome === 'theirs' && theirs !== null)) return [];
  const history = histories.get(ours.id);
  if (history === undefined || history.open === null) return undefined;
  const line = { ...history, open: history.open };
  if (outcome !== 'ours') {
    const reason = outcome === 'waived' ? 'waiver' : 'withdrawal';
    return takenBack(line, { reason, note: `${note}（${document}）`, ...author });
  }
  if (line.answer?.kind === 'agreed') return [];
  const taking = { reason: 'reversal-answer-changed', ...author } as const;
  const earlier = line.answer === null ? [] : [reversalOf(line.answer.entry, taking)];
  return [...earlier, answerEntry(line, { kind: 'agreed', by: 'settlement', note, document, ...author })];
}

function notPosted(key: string): Result<never> {
  return refuse('conflict', {
    zh: `${key} 尚未记账：请先在“空岗台账”记账，再作决定。`,
    en: `${key} isn’t posted yet: post the month’s vacancies first, then decide.`,
  });
}
