import type { LocalText } from '../../../shared/text.js';
import type { DeductionRule, ServiceContract } from '../../contract/service-contract.js';
import type { CivilDate } from '../../../shared/civil-date.js';

/**
 * 约定口径登记: what the parties' contract leaves open, how this ledger reads it and why (V1–V26 for vacancies, M1–M24
 * for the other money rules). `options` are the readings that the engine can carry out; further readings that were
 * weighed stand in `reason`.
 */
export interface InterpretationItem {
  readonly key: InterpretationKey;
  readonly question: LocalText;
  readonly options: readonly InterpretationOption[];
  /** Where any whole number of a range can be agreed on, such as minutes; `options` are then the usual ones. */
  readonly range: OptionRange | null;
  /** The item that decides this one: count basis and divisor are one setting. */
  readonly follows: InterpretationKey | null;
  readonly standard: string;
  readonly chosen: string;
  readonly reason: LocalText;
  /** The document by which the parties agreed on the reading; null = the default, open to dispute. */
  readonly document: string | null;
  /** The first day of the reading in force; null = the default. */
  readonly since: CivilDate | null;
}

export interface InterpretationOption {
  readonly key: string;
  readonly text: LocalText;
}

export interface OptionRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: LocalText;
}

export type InterpretationKey = `V${number}` | `M${number}`;

/** An item before anybody has agreed on a reading, and the contracts that it concerns. */
export interface ItemDefinition extends Omit<InterpretationItem, 'chosen' | 'document' | 'since'> {
  readonly concerns: (contract: ServiceContract) => boolean;
}

type Words = readonly [zh: string, en: string];

function words([zh, en]: Words): LocalText {
  return { zh, en };
}

interface Further {
  readonly concerns?: ItemDefinition['concerns'];
  readonly range?: { readonly minimum: number; readonly maximum: number; readonly unit: Words };
  readonly follows?: InterpretationKey;
}

/** One item; the first option is the default. Without a condition it concerns every contract. */
export function item(
  key: InterpretationKey,
  question: Words,
  options: readonly (readonly [key: string, ...Words])[],
  reason: Words,
  { concerns = () => true, range, follows }: Further = {},
): ItemDefinition {
  return {
    key,
    question: words(question),
    options: options.map(([option, zh, en]) => ({ key: option, text: { zh, en } })),
    range: range === undefined ? null : { ...range, unit: words(range.unit) },
    follows: follows ?? null,
    standard: options[0]?.[0] ?? '',
    reason: words(reason),
    concerns,
  };
}

/** Contracts that have a deduction of one of these families. */
export function having(...families: readonly DeductionRule['family'][]) {
  return (contract: ServiceContract): boolean => contract.deductions.some(({ family }) => families.includes(family));
}
