import { choicesFrom } from '../../domain/ledger/reading.js';
import type { Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { openMonthsEffect, type OpenMonthsEffect } from '../preview-vacancies/open-months-effect.js';
import { contractInTerm } from './contract-in-term.js';
import { proposable, type Proposal } from './propose-reading.js';

/** What a reading would change in the open months. Changes nothing; refusals as for proposing. */
export async function previewEffect(context: Context, proposal: Proposal): Promise<Result<OpenMonthsEffect>> {
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
    return openMonthsEffect(repositories, {
      ...found.value,
      today: context.clock.today(),
      decided: (input) => ({ ...input, choices: [...input.choices, proposed] }),
    });
  });
}
