import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Wish } from '../../adapters/http/schemas/wishes.js';
import { useLanguage } from '../messages/language.js';

/** `5月11日 周一 休息`. */
export function useWishText({ shifts }: ContractDetail['document']): (wish: Wish) => string {
  const { m, dayMonth, weekdayName, local } = useLanguage();
  return ({ date, shift }) => {
    const name = shifts.find(({ key }) => key === shift)?.name;
    const what = shift === null ? m.wishes.dayOff : m.wishes.shift(name === undefined ? shift : local(name));
    return `${dayMonth(date)} ${weekdayName(date)} ${what}`;
  };
}

export const wishTones = { open: 'badge caution', granted: 'badge ok', refused: 'badge short' } as const;
