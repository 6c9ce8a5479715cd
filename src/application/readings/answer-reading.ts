import { interpretationRegister } from '../../domain/ledger/readings/interpretation.js';
import { consented, isOpen, type Party, type Reading } from '../../domain/ledger/readings/reading.js';
import { present } from '../../shared/assert.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { followUp } from '../incidents/contract-ledger.js';
import { readingView, type ReadingView } from './list-readings.js';

interface Answer {
  readonly contract: string;
  readonly number: number;
  readonly party: Party;
}

/**
 * A party agrees to a reading on its own document; the second consent makes it the register's next version, and incidents
 * of open months are posted anew where it changes what they cost. Agreeing again is agreeing once. Refuses `not-found`, and `conflict` for a proposal that was withdrawn.
 */
export async function agreeToReading(
  context: Context,
  input: Answer & { readonly document: string },
): Promise<Result<ReadingView>> {
  return context.unitOfWork.write(async (repositories) => {
    const { all, reading } = await readingOf(repositories, input);
    if (reading === undefined) return unknownReading(input);
    if (reading[input.party] !== null) return done(shown(reading));
    if (!isOpen(reading)) return closed(reading);
    const consent = { by: context.actor, at: context.clock.now(), document: input.document.trim(), party: input.party };
    const agreed = consented(reading, consent, Math.max(0, ...all.map(({ version }) => version ?? 0)));
    await repositories.readings.save(agreed);
    const followed = await followUp(repositories, input.contract, context.actor);
    return followed.ok ? done(shown(agreed)) : followed;
  });
}

/** The party that proposed a reading takes it back while it waits. Refuses `not-found` and `conflict`. */
export async function withdrawReading(context: Context, input: Answer): Promise<Result<ReadingView>> {
  return context.unitOfWork.write(async (repositories) => {
    const { reading } = await readingOf(repositories, input);
    if (reading === undefined) return unknownReading(input);
    if (!isOpen(reading)) return closed(reading);
    if (reading.proposedBy !== input.party) {
      return refuse('conflict', {
        zh: '只有提出方可以撤回提议；不同意的，请另行提出。',
        en: 'Only the party that proposed a reading can withdraw it; to disagree, leave it unanswered.',
      });
    }
    const withdrawn = { ...reading, withdrawnAt: context.clock.now() };
    await repositories.readings.save(withdrawn);
    return done(shown(withdrawn));
  });
}

async function readingOf(
  { readings }: Repositories,
  { contract, number }: Answer,
): Promise<{ readonly all: readonly Reading[]; readonly reading: Reading | undefined }> {
  const all = await readings.list(contract);
  return { all, reading: all.find((reading) => reading.number === number) };
}

function shown(reading: Reading): ReadingView {
  const register = interpretationRegister([], reading.from);
  const item = register.find(({ key }) => key === reading.item);
  return readingView(reading, present(item, reading.item));
}

function unknownReading({ number }: Answer): Result<never> {
  return refuse('not-found', { zh: `没有第 ${number} 号提议。`, en: `There is no proposal ${number}.` });
}

function closed(reading: Reading): Result<never> {
  return reading.withdrawnAt === null
    ? refuse('conflict', {
        zh: `第 ${reading.number} 号口径双方已确认（第 ${reading.version ?? 0} 版）：如需变更，请另行提议。`,
        en: `Both parties have agreed to reading ${reading.number} (version ${reading.version ?? 0}): propose another one to change it.`,
      })
    : refuse('conflict', {
        zh: `第 ${reading.number} 号提议已撤回。`,
        en: `Proposal ${reading.number} was withdrawn.`,
      });
}
