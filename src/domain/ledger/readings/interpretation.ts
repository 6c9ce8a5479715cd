import { monthOf, type CivilDate } from '../../../shared/civil-date.js';
import type { LocalText } from '../../../shared/text.js';
import { assert } from '../../../shared/assert.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import type { InterpretationItem, InterpretationKey } from './interpretation-item.js';
import { itemDefinitions } from './interpretation-items.js';

export type InterpretationRegister = readonly InterpretationItem[];

/** A reading that both parties agreed on, in force from a day on. */
export interface InterpretationChoice {
  readonly key: string;
  readonly option: string;
  readonly document: string;
  readonly from: CivilDate;
  /** The number of the register's version that it made: 1, 2, 3 … per contract. */
  readonly version: number;
  /** When the second party agreed. */
  readonly agreedAt: string;
}

/**
 * The register in force on a day: defaults, overridden by the parties' agreements, the later version before the
 * earlier one. An agreement that names no known option leaves the default in place, so that an old one can never make
 * the ledger unreadable.
 */
export function interpretationRegister(
  choices: readonly InterpretationChoice[],
  date: CivilDate,
): InterpretationRegister {
  const inForce = choices.filter(({ from }) => from <= date).sort((a, b) => a.version - b.version);
  return itemDefinitions.map(({ key, question, options, range, follows, standard, reason }) => {
    const decisive = follows ?? key;
    const choice = inForce.findLast(
      (candidate) => candidate.key === decisive && isReading({ options, range }, candidate.option),
    );
    return {
      ...{ key, question, options, range, follows, standard, reason },
      chosen: choice?.option ?? standard,
      document: choice?.document ?? null,
      since: choice?.from ?? null,
    };
  });
}

/** The agreements that can hold on a day: a closed month keeps the register that it was closed under. */
export function choicesOn(
  {
    choices,
    seals,
  }: {
    readonly choices: readonly InterpretationChoice[];
    readonly seals: readonly { readonly month: string; readonly recordedAt: string }[];
  },
  date: CivilDate,
): readonly InterpretationChoice[] {
  const closedAt = seals.find(({ month }) => month === monthOf(date))?.recordedAt;
  return closedAt === undefined ? choices : choices.filter(({ agreedAt }) => agreedAt <= closedAt);
}

/** The version of the register in force on a day: 0 while nothing but defaults holds. */
export function registerVersion(choices: readonly InterpretationChoice[], date: CivilDate): number {
  return Math.max(0, ...choices.filter(({ from }) => from <= date).map(({ version }) => version));
}

/** The items that a contract's own clauses raise, in the register's order. */
export function itemsConcerning(contract: ServiceContract, register: InterpretationRegister): InterpretationRegister {
  const keys = new Set(itemDefinitions.filter(({ concerns }) => concerns(contract)).map(({ key }) => key));
  return register.filter(({ key }) => keys.has(key));
}

/** Whether an item can be read so: one of its options, or a whole number of its range. */
export function isReading(item: Pick<InterpretationItem, 'options' | 'range'>, option: string): boolean {
  const { options, range } = item;
  if (options.some(({ key }) => key === option)) return true;
  return (
    range !== null && /^\d{1,6}$/u.test(option) && range.minimum <= Number(option) && Number(option) <= range.maximum
  );
}

/** A reading in words: the option's, or the number with its unit. */
export function readingText(item: Pick<InterpretationItem, 'options' | 'range'>, option: string): LocalText {
  const named = item.options.find(({ key }) => key === option)?.text;
  if (named !== undefined) return named;
  return { zh: `${option} ${item.range?.unit.zh ?? ''}`, en: `${option} ${item.range?.unit.en ?? ''}` };
}

export function chosenOption(register: InterpretationRegister, key: InterpretationKey): string {
  const item = register.find((candidate) => candidate.key === key);
  assert(item !== undefined, `${key} is an item of the register`);
  return item.chosen;
}
