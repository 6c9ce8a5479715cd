import type { ReplacementList, WorkerDay } from '../../planning/explain.js';
import { replacementsApart } from '../../planning/ranking-thread.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readStoredRoster } from './stored-roster.js';

export type { ReplacementList };

/** Who else could take a worker's duty of a day, ranked by price. Refuses `not-found` (roster, or no duty that day). */
export async function rankReplacementsFor(
  context: Context,
  request: { readonly contract: string; readonly rosterId: string } & WorkerDay,
): Promise<Result<ReplacementList & { readonly rosterId: string }>> {
  const found = await readStoredRoster(context, request);
  if (!found.ok) return found;
  const { roster, problem } = found.value;
  const { worker, date } = request;
  const [list] = await replacementsApart(problem, roster, [{ worker, date }]);
  if (list === undefined) {
    return refuse('not-found', {
      zh: `${worker} 在 ${date} 没有班次。请核对人员代号和日期。`,
      en: `${worker} has no duty on ${date}: check the code and the day.`,
    });
  }
  return done({ rosterId: roster.id, ...list });
}
