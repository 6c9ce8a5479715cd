import { openHighs } from '../engines/highs.js';
import type { Plan } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { readFacts } from '../rules/roster-facts.js';
import { startStopwatch } from '../search/stopwatch.js';
import { conflictText } from './conflict-text.js';
import type { Text } from './texts.js';
import { vacancyConflict } from './vacancy-conflicts.js';
import type { VacancyConflict } from './vacancy-conflicts.js';
import { directRepairs } from './direct-repairs.js';
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
  /** Half for the reason, half for the remedies of one vacancy; what is not settled by then is said to be open. */
  readonly secondsPerVacancy: number;
  readonly seed: number;
  /** Which vacancies; absent = all. */
  readonly isWanted?: (unit: VacancyUnit) => boolean;
  readonly signal?: AbortSignal;
}

/** Reasons and remedies of every vacancy of a plan; on `signal` those of the vacancies that were finished. */
export async function explainPlan(
  problem: RosterProblem,
  plan: Pick<Plan, 'assignments' | 'vacancies'>,
  { secondsPerVacancy, seed, isWanted = () => true, signal }: ExplainOptions,
): Promise<readonly ExplainedVacancy[]> {
  const facts = readFacts(problem);
  const engine = openHighs();
  const explained: ExplainedVacancy[] = [];
  try {
    for (const unit of vacancyUnits(facts, plan.vacancies).filter(isWanted)) {
      if (signal?.aborted === true) break;
      const search = { engine, seed };
      const half = secondsPerVacancy / 2;
      const place = { problem, plan, facts, unit };
      const direct = directRepairs(place);
      const conflict: VacancyConflict =
        direct.length > 0
          ? { kind: 'avoidable' }
          : await vacancyConflict(problem, plan, { unit, ...search, watch: startStopwatch(half) });
      const watch = startStopwatch(half);
      const repairs = await vacancyRepairs({ ...place, conflict }, direct, { ...search, watch });
      explained.push({ unit, conflict, message: conflictText(problem, unit, conflict), repairs });
    }
    return explained;
  } finally {
    await engine.close();
  }
}
