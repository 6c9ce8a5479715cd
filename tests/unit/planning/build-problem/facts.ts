import type { Leave } from '../../../../src/domain/workforce/worker.js';
import { buildProblem } from '../../../../src/planning/build-problem.js';
import type { PlanningFacts } from '../../../../src/planning/planning-facts.js';
import { civilDate } from '../../../../src/shared/civil-date.js';
import { person } from '../../../support/small-contract.js';

/** Teams and words of the tests of roster problems. */

export const hallTeam = [
  person('W001', 'hall/window'),
  person('W002', 'hall/window'),
  person('W003', 'hall/window'),
  person('W004', 'hall/guide', { redeployableTo: ['hall/window'] }),
];
export const deskTeam = ['W001', 'W002', 'W003', 'W004'].map((code) => person(code, 'desk/seat'));

export function problemOf(facts: PlanningFacts) {
  const problem = buildProblem(facts);
  if (!problem.ok) throw new Error(problem.refusal.message.en);
  return problem.value;
}

export function refusalOf(facts: PlanningFacts) {
  const problem = buildProblem(facts);
  return problem.ok ? undefined : problem.refusal;
}

export const days = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) });

export const approved = (worker: string, from: string, to = from): Leave => ({
  worker,
  from: civilDate(from),
  to: civilDate(to),
  kind: 'annual',
  status: 'approved',
});
