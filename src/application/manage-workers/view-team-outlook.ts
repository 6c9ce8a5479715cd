import { teamFindings } from '../../domain/contract/team-findings.js';
import { effectiveTerm } from '../../domain/contract/findings.js';
import { ageOutlook, type AgeOutlook } from '../../domain/workforce/team-outlook.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';

export interface TeamOutlook {
  /** Last day of the term. */
  readonly until: CivilDate;
  readonly ages: readonly AgeOutlook[];
  readonly findings: ReturnType<typeof teamFindings>;
}

/** What the contract promises about the team, held against the team of today and of the days to come. */
export async function viewTeamOutlook(
  context: Context,
  input: { readonly contract: string },
): Promise<Result<TeamOutlook>> {
  return await context.unitOfWork.read(async ({ contracts, workforce }) => {
    const contract = await contracts.find(input.contract);
    if (contract === undefined) return refuse('not-found', { zh: '没有这个合同。', en: 'There is no such contract.' });
    const confirmed = effectiveTerm(contract, await contracts.confirmations(contract.key));
    const term = confirmed.ok ? confirmed.value : contract.term;
    const team = await workforce.workers(contract.key);
    const today = context.clock.today();
    return done({
      until: term.to,
      ages: ageOutlook(contract, { team, today, until: term.to }),
      findings: teamFindings(contract, { term, team }),
    });
  });
}
