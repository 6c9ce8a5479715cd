import type { Roster } from '../../domain/rostering/roster.js';
import { buildProblem } from '../../planning/build-problem.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readPlanningFacts } from '../plan-roster/planning-facts.js';
import { draftByHand } from './draft-by-hand.js';

/**
 * A new draft with the assignments of any roster: to edit what is published, to bring an older version back, to try
 * something beside a draft. It is judged by what holds now; days that are past stay as they are published.
 *
 * Refuses `not-found`, and as `readPlanningFacts` and `buildProblem` do.
 */
export async function copyRoster(
  context: Context,
  { contract, rosterId }: { readonly contract: string; readonly rosterId: string },
): Promise<Result<Roster>> {
  const today = context.clock.today();
  const createdAt = context.clock.now();
  const read = await context.unitOfWork.read(async (repositories) => {
    const source = await repositories.rosters.find(contract, rosterId);
    if (source === undefined) return unknown(rosterId);
    const facts = await readPlanningFacts(repositories, source, today);
    if (!facts.ok) return facts;
    return done({ source, facts: facts.value });
  });
  if (!read.ok) return read;
  const { source, facts } = read.value;
  const problem = buildProblem(facts);
  if (!problem.ok) return problem;
  const isPast = (date: CivilDate): boolean => date < today && facts.known.days.has(date);
  const cells = {
    assignments: [
      ...facts.known.assignments.filter(({ date }) => date >= source.from && isPast(date)),
      ...source.assignments.filter(({ date }) => !isPast(date)),
    ],
    pinnedDaysOff: source.pinnedDaysOff.filter(({ date }) => date >= today),
  };
  const draft = draftByHand(context, { facts, problem: problem.value }, { source, cells, handEdits: 0, createdAt });
  return context.unitOfWork.write(async ({ rosters }) => {
    const saved = await rosters.save(draft, null);
    if (!saved.ok) return saved;
    await rosters.saveProblem(contract, draft.id, JSON.stringify(problem.value));
    return done(draft);
  });
}

function unknown(rosterId: string): Result<never> {
  return refuse('not-found', {
    zh: `没有编号为 ${rosterId} 的排班。`,
    en: `There is no roster ${rosterId}.`,
  });
}
