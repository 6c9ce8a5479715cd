import { timeText } from '../../domain/rostering/feed-description.js';
import type { ShiftSwap, SwappedDuty } from '../../domain/rostering/shift-swap.js';
import type { Worker } from '../../domain/workforce/worker.js';
import { inBoth, type Language, type LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';
import type { OutboxMessage } from '../ports/index.js';

type SwapEvent = 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'approved' | 'rejected';

const titles: Readonly<Record<SwapEvent, LocalText>> = {
  proposed: { zh: '同事想与您换班', en: 'A colleague asks you to swap' },
  accepted: { zh: '同事已同意换班，等待项目经理批准', en: 'Your colleague agrees; the manager has to approve' },
  declined: { zh: '同事不同意换班', en: 'Your colleague does not agree to the swap' },
  withdrawn: { zh: '换班申请已撤回', en: 'The swap was withdrawn' },
  approved: { zh: '换班已批准', en: 'Swap approved' },
  rejected: { zh: '换班未批准', en: 'Swap not approved' },
};

/** Told to one of the two: what they give, what they get, and the reason. */
export function swapMessage(
  { randomness, clock }: Pick<Context, 'randomness' | 'clock'>,
  {
    swap,
    team,
    to,
    event,
  }: {
    readonly swap: ShiftSwap;
    readonly team: readonly Worker[];
    readonly to: string;
    readonly event: SwapEvent;
  },
): OutboxMessage {
  const nameOf = (code: string) => team.find((worker) => worker.code === code)?.name ?? code;
  const [giver, taker] = [nameOf(swap.worker), nameOf(swap.other)];
  return {
    id: randomness.id(),
    worker: to,
    kind: 'shift-swap',
    title: titles[event],
    body: inBoth((language) =>
      [
        `${giver} ${dutyText(swap.gives, language)} → ${taker}`,
        ...(swap.takes === null ? [] : [`${taker} ${dutyText(swap.takes, language)} → ${giver}`]),
        ...(event === 'proposed' && swap.note !== '' ? [swap.note] : []),
        ...(swap.reason === '' ? [] : [swap.reason]),
      ].join('\n'),
    ),
    createdAt: clock.now(),
    sentAt: null,
    readAt: null,
  };
}

function dutyText(duty: SwappedDuty, language: Language): string {
  return `${duty.date} ${timeText(duty, language)}`;
}
