import type { LpEngine } from '../engines/lp-engine.js';
import type { HardRuleName, Plan } from '../plan.js';
import type { Demand, RosterProblem } from '../problem.js';
import type { Stopwatch } from '../search/stopwatch.js';
import { conflictModel } from './conflict-model.js';
import type { ConflictMember, ConflictModel, ConflictScope } from './conflict-model.js';
import { refineConflict } from './refine-conflict.js';
import type { VacancyUnit } from './vacancy-units.js';

/**
 * Whether a vacancy could be smaller without more missing minutes in any other interval.
 * `unavoidable`: the members alone leave no plan for it, proven; when `isMinimal`, each of them could not be spared, also proven.
 * `avoidable`: there is such a plan, so only prices speak against it. `notProven`: the time was over first.
 */
export type VacancyConflict =
  | { readonly kind: 'unavoidable'; readonly members: readonly ConflictMember[]; readonly isMinimal: boolean }
  | { readonly kind: 'avoidable' | 'notProven' };

/** One question to the engine; most take a few milliseconds. */
const questionSeconds = 1;
/** Days around the vacancy in the middle-sized parts: a seven-day window on either side. */
const windowDays = 6;

/** What a reader can act on comes first and is kept rather than what comes later; other posts' needs come last. */
const order: readonly HardRuleName[] = [
  'availability',
  'eligibility',
  'pins',
  'hoursMaximum',
  'nightBan',
  'dutyPeriodMaximum',
  'weeklyRest',
  'minimumRest',
];

interface Search {
  readonly engine: LpEngine;
  readonly watch: Stopwatch;
  readonly seed: number;
}

/**
 * Asks small parts of the problem first (the group on the day), then larger ones: what is impossible in a part is impossible in the
 * whole, and only when the whole has a plan is the vacancy avoidable.
 */
export async function vacancyConflict(
  problem: RosterProblem,
  plan: Pick<Plan, 'vacancies'>,
  { unit, ...search }: Search & { readonly unit: VacancyUnit },
): Promise<VacancyConflict> {
  const missing = new Map(plan.vacancies.map((vacancy) => [keyOf(vacancy), vacancy.missing]));
  const missingOf = (demand: Demand): number => missing.get(keyOf(demand)) ?? 0;
  let isKnown = true;
  for (const scope of scopesOf(problem, unit)) {
    // Building the model of a large part takes longer than asking about a small one.
    if (search.watch.leftSeconds() <= 0) return { kind: 'notProven' };
    const model = conflictModel(problem, { unit, scope, missingOf });
    const answers = { hasUnknown: false };
    const isImpossible = questioner(model, { search, answers });
    const members = sorted(model.members, { problem, group: unit.group });
    if (!(await isImpossible(members))) {
      isKnown = !answers.hasUnknown;
      continue;
    }
    const found = await refineConflict(members, isImpossible);
    // An unanswered question counts as possible, which may keep too much or, after it, claim too much: ask once more.
    if (!answers.hasUnknown) return { kind: 'unavoidable', members: found, isMinimal: true };
    const isProven = await isImpossible(found);
    return { kind: 'unavoidable', members: isProven ? found : members, isMinimal: false };
  }
  return { kind: isKnown ? 'avoidable' : 'notProven' };
}

function questioner(
  model: ConflictModel,
  { search, answers }: { readonly search: Search; readonly answers: { hasUnknown: boolean } },
): (members: readonly ConflictMember[]) => Promise<boolean> {
  const { engine, watch, seed } = search;
  return async (members) => {
    const timeLimitSeconds = Math.min(questionSeconds, watch.leftSeconds());
    if (timeLimitSeconds <= 0) {
      answers.hasUnknown = true;
      return false;
    }
    const { status } = await engine.solve(model.withOnly(new Set(members)), { timeLimitSeconds, seed });
    if (status === 'limit-reached' || status === 'cancelled') answers.hasUnknown = true;
    return status === 'infeasible';
  };
}

/** Growing parts: more days and more groups by turns; the last is everything that bears on the vacancy. */
function scopesOf(problem: RosterProblem, { group, intervals }: VacancyUnit): readonly ConflictScope[] {
  const own = new Set([group]);
  const shared = withShared(problem, own);
  let linked = shared;
  for (let next = withShared(problem, linked); next.size > linked.size; next = withShared(problem, linked))
    linked = next;
  const days = intervals.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const spans = [0, windowDays, Infinity].map((radius) => ({
    fromDay: Math.max(0, first - radius),
    toDay: Math.min(problem.days.length - 1, last + radius),
  }));
  const scopes = spans.flatMap((span) => [own, shared, linked].map((groups) => ({ groups, ...span })));
  const key = ({ groups, fromDay, toDay }: ConflictScope): string => `${groups.size}|${fromDay}|${toDay}`;
  return [...new Map(scopes.map((scope) => [key(scope), scope])).values()];
}

/** The groups together with all those that their people may serve too. */
function withShared(problem: RosterProblem, groups: ReadonlySet<string>): ReadonlySet<string> {
  const people = problem.workers.filter(({ eligibility }) => eligibility.some(({ group }) => groups.has(group)));
  return new Set([...groups, ...people.flatMap(({ eligibility }) => eligibility.map(({ group }) => group))]);
}

function sorted(
  members: readonly ConflictMember[],
  { problem, group }: { readonly problem: RosterProblem; readonly group: string },
): readonly ConflictMember[] {
  const atHome = new Set(
    problem.workers
      .filter(({ eligibility }) => eligibility.some((entry) => entry.group === group && entry.role === 'home'))
      .map(({ id }) => id),
  );
  const rank = (member: ConflictMember): number => {
    if (member.kind === 'demand') return 2 * order.length + 2;
    const place = order.indexOf(member.rule);
    return 2 * (place < 0 ? order.length : place) + (atHome.has(member.worker) ? 0 : 1);
  };
  return members.toSorted((a, b) => rank(a) - rank(b));
}

function keyOf({ group, day, start }: Pick<Demand, 'group' | 'day' | 'start'>): string {
  return `${group}|${day}|${start}`;
}
