import type { Roster } from '../../domain/rostering/roster.js';
import { checkCells, recounted, unsearched } from '../../planning/hand-edits.js';
import type { PlanningFacts } from '../../planning/planning-facts.js';
import type { RosterProblem } from '../../planning/stored-problem.js';
import type { Context } from '../context.js';

/** A new draft with the given cells that no search has looked at, judged under the problem. Not stored yet. */
export function draftByHand(
  { randomness }: Pick<Context, 'randomness'>,
  { facts, problem }: { readonly facts: PlanningFacts; readonly problem: RosterProblem },
  {
    source,
    cells,
    handEdits,
    createdAt,
  }: {
    readonly source: Roster;
    readonly cells: Pick<Roster, 'assignments' | 'pinnedDaysOff'>;
    readonly handEdits: number;
    /** Not later than the facts were read: what is published after it is not in the draft. */
    readonly createdAt: string;
  },
): Roster {
  const check = checkCells(problem, { to: source.to, ...cells });
  const draft = {
    ...source,
    ...cells,
    id: randomness.id(),
    status: 'draft',
    version: null,
    revision: 1,
    createdAt,
    publishedAt: null,
    certificate: { ...source.certificate, ...unsearched, problemHash: '', handEdits: 0 },
  } as const;
  return recounted(facts, draft, { problem, check, handEdits });
}
