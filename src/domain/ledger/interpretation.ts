import type { LocalText } from '../../shared/text.js';
import { assert } from '../../shared/assert.js';
import { defaultItems } from './interpretation-items.js';

/**
 * 约定口径登记: what the parties' contract leaves open, how this ledger reads it and why (V1–V26).
 * `options` are the readings that the engine can carry out; further readings that were weighed stand in `reason`.
 */
export interface InterpretationItem {
  readonly key: InterpretationKey;
  readonly question: LocalText;
  readonly options: readonly { readonly key: string; readonly text: LocalText }[];
  readonly chosen: string;
  readonly reason: LocalText;
  /** The document by which the parties agreed on the reading; null = the default, open to dispute. */
  readonly document: string | null;
}

export type InterpretationKey = `V${number}`;

export type InterpretationRegister = readonly InterpretationItem[];

/** The settings that the vacancy engine reads from the register. */
export interface VacancyReading {
  readonly isImpactRequired: boolean;
  readonly isAnyCauseUndisputed: boolean;
  readonly partialDay: 'half-day' | 'full-day' | 'minutes';
  readonly latenessMinutes: number;
  readonly isBackupFillingOnlyIfQualified: boolean;
  readonly saturdayUnits: 'half' | 'none' | 'whole';
  readonly isUnapprovedFilling: boolean;
}

/** A decision of both parties on one item, as stored among a contract's confirmations under the key `V9`. */
export interface InterpretationChoice {
  readonly key: string;
  readonly option: string;
  readonly document: string;
}

/**
 * The register in force: defaults, overridden by the parties' decisions. A decision that names no known option
 * leaves the default in place, so that an old decision can never make the ledger unreadable.
 */
export function interpretationRegister(choices: readonly InterpretationChoice[]): InterpretationRegister {
  return defaultItems.map((item) => {
    const choice = choices.findLast(
      (candidate) => candidate.key === item.key && item.options.some((option) => option.key === candidate.option),
    );
    return choice === undefined ? item : { ...item, chosen: choice.option, document: choice.document };
  });
}

/** Choices from stored confirmations: key `V9`, value `{option: 'none'}`. */
export function choicesFrom(
  confirmations: readonly {
    readonly key: string;
    readonly value: Readonly<Record<string, string>>;
    readonly document: string;
  }[],
): InterpretationChoice[] {
  return confirmations.flatMap(({ key, value, document }) =>
    /^V\d+$/u.test(key) && value['option'] !== undefined ? [{ key, option: value['option'], document }] : [],
  );
}

export function chosenOption(register: InterpretationRegister, key: InterpretationKey): string {
  const item = register.find((candidate) => candidate.key === key);
  assert(item !== undefined, `${key} is an item of the register`);
  return item.chosen;
}

export function vacancyReading(register: InterpretationRegister): VacancyReading {
  return {
    isImpactRequired: chosenOption(register, 'V4') === 'required',
    isAnyCauseUndisputed: chosenOption(register, 'V5') === 'any-uncovered',
    partialDay: chosenOption(register, 'V6') as VacancyReading['partialDay'],
    latenessMinutes: Number(chosenOption(register, 'V7')),
    isBackupFillingOnlyIfQualified: chosenOption(register, 'V8') === 'if-qualified',
    saturdayUnits: chosenOption(register, 'V9') as VacancyReading['saturdayUnits'],
    isUnapprovedFilling: chosenOption(register, 'V13') === 'filled',
  };
}
