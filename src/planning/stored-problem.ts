import { readProblem, type RosterProblem } from '../../solver/index.js';

export type { RosterProblem };

/** The problem as the database keeps it beside its roster; it was written by us. */
export function storedProblem(problemJson: string): RosterProblem {
  const read = readProblem(JSON.parse(problemJson));
  if (!read.ok) throw new Error('A stored roster problem does not read');
  return read.problem;
}

/** A month of a hall with 140 posts is some 10 MB of objects. */
const keptMax = 8;
const recent = new Map<string, RosterProblem>();

/**
 * A stored problem that is asked for again and again while a manager edits: reading one takes longer than checking a
 * roster against it. The last few are kept under their hashes, so that none can be out of date.
 */
export async function recentProblem(hash: string, read: () => Promise<string>): Promise<RosterProblem> {
  const problem = recent.get(hash) ?? storedProblem(await read());
  recent.delete(hash);
  recent.set(hash, problem);
  for (const oldest of [...recent.keys()].slice(0, Math.max(0, recent.size - keptMax))) recent.delete(oldest);
  return problem;
}
