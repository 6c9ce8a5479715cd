import type { HardRuleName } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { availability } from './availability.js';
import { backupPair } from './backup-pair.js';
import { backupUse } from './backup-use.js';
import { baselineChange } from './baseline-change.js';
import { consecutiveDaysOffMinimum } from './consecutive-days-off-minimum.js';
import { consecutiveShiftsMaximum } from './consecutive-shifts-maximum.js';
import { consecutiveShiftsMinimum } from './consecutive-shifts-minimum.js';
import { dutyPeriodMaximum } from './duty-period-maximum.js';
import { eligibility } from './eligibility.js';
import { fairness } from './fairness.js';
import { forbiddenSuccession } from './forbidden-succession.js';
import { hoursMaximum } from './hours-maximum.js';
import { hoursMinimum } from './hours-minimum.js';
import { minimumRest } from './minimum-rest.js';
import { nightBan } from './night-ban.js';
import { oneDutyAtATime } from './one-duty-at-a-time.js';
import { overtime } from './overtime.js';
import { past } from './past.js';
import { pins } from './pins.js';
import { readFacts } from './roster-facts.js';
import type { Duty, RosterFacts } from './roster-facts.js';
import { RosterModel } from './roster-model.js';
import type { HardRule, SoftRule } from './roster-model.js';
import { shiftCover } from './shift-cover.js';
import { shiftMaximum } from './shift-maximum.js';
import { shiftRequest } from './shift-request.js';
import { stablePost } from './stable-post.js';
import { surplus } from './surplus.js';
import { travelTime } from './travel-time.js';
import { vacancy } from './vacancy.js';
import { weekendsMaximum } from './weekends-maximum.js';
import { weeklyRest } from './weekly-rest.js';
import { wishedRest } from './wished-rest.js';

export const hardRules: readonly HardRule[] = [
  oneDutyAtATime,
  dutyPeriodMaximum,
  minimumRest,
  weeklyRest,
  hoursMaximum,
  nightBan,
  forbiddenSuccession,
  shiftMaximum,
  hoursMinimum,
  consecutiveShiftsMaximum,
  consecutiveShiftsMinimum,
  consecutiveDaysOffMinimum,
  weekendsMaximum,
  travelTime,
  eligibility,
  availability,
  pins,
  past,
];

export const softRules: readonly SoftRule[] = [
  vacancy,
  surplus,
  overtime,
  fairness,
  stablePost,
  backupUse,
  backupPair,
  wishedRest,
  baselineChange,
  shiftRequest,
  shiftCover,
];

/** Minima: more work can mend what breaks them, so that a plan with nothing but its pins may break them. */
export const minimumRules: ReadonlySet<HardRuleName> = new Set(
  hardRules.filter((rule) => rule.demandsWork === true).map((rule) => rule.name),
);

/** Whether somebody breaks a rule by not working: then a plan can't be begun with a few duties and added to. */
export function demandsWork(model: RosterModel): boolean {
  return model.linear.rows.some((row) => (minimumRules as ReadonlySet<string>).has(row.rule));
}

/** The duties that no rule forbids by themselves, among those that `isOpen` lets pass. */
export function lawfulDuties(facts: RosterFacts, isOpen: (duty: Duty) => boolean = () => true): readonly Duty[] {
  const duties: Duty[] = [];
  for (const worker of facts.problem.workers) {
    for (const group of new Set(worker.eligibility.map((entry) => entry.group))) {
      for (let day = 0; day < facts.problem.days.length; day += 1) {
        for (const shift of facts.offered(group, day)) {
          const duty = facts.duty(worker, { day, shift, group });
          if (isOpen(duty) && !hardRules.some((rule) => rule.forbids?.(duty, facts) ?? false)) duties.push(duty);
        }
      }
    }
  }
  return duties;
}

/**
 * Named columns and rows for these duties, in their order: what is not among them is not worked. Rows that only tighten the relaxation take
 * longer to find than a model of a few open duties takes to solve.
 */
export function modelOf(facts: RosterFacts, duties: readonly Duty[], { isTightened = true } = {}): RosterModel {
  const model = new RosterModel(facts, isTightened);
  for (const duty of duties) model.addDuty(duty);
  for (const rule of hardRules) rule.addRows?.(model);
  for (const rule of softRules) rule.addCosts(model);
  return model;
}

/** The whole problem as named columns and rows, or what `isOpen` leaves of it. */
export function buildModel(problem: RosterProblem, isOpen?: (duty: Duty) => boolean): RosterModel {
  const facts = readFacts(problem);
  return modelOf(facts, lawfulDuties(facts, isOpen));
}
