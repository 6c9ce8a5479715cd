import { writeLp, type RosterProblem } from '../../solver/index.js';

/** A problem for other programs: the plain data, or the named model that the solver would be given. */
export function problemText(problem: RosterProblem, format: 'json' | 'lp'): string {
  return format === 'lp' ? writeLp(problem) : `${JSON.stringify(problem, null, 2)}\n`;
}
