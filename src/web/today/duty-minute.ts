import type { TodayDuty } from '../../adapters/http/schemas/today.js';
import { minutesPerDay } from '../../shared/interval.js';

/** Nobody is waited for longer before a duty begins. */
export const earliestBefore = 180;

/** A minute of a duty by its time of day: of a night duty, what is long before the start is the next morning. */
export function dutyMinute({ start }: Pick<TodayDuty, 'start'>, clock: number): number {
  return clock < start - earliestBefore ? clock + minutesPerDay : clock;
}
