import { lateCorrections, type LateCorrection } from '../../domain/ledger/journal/late-correction.js';
import { lineHistories, type LineHistory } from '../../domain/ledger/journal/line-history.js';
import type { JournalEntry, PeriodSeal } from '../../domain/ledger/journal/journal.js';
import { monthOf, type CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';

/** A month's lines as the journal has them, each in its phase. */
export interface MonthLines {
  readonly contract: string;
  readonly month: CivilMonth;
  /** Sequence of the last entry about its lines, 0 without one: whoever answers names what they saw. */
  readonly revision: number;
  readonly seal: PeriodSeal | null;
  /** Of a closed month as they now stand, later corrections among their entries. */
  readonly lines: readonly LineHistory[];
  /** What counts in this month and concerns a closed one. */
  readonly corrections: readonly LateCorrection[];
}

/** The lines that were posted for a month, with phase and history. Refuses `not-found`. */
export async function monthLines(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<MonthLines>> {
  return context.unitOfWork.read((repositories) => readMonthLines(repositories, input));
}

export async function readMonthLines(
  { contracts, ledger }: Repositories,
  { contract, month }: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<MonthLines>> {
  if ((await contracts.find(contract)) === undefined)
    return refuse('not-found', { zh: `没有合同 ${contract}。`, en: `There is no contract ${contract}.` });
  const seal = (await ledger.seals(contract)).find((each) => each.month === month) ?? null;
  const entries = await (seal === null ? ledger.entriesOf(contract, month) : ledger.entriesSince(contract, month));
  const isBooked = ({ effectiveDate }: JournalEntry) => monthOf(effectiveDate) === month;
  const lines = [...lineHistories(entries).values()].filter((line) => line.entries.some(isBooked));
  return done({
    contract,
    month,
    revision: Math.max(0, ...lines.flatMap((line) => line.entries.map(({ sequence }) => sequence))),
    seal,
    lines,
    corrections: lateCorrections(entries.filter(isBooked)),
  });
}

/** A month whose lines the client is about to answer: open, and as they saw it. */
export async function readOpenMonth(repositories: Repositories, input: SeenMonth): Promise<Result<MonthLines>> {
  const month = await readSeenMonth(repositories, input);
  if (!month.ok || month.value.seal === null) return month;
  return refuse('period-closed', {
    zh: `${input.month} 已封账，答复不能再改：请向财务提出，由其记入未封账的月份。`,
    en: `${input.month} is closed and its answers stand: bring it to finance, who records it in an open month.`,
  });
}

interface SeenMonth {
  readonly contract: string;
  readonly month: CivilMonth;
  readonly expectedRevision: number;
}

/** A month, closed or not, as somebody saw it; refuses `stale-version` once it has changed. */
export async function readSeenMonth(repositories: Repositories, input: SeenMonth): Promise<Result<MonthLines>> {
  const month = await readMonthLines(repositories, input);
  if (!month.ok) return month;
  if (month.value.revision !== input.expectedRevision)
    return refuse(
      'stale-version',
      {
        zh: '您查看之后，本月明细有了变化：请刷新、核对后再答复。',
        en: 'The lines of the month have changed since you saw them: reload, check and answer again.',
      },
      { revision: month.value.revision },
    );
  return month;
}

/** The named lines of a month; refuses `not-found` with the ids that aren't in force. */
export function namedLines(month: MonthLines, ids: readonly string[]): Result<readonly LineInForce[]> {
  const wanted = new Set(ids);
  const found = month.lines.filter((line): line is LineInForce => wanted.has(line.id) && line.open !== null);
  if (found.length === wanted.size) return done(found);
  const missing = [...wanted].filter((id) => !found.some((line) => line.id === id));
  return refuse(
    'not-found',
    {
      zh: `以下明细不在 ${month.month} 的台账中或已冲销：${missing.slice(0, 5).join('、')}。请刷新后重选。`,
      en: `These lines aren’t in force in the journal of ${month.month}: ${missing.slice(0, 5).join(', ')}. Reload and choose again.`,
    },
    { lines: missing },
  );
}

export type LineInForce = LineHistory & { readonly open: NonNullable<LineHistory['open']> };
