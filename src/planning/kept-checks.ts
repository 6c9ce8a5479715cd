import { createHash } from 'node:crypto';
import { KeptCheck } from '../../solver/index.js';
import type { Roster } from '../domain/rostering/roster.js';
import { planAssignments } from './recheck.js';
import type { RosterProblem } from './stored-problem.js';

type Checked = Pick<Roster, 'assignments' | 'to'>;

/** With a month of a hall with 140 posts, some 10 MB each. */
const keptMax = 4;
const recent = new Map<string, KeptCheck>();

/**
 * The account of a roster under a problem, kept while somebody edits: an edit then costs the recount of the people it
 * touches. Kept under what it was counted from, so that none can be out of date.
 */
export function keptCheckOf(problem: RosterProblem, problemHash: string, roster: Checked): KeptCheck {
  const key = keyOf(problemHash, roster);
  const kept = recent.get(key) ?? new KeptCheck(problem, planAssignments(problem, roster));
  remember(key, kept);
  return kept;
}

/** Keeps the account of a roster that edits have made of another one. */
export function keepCheck(kept: KeptCheck, problemHash: string, roster: Checked): void {
  remember(keyOf(problemHash, roster), kept);
}

function remember(key: string, kept: KeptCheck): void {
  recent.delete(key);
  recent.set(key, kept);
  for (const oldest of [...recent.keys()].slice(0, Math.max(0, recent.size - keptMax))) recent.delete(oldest);
}

function keyOf(problemHash: string, { assignments, to }: Checked): string {
  const hash = createHash('sha256').update(`${problemHash} ${to}`);
  for (const { worker, date, shift, postGroup } of assignments)
    hash.update(`\n${worker} ${date} ${shift} ${postGroup}`);
  return hash.digest('base64url');
}
