import { lineHistories } from '../../domain/ledger/journal/line-history.js';
import { holdOn } from '../../domain/ledger/settlement/payment-hold.js';
import { isPaid } from '../../domain/ledger/settlement/settlement.js';
import type { InstalmentFacts } from '../../domain/papers/instalment-papers.js';
import { present } from '../../shared/assert.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { unknownInstalment } from '../settlement/prepare-instalment.js';
import { readSettlementState } from '../settlement/read-settlement.js';

/**
 * What the papers of an instalment rest on. A settled one shows its lines as they stood then, whatever became of them.
 * Refuses `not-found` and `term-unconfirmed`.
 */
export async function instalmentFacts(
  context: Context,
  { contract: key, instalment }: { readonly contract: string; readonly instalment: string },
): Promise<Result<InstalmentFacts>> {
  const found = await context.unitOfWork.read(async (repositories) => {
    const state = await readSettlementState(repositories, context, key);
    return state.ok ? done({ ...state.value, entries: await repositories.ledger.entries(key) }) : state;
  });
  if (!found.ok) return found;
  const { ledger, entries, settlement, conditions, invoices, blocks, holds } = found.value;
  const { contract } = ledger;
  const terms = contract.instalments.find((each) => each.key === instalment);
  if (terms === undefined) return unknownInstalment(instalment);
  const state = present(
    settlement.instalments.find((each) => each.key === instalment),
    instalment,
  );
  const last = state.settled?.entry.sequence ?? entries.at(-1)?.sequence ?? 0;
  const histories = lineHistories(entries.filter(({ sequence }) => sequence <= last));
  return done({
    ...{ contract, terms, state, blocks },
    hold: isPaid(state) ? undefined : holdOn(holds, instalment),
    lines: new Map([...histories].map(([id, { line }]) => [id, line])),
    conditions: conditions.filter((each) => each.instalment === instalment),
    invoices: invoices.filter((each) => each.instalment === instalment),
    version: last,
  });
}
