import { readProblem, type RosterProblem } from '../../solver/index.js';

export type { RosterProblem };

/** The problem as the database keeps it beside its roster; it was written by us. */
function storedProblem(problemJson: string): RosterProblem {
  const read = readProblem(JSON.parse(problemJson));
  if (!read.ok) throw new Error('A stored roster problem does not read');
  return read.problem;
}

/** A month of a hall with 140 posts is some 10 MB of objects. */
const keptMax = 8;
const recent = new Map<string, RosterProblem>();

/**
 * A stored problem that is asked for again and again while a manager edits: reading one takes longer than checking a
 * roster against it. The last few are kept under their hashes, so that none can be out of date. Undefined when none is
 * stored.
 */
export async function recentProblem(
  hash: string,
  read: () => Promise<string | undefined>,
): Promise<RosterProblem | undefined> {
  const known = recent.get(hash);
  const problemJson = known === undefined ? await read() : undefined;
  const problem = problemJson === undefined ? known : storedProblem(problemJson);
  if (problem === undefined) return undefined;
  recent.delete(hash);
  recent.set(hash, problem);
  for (const oldest of [...recent.keys()].slice(0, Math.max(0, recent.size - keptMax))) recent.delete(oldest);
  return problem;
}
