import type { Exchange } from '../../planning/exchanges.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { priceAbsence, type AbsencePrice } from '../price-absence/price-absence.js';
import { swapTexts } from './answer-swap.js';
import { judgeSwap } from './decide-swap.js';

/** What approving a swap would mean: the rules, the planner's yuan, and the vacancies by the clause. */
export interface SwapEffect extends Pick<Exchange, 'cost' | 'violations'> {
  readonly price: AbsencePrice;
}

/** Refuses `not-found`, and `conflict` when its duties have changed. */
export async function swapEffect(
  context: Context,
  { contract, id }: { readonly contract: string; readonly id: string },
): Promise<Result<SwapEffect>> {
  const swap = await context.unitOfWork.read(({ swaps }) => swaps.find(contract, id));
  if (swap === undefined) return refuse('not-found', swapTexts.unknown);
  const judged = await judgeSwap(context, contract, swap);
  if (!judged.ok) return judged;
  const { exchange } = judged.value;
  const price = await priceAbsence(context, {
    contract,
    request: {
      ...{ kind: 'swap', worker: swap.worker, date: swap.gives.date, other: swap.other },
      // A gift has no duty in return: the colleague is free on the day itself.
      otherDate: swap.takes?.date ?? swap.gives.date,
    },
  });
  if (!price.ok) return price;
  return done({ ...exchange, price: price.value });
}
