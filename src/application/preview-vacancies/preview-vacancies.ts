import type { CivilMonth } from '../../shared/civil-date.js';
import type { Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readMonthVacancies, type MonthVacancies } from './month-vacancies.js';

/** The vacancies of a month without posting anything. Refuses `not-found`, `term-unconfirmed`, `outside-term`. */
export async function previewVacancies(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<MonthVacancies>> {
  return context.unitOfWork.read((repositories) =>
    readMonthVacancies(repositories, { ...input, actor: context.actor }),
  );
}
