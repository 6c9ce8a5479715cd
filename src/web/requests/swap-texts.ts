import type { SwapDuty } from '../../adapters/http/schemas/swaps.js';
import { useLanguage } from '../messages/language.js';

/** `5月11日 周一 08:30–17:30`. */
export function useDutyText(): (duty: SwapDuty) => string {
  const { m, dayMonth, weekdayName } = useLanguage();
  return ({ date, start, end }) => {
    const until = end.slice(11, 16);
    const last = end.slice(0, 10) > start.slice(0, 10) ? m.mine.nextDay(until) : until;
    return `${dayMonth(date)} ${weekdayName(date)} ${start.slice(11, 16)}–${last}`;
  };
}

export const swapTones = {
  proposed: 'badge caution',
  accepted: 'badge accent',
  declined: 'badge short',
  withdrawn: 'badge',
  approved: 'badge ok',
  rejected: 'badge short',
} as const;
