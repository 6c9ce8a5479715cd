import { openHighs } from '../engines/highs.js';
import type { Plan } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { readFacts } from '../rules/roster-facts.js';
import { startStopwatch } from '../search/stopwatch.js';
import { conflictText } from './conflict-text.js';
import type { Text } from './texts.js';
import { vacancyConflict } from './vacancy-conflicts.js';
import type { VacancyConflict } from './vacancy-conflicts.js';
import { vacancyRepairs } from './vacancy-repairs.js';
import type { VacancyRepair } from './vacancy-repairs.js';
import { vacancyUnits } from './vacancy-units.js';
import type { VacancyUnit } from './vacancy-units.js';

/** A vacancy with why it is there and what would fill it, the cheapest remedy first. */
export interface ExplainedVacancy {
  readonly unit: VacancyUnit;
  readonly conflict: VacancyConflict;
  readonly message: Text;
  readonly repairs: readonly VacancyRepair[];
}

export interface ExplainOptions {
  /** Both the reason and the remedies of one vacancy; what is not settled by then is said to be open. */
  readonly secondsPerVacancy: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/** Reasons and remedies of every vacancy of a plan; on `signal` those of the vacancies that were finished. */
export async function explainPlan(
  problem: RosterProblem,
  plan: Pick<Plan, 'assignments' | 'vacancies'>,
  { secondsPerVacancy, seed, signal }: ExplainOptions,
): Promise<readonly ExplainedVacancy[]> {
  const facts = readFacts(problem);
  const engine = openHighs();
  const explained: ExplainedVacancy[] = [];
  try {
    for (const unit of vacancyUnits(facts, plan.vacancies)) {
      if (signal?.aborted === true) break;
      const search = { engine, seed, watch: startStopwatch(secondsPerVacancy) };
      const conflict = await vacancyConflict(problem, plan, { unit, ...search });
      const repairs = await vacancyRepairs({ problem, plan, facts, unit, conflict }, search);
      explained.push({ unit, conflict, message: conflictText(problem, unit, conflict), repairs });
    }
    return explained;
  } finally {
    await engine.close();
  }
}
