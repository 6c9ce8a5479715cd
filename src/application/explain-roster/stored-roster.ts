import type { Roster } from '../../domain/rostering/roster.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';

/** A roster with the problem that it was planned from. Refuses `not-found`. */
export async function readStoredRoster(
  context: Context,
  { contract, rosterId }: { readonly contract: string; readonly rosterId: string },
): Promise<Result<{ readonly roster: Roster; readonly problemJson: string }>> {
  const found = await context.unitOfWork.read(async ({ rosters }) => ({
    roster: await rosters.find(contract, rosterId),
    problemJson: await rosters.problem(contract, rosterId),
  }));
  const { roster, problemJson } = found;
  if (roster === undefined || problemJson === undefined) {
    return refuse('not-found', {
      zh: `没有编号为 ${rosterId} 的排班，或它没有保存排班问题。请用 plan 重新排班。`,
      en: `There is no roster ${rosterId}, or no problem is kept with it: plan again.`,
    });
  }
  return done({ roster, problemJson });
}
