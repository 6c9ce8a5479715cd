import { isSwapOpen, swappedDuty, type ShiftSwap } from '../../domain/rostering/shift-swap.js';
import { exchangesOf, type Exchange } from '../../planning/exchanges.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readPublishedStretch, type PublishedStretch } from './in-force.js';
import { swapMessage } from './swap-messages.js';

export interface SwapProposal {
  readonly contract: string;
  readonly worker: string;
  readonly date: CivilDate;
  readonly other: string;
  /** The colleague's duty in return; null = a gift. */
  readonly otherDate: CivilDate | null;
  readonly note: string;
}

/**
 * A member of the team proposes a swap or a gift; the colleague is told. Refuses `not-found` without such duties,
 * `conflict` when one of them is in another open proposal or isn't published, `plan-rejected` with the laws it breaks.
 */
export async function proposeSwap(context: Context, proposal: SwapProposal): Promise<Result<ShiftSwap>> {
  const { contract, worker, date, other, otherDate } = proposal;
  const dates = [date, ...(otherDate === null ? [] : [otherDate])];
  const now = context.clock.now();
  const read = await context.unitOfWork.read((repositories) =>
    readPublishedStretch(repositories, { contract, dates, today: context.clock.today() }),
  );
  if (!read.ok) return read;
  const { assignments } = read.value.roster;
  const gives = assignments.find((one) => one.worker === worker && one.date === date);
  const takes = otherDate === null ? null : assignments.find((one) => one.worker === other && one.date === otherDate);
  if (gives === undefined || takes === undefined || other === worker) return refuse('not-found', texts.noDuty);
  if ([gives, ...(takes === null ? [] : [takes])].some(({ start }) => hasBegun(start, now)))
    return refuse('conflict', texts.begun);
  const judged = judgeExchange(read.value, { worker, date, other, otherDate });
  const lawful = judged.ok ? requireLawful(judged.value) : judged;
  if (!lawful.ok) return lawful;
  const swap: ShiftSwap = {
    id: context.randomness.id(),
    ...{ worker, other, gives: swappedDuty(gives), takes: takes === null ? null : swappedDuty(takes) },
    ...{ note: proposal.note.trim(), status: 'proposed', proposedAt: now, answeredAt: null },
    ...{ decidedAt: null, decidedBy: null, reason: '', version: null },
  };
  return context.unitOfWork.write(async ({ swaps, outbox, workforce }) => {
    const open = (await swaps.list(contract)).filter(isSwapOpen);
    if (open.some((one) => concernsSame(one, swap))) return refuse('conflict', texts.promised);
    await swaps.save(contract, swap);
    const team = await workforce.workers(contract);
    await outbox.add(contract, [swapMessage(context, { swap, team, to: other, event: 'proposed' })]);
    return done(swap);
  });
}

/** One exchange on the roster in force, with the rules that it would break. Refuses `plan-rejected` when there is no such way at all. */
export function judgeExchange(
  { problem, roster }: PublishedStretch,
  exchange: Pick<SwapProposal, 'worker' | 'date' | 'other' | 'otherDate'>,
): Result<Exchange> {
  const found = exchangesOf(problem, roster, exchange).find(({ otherDate }) => otherDate === exchange.otherDate);
  return found === undefined ? refuse('plan-rejected', texts.impossible) : done(found);
}

/** Refuses `plan-rejected` with the sentences of the rules that an exchange breaks. */
export function requireLawful({ violations }: Pick<Exchange, 'violations'>): Result<null> {
  if (violations.length === 0) return done(null);
  return refuse(
    'plan-rejected',
    {
      zh: `不能这样调换：${violations.map(({ message }) => message.zh).join('')}依据：${sources(violations, 'zh')}。`,
      en: `This can’t be swapped: ${violations.map(({ message }) => message.en).join(' ')} Source: ${sources(violations, 'en')}.`,
    },
    { violations },
  );
}

function sources(violations: Exchange['violations'], language: 'zh' | 'en'): string {
  return [...new Set(violations.map(({ source }) => source[language]))].join(language === 'zh' ? '；' : '; ');
}

/** Local times of Asia/Shanghai carry their offset, so they compare as instants. */
export function hasBegun(start: string, now: string): boolean {
  return Date.parse(start) <= Date.parse(now);
}

/** The same person's same day is promised twice. */
function concernsSame(one: ShiftSwap, two: ShiftSwap): boolean {
  const cells = ({ worker, other, gives, takes }: ShiftSwap): string[] =>
    [gives, ...(takes === null ? [] : [takes])].flatMap(({ date }) => [`${worker} ${date}`, `${other} ${date}`]);
  const known = new Set(cells(one));
  return cells(two).some((cell) => known.has(cell));
}

const texts = {
  noDuty: {
    zh: '已发布的排班中没有这些班次。请刷新后再选。',
    en: 'The published roster has no such duties. Load the page again and choose anew.',
  },
  begun: { zh: '班次已经开始，不能再调换。', en: 'A duty that has begun can’t be swapped.' },
  promised: {
    zh: '其中一天已在另一项待办的换班申请里。请先等待答复或撤回那一项。',
    en: 'One of these days is in another open proposal: wait for its answer or withdraw it first.',
  },
  impossible: {
    zh: '这位同事不能承担该班次（资质、请假或当日已有班次）。请另选同事或方式。',
    en: 'This colleague can’t take the duty (qualification, leave, or a duty of their own that day). Choose somebody else or another way.',
  },
};
