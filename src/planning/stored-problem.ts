import type { RosterProblem } from '../../solver/index.js';

export type { RosterProblem };

/** A month of a hall with 140 posts is some 10 MB of objects. */
const keptMax = 8;
const recent = new Map<string, RosterProblem>();

/**
 * A stored problem that is asked for again and again while a manager edits. The last few are kept under their hashes, so
 * that none can be out of date. Undefined when none is stored. It is taken as we wrote it: looking for faults takes
 * longer than all else that an edit needs, and `verify` does so, against the hash in the roster's certificate.
 */
export async function recentProblem(
  hash: string,
  read: () => Promise<string | undefined>,
): Promise<RosterProblem | undefined> {
  const known = recent.get(hash);
  const problemJson = known === undefined ? await read() : undefined;
  const problem = problemJson === undefined ? known : (JSON.parse(problemJson) as RosterProblem);
  if (problem === undefined) return undefined;
  recent.delete(hash);
  recent.set(hash, problem);
  for (const oldest of [...recent.keys()].slice(0, Math.max(0, recent.size - keptMax))) recent.delete(oldest);
  return problem;
}
