import { fork } from 'node:child_process';
import type { CheckRequest } from '../check/check-worker.js';
import type { CheckReport, PlanAssignment } from '../plan.js';
import type { RosterProblem } from '../problem.js';

/** The checker's account from a process of its own, which has seen neither the solver nor its memory. */
export function checkSeparately(problem: RosterProblem, assignments: readonly PlanAssignment[]): Promise<CheckReport> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('../check/check-worker.js', import.meta.url), { execArgv: [] });
    child.once('message', (report) => {
      resolve(report as CheckReport);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The checking process ended without an answer (${String(code)})`));
    });
    child.send({ problem, assignments } satisfies CheckRequest);
  });
}
