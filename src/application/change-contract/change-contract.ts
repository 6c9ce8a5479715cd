import type { ContractChange } from '../../domain/contract/contract-change.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { followUp } from '../incidents/contract-ledger.js';
import type { Repositories } from '../ports/index.js';
import { retellFeeds } from './retell-feeds.js';
import {
  proposedChange,
  readHistory,
  undoingChange,
  type ContractHistory,
  type NewChange,
  type Proposal,
} from './proposed-change.js';

/** On what a change rests. */
interface Source {
  readonly document: string;
  readonly note: string;
  /** How many changes the asker has seen. */
  readonly expectedRevision: number;
}

/**
 * Changes one thing of a contract from a day on. What held before stays on file, and in every day before; incidents of
 * open months that now cost something else are posted anew with it, and calendars are told what they may show.
 * Refusals: `not-found`, `stale-version` when somebody has changed the contract since, `outside-term`,
 * `period-closed`, `conflict` when an incident would lose its rule, `invalid-input`.
 */
export function changeContract(context: Context, input: Proposal & Source): Promise<Result<ContractChange>> {
  const { document, note, expectedRevision, ...proposal } = input;
  return save(context, { contract: input.contract, document, note, expectedRevision }, (history) =>
    proposedChange(history, proposal),
  );
}

/** Takes a change back by a new one. Refusals as for {@link changeContract}. */
export function undoChange(
  context: Context,
  { number, ...input }: Source & { readonly contract: string; readonly number: number },
): Promise<Result<ContractChange>> {
  return save(context, input, (history) => undoingChange(history, number));
}

async function save(
  context: Context,
  { contract, document, note, expectedRevision }: Source & { readonly contract: string },
  make: (history: ContractHistory) => Result<NewChange>,
): Promise<Result<ContractChange>> {
  return context.unitOfWork.write(async (repositories: Repositories) => {
    const history = await readHistory(repositories, contract);
    if (!history.ok) return history;
    if (history.value.changes.length !== expectedRevision) return stale;
    const made = make(history.value);
    if (!made.ok) return made;
    const change: ContractChange = {
      ...made.value,
      document: document.trim(),
      note: note.trim(),
      changedBy: context.actor,
      changedAt: context.clock.now(),
    };
    await repositories.contracts.addChange(change);
    if (change.part === 'feed') await retellFeeds(context, repositories, change);
    const followed = await followUp(repositories, contract, context.actor);
    return followed.ok ? done(change) : followed;
  });
}

const stale: Result<never> = refuse('stale-version', {
  zh: '合同刚被他人改动过。请重新载入后再改。',
  en: 'Somebody has just changed the contract. Load it again, then make your change.',
});
