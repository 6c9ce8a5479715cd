import { assignmentsInForce, rosterInForce } from '../../domain/rostering/in-force.js';
import type { Roster } from '../../domain/rostering/roster.js';
import { buildProblem } from '../../planning/build-problem.js';
import type { PlanningFacts } from '../../planning/planning-facts.js';
import type { RosterProblem } from '../../planning/stored-problem.js';
import { eachDate, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Repositories } from '../ports/index.js';
import { readPlanningFacts } from '../plan-roster/planning-facts.js';

/** What is published around some days, from today on, with the problem that judges it as things stand now. */
export interface PublishedStretch {
  /** The newest of the versions concerned, with the duties that are in force. */
  readonly roster: Roster;
  readonly facts: PlanningFacts;
  readonly problem: RosterProblem;
}

/**
 * The whole rosters that the days belong to: rest and hours are judged on all of them.
 * Refuses `conflict` when a day, or one between two of them, isn't published, and as `readPlanningFacts` does.
 */
export async function readPublishedStretch(
  repositories: Repositories,
  {
    contract,
    dates,
    today,
  }: { readonly contract: string; readonly dates: readonly CivilDate[]; readonly today: CivilDate },
): Promise<Result<PublishedStretch>> {
  const { rosters } = repositories;
  const [first, last] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  if (first === undefined || last === undefined || first < today) return refuse('conflict', texts.past);
  const touched = await rosters.published(contract, { from: first, to: last });
  const concerned = dates.map((date) => rosterInForce(touched, date)).filter((roster) => roster !== undefined);
  const [newest] = concerned.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0));
  if (newest === undefined || concerned.length < dates.length) return refuse('conflict', texts.unpublished);
  const from = concerned.map((roster) => roster.from).reduce((a, b) => (a < b ? a : b));
  const range = {
    from: from < today ? today : from,
    to: concerned.map((roster) => roster.to).reduce((a, b) => (a > b ? a : b)),
  };
  const published = await rosters.published(contract, range);
  if (!eachDate(range).every((date) => rosterInForce(published, date) !== undefined))
    return refuse('conflict', texts.unpublished);
  const facts = await readPlanningFacts(repositories, { contract, ...range }, today);
  if (!facts.ok) return facts;
  const problem = buildProblem(facts.value);
  if (!problem.ok) return problem;
  const roster: Roster = {
    ...newest,
    ...range,
    assignments: assignmentsInForce(published, range),
    pinnedDaysOff: newest.pinnedDaysOff.filter(({ date }) => range.from <= date && date <= range.to),
  };
  return done({ roster, facts: facts.value, problem: problem.value });
}

const texts = {
  past: {
    zh: '只能调换今天以后的班次。',
    en: 'Only duties of today and later can be swapped.',
  },
  unpublished: {
    zh: '这些日期之间有未发布排班的日子，暂时不能调换。请等排班发布后再试。',
    en: 'Some of these days, or days between them, are not published yet: try again when they are.',
  },
};
