import { findings } from '../../domain/contract/findings.js';
import { provisionalYearOf, statementOf, type Statement } from '../../domain/ledger/statement.js';
import type { CivilMonth } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readMonthVacancies } from '../preview-vacancies/month-vacancies.js';

/**
 * The month's statement. Of a closed month it shows what was sealed, of a posted one what the journal holds, and of one
 * that isn't posted a draft that says so. Refuses `not-found`, `term-unconfirmed`, `outside-term`.
 */
export async function monthStatement(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<Statement>> {
  return context.unitOfWork.read(async (repositories) => {
    const month = await readMonthVacancies(repositories, { ...input, actor: context.actor });
    if (!month.ok) return month;
    const { contract, calendar, term, register, rates, vacancies, waived, status, plan } = month.value;
    return done(
      statementOf({
        contract,
        term,
        register,
        rates,
        vacancies,
        waived,
        status,
        pendingEntries: plan.entries.length,
        findings: findings(contract, {
          confirmations: await repositories.contracts.confirmations(contract.key),
          team: await repositories.workforce.workers(contract.key),
          calendar,
        }),
        provisionalYear: provisionalYearOf(term, (date) => calendar.day(date).isProvisional),
      }),
    );
  });
}
