import { effectiveTerm } from '../../domain/contract/findings.js';
import {
  interpretationRegister,
  itemsConcerning,
  readingText,
  registerVersion,
} from '../../domain/ledger/readings/interpretation.js';
import type { InterpretationItem } from '../../domain/ledger/readings/interpretation-item.js';
import { choicesFrom, isOpen, type Reading } from '../../domain/ledger/readings/reading.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';

export interface RegisterView {
  readonly contract: string;
  /** Of the register in force on `date`. */
  readonly version: number;
  readonly date: CivilDate;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate } | null;
  readonly items: readonly ItemView[];
}

export interface ItemView extends InterpretationItem {
  readonly chosenText: LocalText;
  readonly standardText: LocalText;
  /** Whether anything else can be agreed on. */
  readonly isSettable: boolean;
  /** All that was proposed for it, the latest first. */
  readonly readings: readonly ReadingView[];
}

export interface ReadingView extends Reading {
  readonly text: LocalText;
  readonly isOpen: boolean;
}

/** The register of a contract on a day, item by item with what was proposed and agreed. Refuses `not-found`. */
export async function listReadings(
  context: Context,
  input: { readonly contract: string; readonly date?: CivilDate | undefined },
): Promise<Result<RegisterView>> {
  return context.unitOfWork.read(async ({ contracts, readings }) => {
    const contract = await contracts.find(input.contract);
    if (contract === undefined) {
      return refuse('not-found', { zh: `没有合同 ${input.contract}。`, en: `There is no contract ${input.contract}.` });
    }
    const term = effectiveTerm(contract, await contracts.confirmations(contract.key));
    const all = await readings.list(contract.key);
    const choices = choicesFrom(all);
    const date = input.date ?? dayOf(context.clock.today(), term.ok ? term.value : null);
    return done({
      contract: contract.key,
      version: registerVersion(choices, date),
      date,
      term: term.ok ? term.value : null,
      items: itemsConcerning(contract, interpretationRegister(choices, date)).map((item) => itemView(item, all)),
    });
  });
}

/** Today, or the nearest day of the term: a register says nothing about days without service. */
function dayOf(today: CivilDate, term: RegisterView['term']): CivilDate {
  if (term === null || (term.from <= today && today <= term.to)) return today;
  return today < term.from ? term.from : term.to;
}

function itemView(item: InterpretationItem, all: readonly Reading[]): ItemView {
  return {
    ...item,
    chosenText: readingText(item, item.chosen),
    standardText: readingText(item, item.standard),
    isSettable: isSettable(item),
    readings: all
      .filter((reading) => reading.item === (item.follows ?? item.key))
      .map((reading) => readingView(reading, item))
      .reverse(),
  };
}

export function readingView(reading: Reading, item: InterpretationItem): ReadingView {
  return { ...reading, text: readingText(item, reading.option), isOpen: isOpen(reading) };
}

/** An item that follows another is settled with it; one with a single option leaves nothing to settle. */
export function isSettable({ follows, options, range }: InterpretationItem): boolean {
  return follows === null && (options.length > 1 || range !== null);
}
