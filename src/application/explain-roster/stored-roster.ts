import type { Roster } from '../../domain/rostering/roster.js';
import { recentProblem, type RosterProblem } from '../../planning/stored-problem.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';

/** A roster with the problem that it was planned from. Refuses `not-found`. */
export async function readStoredRoster(
  context: Context,
  { contract, rosterId }: { readonly contract: string; readonly rosterId: string },
): Promise<Result<{ readonly roster: Roster; readonly problem: RosterProblem }>> {
  const found = await context.unitOfWork.read(async ({ rosters }) => {
    const roster = await rosters.find(contract, rosterId);
    const hash = roster?.certificate.problemHash ?? '';
    return { roster, problem: await recentProblem(hash, () => rosters.problem(contract, rosterId)) };
  });
  const { roster, problem } = found;
  if (roster === undefined || problem === undefined) {
    return refuse('not-found', {
      zh: `没有编号为 ${rosterId} 的排班，或它没有保存排班问题。请用 plan 重新排班。`,
      en: `There is no roster ${rosterId}, or no problem is kept with it: plan again.`,
    });
  }
  return done({ roster, problem });
}
