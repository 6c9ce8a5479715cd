import { writeLp, writeMps, type RosterProblem } from '../../solver/index.js';

/** `json`: the plain data; `lp` and `mps`: the named model that the solver would be given. */
const writers = {
  json: (problem: RosterProblem) => `${JSON.stringify(problem, null, 2)}\n`,
  lp: writeLp,
  mps: writeMps,
} as const;

export type ProblemFormat = keyof typeof writers;

/** A problem for other programs. */
export function problemText(problem: RosterProblem, format: ProblemFormat): string {
  return writers[format](problem);
}
