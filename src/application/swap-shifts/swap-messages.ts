import type { ShiftSwap, SwappedDuty } from '../../domain/rostering/shift-swap.js';
import type { Worker } from '../../domain/workforce/worker.js';
import type { Context } from '../context.js';
import type { OutboxMessage } from '../ports/index.js';

type SwapEvent = 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'approved' | 'rejected';

const titles: Readonly<Record<SwapEvent, string>> = {
  proposed: '同事想与您换班',
  accepted: '同事已同意换班，等待项目经理批准',
  declined: '同事不同意换班',
  withdrawn: '换班申请已撤回',
  approved: '换班已批准',
  rejected: '换班未批准',
};

/** Told to one of the two, in Chinese, the language of the teams: what they give, what they get, and the reason. */
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
    body: [
      `${giver} ${dutyText(swap.gives)} → ${taker}`,
      ...(swap.takes === null ? [] : [`${taker} ${dutyText(swap.takes)} → ${giver}`]),
      ...(event === 'proposed' && swap.note !== '' ? [swap.note] : []),
      ...(swap.reason === '' ? [] : [swap.reason]),
    ].join('\n'),
    createdAt: clock.now(),
    sentAt: null,
  };
}

function dutyText({ date, start, end }: SwappedDuty): string {
  const isOvernight = end.slice(0, 10) > start.slice(0, 10);
  return `${date} ${start.slice(11, 16)}–${isOvernight ? '次日' : ''}${end.slice(11, 16)}`;
}
