import type { LocalText } from '../../shared/text.js';
import type { DeductionRule, ServiceContract } from '../contract/service-contract.js';
import type { InterpretationKey, ItemDefinition } from './interpretation.js';

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
