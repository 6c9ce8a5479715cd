import type { PeriodSeal } from '../../domain/ledger/journal/journal.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { LedgerRepository } from '../ports/index.js';

/**
 * A closed month with the hash that the journal's chain had reached: a party that noted it down can tell whether
 * anything before it was changed. null while the journal was empty.
 */
export interface SealedMonth extends PeriodSeal {
  readonly hash: string | null;
}

export async function sealedMonths(
  context: Context,
  input: { readonly contract: string },
): Promise<Result<readonly SealedMonth[]>> {
  return context.unitOfWork.read(async ({ ledger }) =>
    done(await withHashes(ledger, input.contract, await ledger.seals(input.contract))),
  );
}

/** The seals of one contract, each with its hash. */
export async function withHashes(
  ledger: LedgerRepository,
  contract: string,
  seals: readonly PeriodSeal[],
): Promise<SealedMonth[]> {
  const entries = await ledger.entriesAt(
    contract,
    seals.map(({ lastSequence }) => lastSequence),
  );
  const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]));
  return seals.map((seal) => ({ ...seal, hash: hashes.get(seal.lastSequence) ?? null }));
}
