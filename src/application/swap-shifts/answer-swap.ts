import { isSwapOpen, type ShiftSwap } from '../../domain/rostering/shift-swap.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { hasBegun } from './propose-swap.js';
import { swapMessage } from './swap-messages.js';

export interface SwapAnswer {
  readonly contract: string;
  readonly id: string;
  /** Who answers or withdraws. */
  readonly worker: string;
}

/** The colleague agrees or declines. Refuses `not-found`, and `conflict` when it is answered or a duty has begun. */
export async function answerSwap(
  context: Context,
  { contract, id, worker, isAccepted }: SwapAnswer & { readonly isAccepted: boolean },
): Promise<Result<ShiftSwap>> {
  return context.unitOfWork.write(async ({ swaps, outbox, workforce }) => {
    const swap = await swaps.find(contract, id);
    if (swap?.other !== worker) return refuse('not-found', swapTexts.unknown);
    const now = context.clock.now();
    if (swap.status !== 'proposed' || (isAccepted && hasBegun(firstStart(swap), now)))
      return refuse('conflict', swapTexts.settled);
    const answered: ShiftSwap = { ...swap, status: isAccepted ? 'accepted' : 'declined', answeredAt: now };
    await swaps.save(contract, answered);
    const team = await workforce.workers(contract);
    const event = isAccepted ? 'accepted' : 'declined';
    await outbox.add(contract, [swapMessage(context, { swap: answered, team, to: swap.worker, event })]);
    return done(answered);
  });
}

/** Whoever proposed it takes it back before it is decided; the colleague is told. Refuses `not-found` and `conflict`. */
export async function withdrawSwap(context: Context, { contract, id, worker }: SwapAnswer): Promise<Result<null>> {
  return context.unitOfWork.write(async ({ swaps, outbox, workforce }) => {
    const swap = await swaps.find(contract, id);
    if (swap?.worker !== worker) return refuse('not-found', swapTexts.unknown);
    if (!isSwapOpen(swap)) return refuse('conflict', swapTexts.settled);
    await swaps.save(contract, { ...swap, status: 'withdrawn' });
    const team = await workforce.workers(contract);
    await outbox.add(contract, [swapMessage(context, { swap, team, to: swap.other, event: 'withdrawn' })]);
    return done(null);
  });
}

function firstStart({ gives, takes }: ShiftSwap): string {
  return [gives.start, ...(takes === null ? [] : [takes.start])].sort()[0] ?? gives.start;
}

export const swapTexts = {
  unknown: { zh: '没有这项换班申请。请刷新后再看。', en: 'There is no such proposal. Load the page again.' },
  settled: {
    zh: '这项换班申请已经有了结果，或班次已经开始，不能再答复。',
    en: 'This proposal is settled, or a duty of it has begun: it can’t be answered any more.',
  },
};
