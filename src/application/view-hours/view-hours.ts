import { overtimeAccounts, type OvertimeAccount } from '../../planning/hours-statistics.js';
import type { Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readPlanningFacts, type PlanningRange } from '../plan-roster/planning-facts.js';

/** Normal hours of everybody in a range. Refuses as `readPlanningFacts` and `overtimeAccounts` do. */
export async function viewOvertimeAccounts(
  context: Context,
  range: Pick<PlanningRange, 'contract' | 'from' | 'to'>,
): Promise<Result<OvertimeAccount[]>> {
  const facts = await context.unitOfWork.read((repositories) =>
    readPlanningFacts(repositories, range, context.clock.today()),
  );
  return facts.ok ? overtimeAccounts(facts.value) : facts;
}
