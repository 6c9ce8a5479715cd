import {
  checkPlan,
  type HardRuleName,
  type PlanAssignment,
  type PlanVacancy,
  type RosterProblem,
} from '../../solver/index.js';
import type { ConflictMember } from '../../solver/explain/conflict-model.js';

/** One worker's schedule: the rules that it breaks and how many people it puts into each demand interval. */
interface Schedule {
  readonly broken: ReadonlySet<HardRuleName>;
  readonly present: readonly number[];
}

/**
 * Whether some plan breaks only rules that are not among `members`, leaves the intervals of the unit with fewer missing
 * minutes than now, and no interval of a demand member with more. By trying every plan; for tiny problems only.
 */
export function canFill(
  problem: RosterProblem,
  {
    unit,
    vacancies,
    members,
  }: {
    readonly unit: readonly PlanVacancy[];
    readonly vacancies: readonly PlanVacancy[];
    readonly members: readonly ConflictMember[];
  },
): boolean {
  const holds = new Set(
    members.map((member) =>
      member.kind === 'rule' ? `${member.rule} ${member.worker}` : `${member.group} ${member.day}`,
    ),
  );
  const lackNow = problem.demand.map((demand) => vacancies.find((vacancy) => isSame(vacancy, demand))?.missing ?? 0);
  const isOfUnit = problem.demand.map((demand) => unit.some((vacancy) => isSame(vacancy, demand)));
  const now = minutesOf(unit);
  const needed = problem.demand.map((demand) => demand.required - runningIn(problem, demand));
  const choices = problem.workers.map(({ id }) =>
    distinct(schedules(problem, id).filter(({ broken }) => [...broken].every((rule) => !holds.has(`${rule} ${id}`)))),
  );
  const fits = (present: readonly number[]): boolean => {
    let minutes = 0;
    for (const [index, demand] of problem.demand.entries()) {
      const lack = Math.max(0, (needed[index] ?? 0) - (present[index] ?? 0));
      if (isOfUnit[index] === true) minutes += lack * (demand.end - demand.start);
      else if (holds.has(`${demand.group} ${demand.day}`) && lack > (lackNow[index] ?? 0)) return false;
    }
    return minutes < now;
  };
  const search = (worker: number, present: readonly number[]): boolean => {
    const own = choices[worker];
    if (own === undefined) return fits(present);
    return own.some((more) =>
      search(
        worker + 1,
        present.map((count, index) => count + (more[index] ?? 0)),
      ),
    );
  };
  return search(
    0,
    problem.demand.map(() => 0),
  );
}

function schedules(problem: RosterProblem, worker: string): readonly Schedule[] {
  const groups = new Set(problem.workers.find(({ id }) => id === worker)?.eligibility.map(({ group }) => group));
  let found: PlanAssignment[][] = [[]];
  for (const day of problem.days.keys()) {
    const duties = problem.groups
      .filter(({ id }) => groups.has(id))
      .flatMap(({ id, offers }) =>
        [...new Set(offers.filter((offer) => offer.day === day).flatMap(({ shifts }) => shifts))].map((shift) => ({
          worker,
          day,
          shift,
          group: id,
        })),
      );
    found = found.flatMap((schedule) => [schedule, ...duties.map((duty) => [...schedule, duty])]);
  }
  return found
    .map((assignments) => {
      const { hardViolations } = checkPlan(problem, assignments);
      const own = hardViolations.filter((violation) => violation.worker === worker);
      return {
        broken: new Set(own.map(({ rule }) => rule)),
        present: problem.demand.map((demand) => presence(problem, demand, assignments)),
      };
    })
    .filter(({ broken }) => !broken.has('oneDutyAtATime') && !broken.has('past'));
}

/** The presences that differ: what else the schedules do does not matter. */
function distinct(own: readonly Schedule[]): readonly (readonly number[])[] {
  return [...new Map(own.map(({ present }) => [present.join(), present])).values()];
}

/** Covering duties, as the checker counts them: with this one demand of ever more people, until one is missing. */
function presence(
  problem: RosterProblem,
  demand: RosterProblem['demand'][number],
  assignments: readonly PlanAssignment[],
): number {
  const without = problem.workers.map((worker) => ({
    ...worker,
    history: { workedDaysBefore: [], lastDutyEnd: null, duties: {}, group: null },
  }));
  const asked = 100;
  const [vacancy] = checkPlan(
    { ...problem, workers: without, pins: [], demand: [{ ...demand, required: asked }] },
    assignments,
  ).vacancies;
  return asked - (vacancy?.missing ?? 0);
}

function runningIn(problem: RosterProblem, demand: RosterProblem['demand'][number]): number {
  return problem.workers.filter(
    ({ history }) => history.running?.group === demand.group && demand.day * 1440 + demand.end <= history.running.until,
  ).length;
}

function isSame(
  one: { readonly group: string; readonly day: number; readonly start: number },
  other: { readonly group: string; readonly day: number; readonly start: number },
): boolean {
  return one.group === other.group && one.day === other.day && one.start === other.start;
}

function minutesOf(vacancies: readonly PlanVacancy[]): number {
  return vacancies.reduce((sum, { missing, start, end }) => sum + missing * (end - start), 0);
}
