import { areAlike, inputDigests, type InputDigests, type InputSeal } from '../../domain/ledger/journal/input-seal.js';
import { firstOfMonth, lastOfMonth, monthOf, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';
import type { Repositories } from '../ports/index.js';

type Sources = Pick<Repositories, 'attendance' | 'ledger'>;

/** The seal of what a month that is being closed rests on. */
export function firstSeal(
  { contract, month, recordedAt }: Pick<InputSeal, 'contract' | 'month' | 'recordedAt'>,
  inputs: Parameters<typeof inputDigests>[1],
): InputSeal {
  return { contract, month, ordinal: 1, ...inputDigests(month, inputs), recordedAt };
}

/**
 * Makes a change of attendance or rates, and seals the closed months among its days anew. A month that didn't fit its
 * seal before the change keeps it, so that `verify` goes on naming what was changed past the program.
 */
export async function changingInputs(
  repositories: Sources,
  { contract, from, to, recordedAt }: ChangedDays,
  change: () => Promise<void>,
): Promise<void> {
  const { ledger } = repositories;
  const touched = (await ledger.seals(contract)).filter(({ month }) => monthOf(from) <= month && month <= monthOf(to));
  const latest =
    touched.length === 0 ? new Map<CivilMonth, InputSeal>() : latestSeals(await ledger.inputSeals(contract));
  const sound: CivilMonth[] = [];
  for (const { month } of touched) {
    const seal = latest.get(month);
    if (seal === undefined || areAlike(seal, await currentDigests(repositories, contract, month))) sound.push(month);
  }
  await change();
  for (const month of sound) {
    const digests = await currentDigests(repositories, contract, month);
    const seal = latest.get(month);
    if (seal !== undefined && areAlike(seal, digests)) continue;
    await ledger.saveInputSeal({ contract, month, ordinal: (seal?.ordinal ?? 0) + 1, ...digests, recordedAt });
  }
}

interface ChangedDays {
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly recordedAt: string;
}

/** The seal in force of each month that has one. */
export function latestSeals(seals: readonly InputSeal[]): ReadonlyMap<CivilMonth, InputSeal> {
  return new Map(seals.toSorted((a, b) => a.ordinal - b.ordinal).map((seal) => [seal.month, seal]));
}

/** The digests of what is on file now. */
export async function currentDigests(
  { attendance, ledger }: Sources,
  contract: string,
  month: CivilMonth,
): Promise<InputDigests> {
  return inputDigests(month, {
    presence: await attendance.presence(contract, { from: firstOfMonth(month), to: lastOfMonth(month) }),
    rates: await ledger.rates(contract),
  });
}
