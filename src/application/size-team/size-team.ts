import { postGroupsOn } from '../../domain/contract/coverage.js';
import { homeGroup } from '../../planning/availability.js';
import type { PlanningFacts } from '../../planning/planning-facts.js';
import { sizeApart, sizeTask, type WorkforceSize } from '../../planning/team-size.js';
import { addDays, eachDate, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readPlanningFacts } from '../plan-roster/planning-facts.js';

export interface TeamSizeRequest {
  readonly contract: string;
  /** Days that stand for the whole term: a week of a hall, a month of a seat that never closes. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Who serves whom: people of this one group, or people who can serve every group (`null`). */
  readonly postGroup: string | null;
}

/** Null where nothing is to be manned in the range. */
export interface TeamSize {
  readonly posts: number;
  /** People of the team whose home it is, employed on some of the days. */
  readonly onStrength: number;
  readonly size: WorkforceSize | null;
}

/**
 * How many people a post group needs at work, or the whole contract if everybody could serve every post: the fewest who leave nothing vacant,
 * with the proof that one fewer would. Leave comes on top (`absence-allowance.ts`). Refuses as `planRoster` does before it solves, and
 * `not-found` (post group).
 */
export async function sizeTeam(context: Context, { postGroup, ...range }: TeamSizeRequest): Promise<Result<TeamSize>> {
  const facts = await readFacts(context, range);
  if (!facts.ok) return facts;
  const all = postGroupsOn(facts.value.contract, range.from);
  const keys = all.map(({ key }) => key).filter((key) => postGroup === null || key === postGroup);
  const task = sizeTask(facts.value, postGroup === null ? keys : [postGroup]);
  if (!task.ok) return task;
  return done({
    posts: all.filter(({ key }) => keys.includes(key)).reduce((sum, { headcount }) => sum + headcount, 0),
    onStrength: strength(facts.value, keys),
    size: (await sizeApart(task.value)) ?? null,
  });
}

export interface SizingBasis {
  /** In the contract's order. */
  readonly postGroups: readonly string[];
  /** Statutory working days of the 365 days from the first one of the term, which leave is a share of. */
  readonly workingDays: number;
}

/** What there is to size. Refuses as `sizeTeam` does. */
export async function sizingBasis(
  context: Context,
  range: Omit<TeamSizeRequest, 'postGroup'>,
): Promise<Result<SizingBasis>> {
  const facts = await readFacts(context, range);
  if (!facts.ok) return facts;
  const { contract, calendar, term } = facts.value;
  const year = { from: term.from, to: addDays(term.from, 364) };
  return done({
    postGroups: postGroupsOn(contract, range.from).map(({ key }) => key),
    workingDays: eachDate(year).filter((date) => calendar.day(date).kind === 'working').length,
  });
}

/** A quarter is the longest averaging cycle that a team's size turns on. */
const daysMax = 92;

async function readFacts(context: Context, range: Omit<TeamSizeRequest, 'postGroup'>): Promise<Result<PlanningFacts>> {
  if (range.to > addDays(range.from, daysMax - 1)) {
    const until = addDays(range.from, daysMax - 1);
    return refuse('invalid-input', {
      zh: `编制测算最多取 ${daysMax} 天。请把结束日期改为 ${until} 或更早。`,
      en: `A team is sized on at most ${daysMax} days: let them end on ${until} or earlier.`,
    });
  }
  return context.unitOfWork.read((repositories) => readPlanningFacts(repositories, range, context.clock.today()));
}

function strength({ workers, from, to }: PlanningFacts, postGroups: readonly string[]): number {
  return workers.filter(
    (worker) =>
      postGroups.includes(homeGroup(worker)) &&
      worker.joinedOn <= to &&
      (worker.leftOn === undefined || worker.leftOn >= from),
  ).length;
}
