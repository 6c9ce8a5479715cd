import type { DifferenceItem, Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';

/** Which items a reader looks at: what is to be settled, what both decided, where both counted the same. */
export const shownKinds = ['todo', 'decided', 'agreed', 'all'] as const;
export type Shown = (typeof shownKinds)[number];

export function isShown({ state }: DifferenceItem, shown: Shown): boolean {
  if (shown === 'all' || state === shown) return true;
  return shown === 'todo' && state !== 'agreed' && state !== 'decided';
}

/** The total of a side in money; null where lines stand there and none of them has an amount. */
export function statedTotal(month: Reconciliation, side: 'ours' | 'theirs'): number | null {
  const total = month[side];
  if (total === null || total.lines === 0) return total?.amountFen ?? null;
  return month.differences.some((one) => typeof one[side]?.amountFen === 'number') ? total.amountFen : null;
}
