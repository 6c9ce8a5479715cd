import { smallestTeam, type RosterProblem, type TeamSize, type Worker as SolverWorker } from '../../solver/index.js';
import { postGroupsOn } from '../domain/contract/coverage.js';
import type { Worker } from '../domain/workforce/worker.js';
import { civilDate } from '../shared/civil-date.js';
import { clockText } from '../shared/interval.js';
import { done, refuse, type Result } from '../shared/result.js';
import { answerApart } from './answering-thread.js';
import { buildProblem } from './build-problem.js';
import type { PlanningFacts } from './planning-facts.js';

/** A proven team size, over dates. */
export interface ProvenSize {
  readonly people: number | null;
  readonly atLeast: number;
  readonly because:
    | { readonly kind: 'atOnce'; readonly date: string; readonly interval: string }
    | { readonly kind: 'search'; readonly missingMinutesAtLeast: number };
}

/** How many people post groups need at work, leave apart. */
export interface WorkforceSize {
  /** Within the overtime that the law allows. */
  readonly withOvertime: ProvenSize;
  /** Within normal time. */
  readonly atNormalTime: ProvenSize;
}

/** The demand of post groups and somebody who could serve it, as the solver sees them. */
export interface SizeTask {
  readonly problem: RosterProblem;
  readonly person: SolverWorker;
}

/** The search for one number of people. */
const limits = { secondsPerSize: 10, seed: 1 };

/**
 * The demand of some post groups of the contract, and a person whom nothing restricts: qualified for all of them, approved, trained, never on
 * leave, without a past. Hours are those of the first group's function. Refuses as `buildProblem` does, and `not-found` (group).
 */
export function sizeTask(facts: PlanningFacts, postGroups: readonly string[]): Result<SizeTask> {
  const inForce = postGroupsOn(facts.contract, facts.from);
  const unknown = postGroups.find((wanted) => inForce.every(({ key }) => key !== wanted));
  const home = inForce.find(({ key }) => key === postGroups[0]);
  if (unknown !== undefined || home === undefined) {
    return refuse('not-found', {
      zh: `${facts.from} 没有岗位组 ${unknown ?? ''}。请从合同页选择岗位组。`,
      en: `There is no post group ${unknown ?? ''} on ${facts.from}: choose one of the contract's.`,
    });
  }
  const built = buildProblem({
    ...{ contract: facts.contract, term: facts.term, calendar: facts.calendar, today: facts.today },
    ...{ from: facts.from, to: facts.to, leave: [], wishes: [], pins: [] },
    workers: [anybody(home, postGroups.slice(1))],
    known: { days: new Set(), assignments: [] },
  });
  if (!built.ok) return built;
  const { groups, demand, workers } = built.value;
  const [person] = workers;
  if (person === undefined) throw new Error('The problem of one person has none');
  return done({
    person,
    problem: {
      ...built.value,
      groups: groups.filter(({ id }) => postGroups.includes(id)),
      demand: demand.filter(({ group }) => postGroups.includes(group)),
    },
  });
}

/** One at a time: sizing a contract doesn't take the machine from everybody else. */
let turn: Promise<unknown> = Promise.resolve();

/** `sizeOf` in a thread of its own: the server goes on answering. */
export function sizeApart(task: SizeTask): Promise<WorkforceSize | undefined> {
  const mine = turn.then(() =>
    answerApart<WorkforceSize | undefined>(new URL('./team-size-worker.js', import.meta.url), task),
  );
  turn = mine.catch(() => undefined);
  return mine;
}

/** Undefined when there is no demand in the range. */
export async function sizeOf({ problem, person }: SizeTask): Promise<WorkforceSize | undefined> {
  const withOvertime = await smallestTeam(problem, person, limits);
  const atNormalTime = await smallestTeam(problem, withoutOvertime(person), limits);
  if (withOvertime === undefined || atNormalTime === undefined) return undefined;
  return { withOvertime: dated(problem, withOvertime), atNormalTime: dated(problem, atNormalTime) };
}

function withoutOvertime(person: SolverWorker): SolverWorker {
  const hours = person.limits.hours.map((account) => ({
    ...account,
    minutesMax: account.normalMinutes ?? account.minutesMax,
  }));
  return { ...person, limits: { ...person.limits, hours } };
}

function dated({ days }: RosterProblem, { people, atLeast, because }: TeamSize): ProvenSize {
  if (because.kind === 'search') return { people, atLeast, because };
  const { day, start, end } = because;
  const interval = `${clockText(start)}-${clockText(end)}`;
  return { people, atLeast, because: { kind: 'atOnce', date: days[day] ?? '', interval } };
}

/** Long since approved and trained. */
function anybody({ site, function: home }: Pick<Worker, 'site' | 'function'>, alsoAt: readonly string[]): Worker {
  const since = civilDate('2000-01-01');
  return {
    ...{ code: 'P001', name: '', site, function: home, role: 'member', restrictions: [] },
    ...{ redeployableTo: [...alsoAt], backupFor: [] },
    ...{ education: 'college', bornOn: civilDate('1980-01-01'), joinedOn: since, approvedOn: since, trainedOn: since },
    annualLeaveDays: 0,
  };
}
