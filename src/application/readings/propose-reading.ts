import { interpretationRegister, isReading, itemsConcerning } from '../../domain/ledger/readings/interpretation.js';
import type { InterpretationItem } from '../../domain/ledger/readings/interpretation-item.js';
import { isOpen, type Party, type Reading } from '../../domain/ledger/readings/reading.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { contractInTerm } from './contract-in-term.js';
import { isSettable, readingView, type ReadingView } from './list-readings.js';

export interface Proposal {
  readonly contract: string;
  readonly item: string;
  readonly option: string;
  /** The first day on which it is to hold. */
  readonly from: CivilDate;
}

/**
 * Proposes a reading of an item for one party, which thereby agrees to it on the document that it names. The same
 * proposal again is the one that waits.
 *
 * @returns refusals `not-found`, `term-unconfirmed`, `outside-term`, `invalid-input`, and `conflict` while another
 * proposal for the item waits.
 */
export async function proposeReading(
  context: Context,
  input: Proposal & { readonly party: Party; readonly document: string; readonly note: string },
): Promise<Result<ReadingView>> {
  return context.unitOfWork.write(async (repositories) => {
    const item = await proposable(repositories, input);
    if (!item.ok) return item;
    const all = await repositories.readings.list(input.contract);
    const waiting = all.find((reading) => reading.item === item.value.key && isOpen(reading));
    if (waiting !== undefined) {
      const { option, from, proposedBy } = waiting;
      if (option === input.option && from === input.from && proposedBy === input.party)
        return done(readingView(waiting, item.value));
      return refuse('conflict', {
        zh: `${item.value.key} 已有一项提议等待对方确认：请先处理或撤回。`,
        en: `A proposal for ${item.value.key} is waiting: have it answered or withdraw it first.`,
      });
    }
    const consent = { by: context.actor, at: context.clock.now(), document: input.document.trim() };
    const reading: Reading = {
      contract: input.contract,
      number: all.length + 1,
      item: item.value.key,
      option: input.option,
      from: input.from,
      note: input.note.trim(),
      proposedBy: input.party,
      contractor: input.party === 'contractor' ? consent : null,
      client: input.party === 'client' ? consent : null,
      version: null,
      withdrawnAt: null,
    };
    await repositories.readings.save(reading);
    return done(readingView(reading, item.value));
  });
}

/** The item of the contract's register that a proposal would change; refusals as for {@link proposeReading}. */
export async function proposable(repositories: Repositories, proposal: Proposal): Promise<Result<InterpretationItem>> {
  const found = await contractInTerm(repositories, proposal.contract);
  if (!found.ok) return found;
  const { contract, term } = found.value;
  const register = itemsConcerning(contract, interpretationRegister([], term.from));
  const item = register.find(({ key }) => key === proposal.item);
  if (item === undefined) {
    return refuse('invalid-input', {
      zh: `本合同的口径登记没有 ${proposal.item}。`,
      en: `The register of this contract has no item ${proposal.item}.`,
    });
  }
  if (item.follows !== null) {
    return refuse('invalid-input', {
      zh: `${item.key} 随 ${item.follows} 而定，请改 ${item.follows}。`,
      en: `${item.key} is settled together with ${item.follows}: propose that one.`,
    });
  }
  if (!isSettable(item)) {
    return refuse('invalid-input', {
      zh: `${item.key} 只有一种可执行的口径，无可提议。`,
      en: `${item.key} has one reading only: there is nothing to propose.`,
    });
  }
  if (!isReading(item, proposal.option)) return unknownOption(item, proposal.option);
  if (proposal.from < term.from || term.to < proposal.from) {
    return refuse('outside-term', {
      zh: `生效日 ${proposal.from} 不在合同期 ${term.from} 至 ${term.to} 内。`,
      en: `The effective date ${proposal.from} lies outside the term ${term.from} to ${term.to}.`,
    });
  }
  return done(item);
}

function unknownOption(item: InterpretationItem, option: string): Result<never> {
  const options = item.options.map(({ key }) => key);
  const { range } = item;
  const numbers = range === null ? '' : `${range.minimum}–${range.maximum}`;
  return refuse(
    'invalid-input',
    {
      zh: `${item.key} 没有选项“${option}”：请选 ${options.join('、')}${range === null ? '' : `，或 ${numbers} 的整数（${range.unit.zh}）`}。`,
      en: `${item.key} has no option “${option}”: choose ${options.join(', ')}${range === null ? '' : ` or a whole number from ${numbers} (${range.unit.en})`}.`,
    },
    { options },
  );
}
