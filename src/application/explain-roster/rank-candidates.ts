import type { CandidateList, WantedPlace } from '../../planning/explain.js';
import { candidatesApart } from '../../planning/ranking-thread.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readStoredRoster } from './stored-roster.js';

/**
 * Who could be in a post group at a time of a day, ranked by price, whether a post is vacant then or not. Refuses
 * `not-found` (roster, or a day outside it).
 */
export async function rankCandidatesFor(
  context: Context,
  request: { readonly contract: string; readonly rosterId: string } & WantedPlace,
): Promise<Result<CandidateList & { readonly rosterId: string }>> {
  const found = await readStoredRoster(context, request);
  if (!found.ok) return found;
  const { roster, problem } = found.value;
  if (request.date < roster.from || request.date > roster.to) {
    return refuse('not-found', {
      zh: `${request.date} 不在该排班的 ${roster.from} 至 ${roster.to} 之内。请核对日期。`,
      en: `${request.date} is not among the days of this roster, ${roster.from} to ${roster.to}: check the date.`,
    });
  }
  const { postGroup, date, span } = request;
  return done({ rosterId: roster.id, ...(await candidatesApart(problem, roster, { postGroup, date, span })) });
}
