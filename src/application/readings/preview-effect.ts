import { choicesFrom } from '../../domain/ledger/readings/reading.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { openMonthsEffect, type OpenMonthsEffect } from '../preview-vacancies/open-months-effect.js';
import { readContractLedger, type ContractLedger } from '../incidents/contract-ledger.js';
import { contractInTerm } from './contract-in-term.js';
import { ledgerEffect, type LedgerEffect } from './ledger-effect.js';
import { proposable, type Proposal } from './propose-reading.js';

export interface ReadingEffect extends OpenMonthsEffect, LedgerEffect {}

/**
 * What a reading would change in the open months: vacancies, incidents and what instalments bear. Changes nothing;
 * refusals as for proposing.
 */
export async function previewEffect(context: Context, proposal: Proposal): Promise<Result<ReadingEffect>> {
  return context.unitOfWork.read(async (repositories) => {
    const item = await proposable(repositories, proposal);
    if (!item.ok) return item;
    const found = await contractInTerm(repositories, proposal.contract);
    if (!found.ok) return found;
    const versions = choicesFrom(await repositories.readings.list(proposal.contract)).map(({ version }) => version);
    const proposed = {
      key: item.value.key,
      option: proposal.option,
      from: proposal.from,
      version: Math.max(0, ...versions) + 1,
      document: '',
      agreedAt: context.clock.now(),
    };
    const ledger = await readContractLedger(repositories, proposal.contract);
    if (!ledger.ok) return ledger;
    const today = context.clock.today();
    const decided = <Facts extends Pick<ContractLedger, 'choices'>>(facts: Facts): Facts => ({
      ...facts,
      choices: [...facts.choices, proposed],
    });
    const months = await openMonthsEffect(repositories, { ...found.value, today, decided });
    return months.ok
      ? done({ ...months.value, ...ledgerEffect({ before: ledger.value, after: decided(ledger.value), today }) })
      : months;
  });
}
