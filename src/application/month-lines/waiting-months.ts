import type { WaitingMonth } from '../../domain/ledger/journal/waiting-month.js';
import type { Context } from '../context.js';

/** Where answers and the end of disputes are awaited. What wasn't answered before its month was closed isn't any more. */
export async function waitingMonths(
  context: Context,
  { contract }: { readonly contract: string },
): Promise<readonly WaitingMonth[]> {
  return context.unitOfWork.read(async ({ ledger }) => {
    const closed = new Set((await ledger.seals(contract)).map(({ month }) => month));
    const months = await ledger.waitingMonths(contract);
    return months
      .map((one) => (closed.has(one.month) ? { ...one, proposed: 0 } : one))
      .filter(({ proposed, disputed }) => proposed + disputed > 0);
  });
}
