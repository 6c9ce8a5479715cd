import { findings } from '../../domain/contract/findings.js';
import { provisionalYearOf, statementOf, type Statement } from '../../domain/ledger/statement.js';
import type { CivilMonth } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { monthRecord, readMonthFacts, type MonthFacts } from '../preview-vacancies/month-facts.js';
import { ruleMonth } from '../preview-vacancies/month-vacancies.js';

/**
 * The month's statement. Of a closed month it shows what was sealed, of a posted one what the journal holds, and of one
 * that isn't posted a draft that says so. Refuses `not-found`, `term-unconfirmed`, `outside-term`.
 */
export async function monthStatement(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<Statement>> {
  const facts = await context.unitOfWork.read((repositories) => readMonthFacts(repositories, input));
  return facts.ok ? statementOfFacts(facts.value, context.actor) : facts;
}

/** Pure: the same facts give the same statement, whoever asks. Refuses `term-unconfirmed`, `outside-term`. */
export function statementOfFacts(facts: MonthFacts, actor: string): Result<Statement> {
  const record = monthRecord(facts);
  if (!record.ok) return record;
  const month = ruleMonth(record.value, actor);
  const { contract, calendar, term, register, rates, vacancies, waived, corrections, status, plan } = month;
  return done(
    statementOf({
      contract,
      term,
      register,
      rates,
      vacancies,
      waived,
      corrections,
      status,
      version: facts.entries.at(-1)?.sequence ?? 0,
      pendingEntries: plan.entries.length,
      findings: findings(contract, { confirmations: facts.confirmations, team: facts.workers, calendar }),
      provisionalYear: provisionalYearOf(term, (date) => calendar.day(date).isProvisional),
    }),
  );
}
