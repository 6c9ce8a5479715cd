import type { CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { followUp } from '../incidents/contract-ledger.js';
import { isKnown, readMonthVacancies, type MonthVacancies } from '../preview-vacancies/month-vacancies.js';

/**
 * Brings the journal to what the facts of a month say: new lines are posted, changed ones reversed and posted anew,
 * unchanged ones left alone. Posting twice is posting once. A closed month stays as it was sealed: what its facts now say
 * otherwise counts in the first open month after it, each entry with the day that it concerns (V25).
 *
 * @returns the month as posted, `plan` saying what was done; refusals `not-found`, `term-unconfirmed`, `outside-term`.
 */
export async function postVacancies(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<MonthVacancies>> {
  return context.unitOfWork.write(async (repositories) => {
    const month = await readMonthVacancies(repositories, { ...input, actor: context.actor });
    if (!month.ok) return month;
    const { plan, seal } = month.value;
    const appended = await repositories.ledger.appendAll(input.contract, plan.entries);
    if (!appended.ok) return appended;
    const followed = await followUp(repositories, input.contract, context.actor);
    if (!followed.ok) return followed;
    if (seal !== null) return month;
    return done({ ...month.value, status: isKnown(month.value.vacancies) ? ('posted' as const) : month.value.status });
  });
}

export function periodClosed(month: CivilMonth): Result<never> {
  return refuse('period-closed', {
    zh: `${month} 已封账，不能再记账：更正请作为带日期的调整记入以后月份，由双方确认。`,
    en: `${month} is closed: bring a correction as a dated adjustment of a later month that both parties confirm.`,
  });
}
