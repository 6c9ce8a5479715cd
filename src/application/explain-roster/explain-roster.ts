import type { RosterExplanation } from '../../planning/explain.js';
import { explainApart } from '../../planning/explain-thread.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readStoredRoster } from './stored-roster.js';

export type { RosterExplanation };

/** Why each vacancy of a roster is there and what would fill it, with the proof of the smallest number. Refuses `not-found`. */
export async function explainRoster(
  context: Context,
  request: {
    readonly contract: string;
    readonly rosterId: string;
    readonly secondsPerVacancy: number;
    readonly postGroup?: string | undefined;
    readonly date?: CivilDate | undefined;
    /** Also how sure the smallest number of the whole roster is. */
    readonly hasProof: boolean;
  },
): Promise<Result<RosterExplanation & { readonly rosterId: string }>> {
  const found = await readStoredRoster(context, request);
  if (!found.ok) return found;
  const { roster, problem } = found.value;
  const { secondsPerVacancy, postGroup, date, hasProof } = request;
  const explanation = await explainApart(problem, roster, {
    secondsPerVacancy,
    hasProof,
    ...(postGroup === undefined ? {} : { postGroup }),
    ...(date === undefined ? {} : { date }),
  });
  return done({ rosterId: roster.id, ...explanation });
}
