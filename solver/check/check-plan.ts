import type { RosterProblem } from '../problem.js';
import type { CheckReport, HardRuleName, PlanAssignment, SoftRuleName, Violation } from '../plan.js';
import { planFacts, type Facts } from './facts.js';
import { checkAvailability } from './availability.js';
import { checkConsecutiveDaysOffMinimum } from './consecutive-days-off-minimum.js';
import { checkConsecutiveShiftsMaximum } from './consecutive-shifts-maximum.js';
import { checkConsecutiveShiftsMinimum } from './consecutive-shifts-minimum.js';
import { checkDutyPeriodMaximum } from './duty-period-maximum.js';
import { checkEligibility } from './eligibility.js';
import { checkForbiddenSuccession } from './forbidden-succession.js';
import { checkHoursMaximum } from './hours-maximum.js';
import { checkHoursMinimum } from './hours-minimum.js';
import { checkMinimumRest } from './minimum-rest.js';
import { checkNightBan } from './night-ban.js';
import { checkOneDutyAtATime } from './one-duty-at-a-time.js';
import { checkPast } from './past.js';
import { checkPins } from './pins.js';
import { checkShiftMaximum } from './shift-maximum.js';
import { checkTravelTime } from './travel-time.js';
import { checkWeekendsMaximum } from './weekends-maximum.js';
import { checkWeeklyRest } from './weekly-rest.js';
import { costBackupPair } from './backup-pair.js';
import { costBackupUse } from './backup-use.js';
import { costBaselineChange } from './baseline-change.js';
import { costFairness } from './fairness.js';
import { costOvertime } from './overtime.js';
import { costShiftCover } from './shift-cover.js';
import { costShiftRequest } from './shift-request.js';
import { costStablePost } from './stable-post.js';
import { costSurplus } from './surplus.js';
import { costVacancy, findVacancies, missingMinutes } from './vacancy.js';
import { costWishedRest } from './wished-rest.js';

/** The hard rules, in the order of the rule table (`solver/README.md`); each speaks about one worker at a time. */
export const hardRules: Readonly<Record<HardRuleName, (facts: Facts) => Violation[]>> = {
  oneDutyAtATime: checkOneDutyAtATime,
  dutyPeriodMaximum: checkDutyPeriodMaximum,
  minimumRest: checkMinimumRest,
  weeklyRest: checkWeeklyRest,
  hoursMaximum: checkHoursMaximum,
  nightBan: checkNightBan,
  forbiddenSuccession: checkForbiddenSuccession,
  shiftMaximum: checkShiftMaximum,
  hoursMinimum: checkHoursMinimum,
  consecutiveShiftsMaximum: checkConsecutiveShiftsMaximum,
  consecutiveShiftsMinimum: checkConsecutiveShiftsMinimum,
  consecutiveDaysOffMinimum: checkConsecutiveDaysOffMinimum,
  weekendsMaximum: checkWeekendsMaximum,
  travelTime: checkTravelTime,
  eligibility: checkEligibility,
  availability: checkAvailability,
  pins: checkPins,
  past: checkPast,
};

/** Soft rules whose cost is a sum over workers that looks at nobody else, in yuan. */
export const ownSoftRules = {
  overtime: costOvertime,
  stablePost: costStablePost,
  backupUse: costBackupUse,
  wishedRest: costWishedRest,
  baselineChange: costBaselineChange,
  shiftRequest: costShiftRequest,
} as const satisfies Partial<SoftRules>;

type SoftRules = Readonly<Record<SoftRuleName, (facts: Facts) => number>>;

/** The soft rules and what a plan costs by each, in yuan. */
const softRules: SoftRules = {
  vacancy: costVacancy,
  surplus: costSurplus,
  fairness: costFairness,
  backupPair: costBackupPair,
  shiftCover: costShiftCover,
  ...ownSoftRules,
};

/**
 * The independent account of a plan: which hard rules it breaks, which posts it leaves vacant, what it costs.
 * Uses the problem and the assignments only, never what a solver says about them. Assignments may be anything:
 * names that the problem doesn't have are violations of `eligibility` and count for nothing else.
 */
export function checkPlan(problem: RosterProblem, assignments: readonly PlanAssignment[]): CheckReport {
  const facts = planFacts(problem, assignments);
  const costs = Object.entries(softRules).map(([rule, cost]) => [rule, cost(facts)] as const);
  return {
    hardViolations: Object.values(hardRules).flatMap((check) => check(facts)),
    vacancies: findVacancies(facts),
    costByRule: Object.fromEntries(costs) as Record<SoftRuleName, number>,
    objective: costs.reduce((sum, [, cost]) => sum + cost, 0),
    missingMinutes: missingMinutes(facts),
  };
}
