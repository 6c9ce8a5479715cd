import { serviceCalendar } from '../../domain/calendar/calendar.js';
import { postGroupsAround } from '../../domain/contract/coverage.js';
import { effectiveTerm, findings, type Finding } from '../../domain/contract/findings.js';
import type { CivilDate } from '../../shared/civil-date.js';
import type { Fen } from '../../shared/fen.js';
import { done, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';

export interface ContractSummary {
  readonly key: string;
  readonly name: LocalText;
  readonly client: string;
  readonly contractor: string;
  /** As confirmed by a person, else as written. */
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  /** Nothing is computed until a person settles a contradiction of the contract. */
  readonly isBlocked: boolean;
  readonly amountFen: Fen;
  readonly sites: number;
  readonly posts: number;
  readonly workers: number;
  readonly findings: readonly Finding[];
}

/** Every contract with what a reader should know before using it. */
export async function listContracts(context: Context): Promise<Result<readonly ContractSummary[]>> {
  return done(
    await context.unitOfWork.read(async (repositories) => {
      const summaries: ContractSummary[] = [];
      const notices = await repositories.calendars.notices();
      for (const contract of await repositories.contracts.list()) {
        const confirmations = await repositories.contracts.confirmations(contract.key);
        const workers = await repositories.workforce.workers(contract.key);
        const term = effectiveTerm(contract, confirmations);
        summaries.push({
          key: contract.key,
          name: contract.name,
          client: contract.client,
          contractor: contract.contractor,
          term: term.ok ? term.value : { from: contract.term.from, to: contract.term.to },
          isBlocked: !term.ok,
          amountFen: contract.amountFen,
          sites: contract.sites.length,
          posts: postGroupsAround(contract, context.clock.today()).reduce((sum, group) => sum + group.headcount, 0),
          workers: workers.length,
          findings: findings(contract, {
            confirmations,
            team: workers,
            calendar: serviceCalendar({ notices, overrides: await repositories.calendars.overrides(contract.key) }),
          }),
        });
      }
      return summaries;
    }),
  );
}
