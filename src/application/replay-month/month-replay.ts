import type { Statement } from '../../domain/ledger/statement.js';
import type { CivilMonth } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { statementOfFacts } from '../month-statement/month-statement.js';
import { readMonthFacts } from '../preview-vacancies/month-facts.js';
import { replayText } from './replay-file.js';

/** A month's statement and the replay file of the same reading. Refuses `not-found`, `term-unconfirmed`, `outside-term`. */
export async function monthReplay(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<{ readonly statement: Statement; readonly replay: string }>> {
  const facts = await context.unitOfWork.read((repositories) => readMonthFacts(repositories, input));
  if (!facts.ok) return facts;
  const statement = statementOfFacts(facts.value, context.actor);
  if (!statement.ok) return statement;
  return done({ statement: statement.value, replay: replayText(facts.value, statement.value) });
}
