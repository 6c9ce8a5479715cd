import { checkPlan } from '../check/check-plan.js';
import { grouped } from '../check/facts.js';
import type { PlanAssignment, SoftRuleName, Violation } from '../plan.js';
import type {
  Baseline,
  Demand,
  DutyKind,
  FairnessRule,
  Pin,
  PostGroup,
  RosterProblem,
  ShiftCover,
  Worker,
} from '../problem.js';
import { minutesPerDay } from '../rules/roster-facts.js';
import { covers } from '../rules/vacancy.js';
import { standIn } from '../search/stand-in.js';
import { startDays } from './vacancy-units.js';

/** What a change of a few people's duties costs the whole plan, exactly, in yuan: after less before. */
export interface LocalCost {
  /** Rules that don't change are absent. */
  readonly costByRule: Readonly<Partial<Record<SoftRuleName, number>>>;
  readonly costDifference: number;
}

/**
 * Changes of a few people's duties, judged by the independent checker. `workers` may differ from the problem's (an approval more);
 * `after` are all their duties, and every other person's stand.
 */
export interface LocalView {
  dutiesOf(worker: string): readonly PlanAssignment[];
  /** Hard rules that the change breaks and that held for these people before. */
  violations(workers: readonly Worker[], after: readonly PlanAssignment[]): readonly Violation[];
  costs(workers: readonly Worker[], after: readonly PlanAssignment[]): LocalCost;
}

/** Differences below this are round-off. */
const noise = 1e-9;

/**
 * Costs are those of a problem that holds only the people concerned: what everybody else covers is taken off the demand, and the least
 * burden of each fairness rule is kept by a stand-in. The differences are those of the whole plan (a property test compares them).
 */
export function localView(problem: RosterProblem, assignments: readonly PlanAssignment[]): LocalView {
  const index = indexOf(problem, assignments);
  const known = new Map<string, ReadonlySet<string>>();
  const brokenBefore = (worker: Worker): ReadonlySet<string> => {
    const found =
      known.get(worker.id) ?? new Set(brokenBy(index, worker, index.duties.get(worker.id) ?? []).map(keyOf));
    known.set(worker.id, found);
    return found;
  };
  return {
    dutiesOf: (worker) => index.duties.get(worker) ?? [],
    violations: (workers, after) =>
      workers.flatMap((worker) => {
        const before = brokenBefore(index.workers.get(worker.id) ?? worker);
        const own = after.filter((duty) => duty.worker === worker.id);
        return brokenBy(index, worker, own).filter((violation) => !before.has(keyOf(violation)));
      }),
    costs(workers, after) {
      const before = workers.flatMap(({ id }) => index.duties.get(id) ?? []);
      const part = partFor(index, { workers, before, after });
      const then = checkPlan(part.problem, [...part.others, ...before]).costByRule;
      const now = checkPlan(part.problem, [...part.others, ...after]).costByRule;
      const costs = (Object.keys(now) as SoftRuleName[])
        .map((rule) => [rule, Math.round((now[rule] - then[rule]) * 1e6) / 1e6] as const)
        .filter(([, cost]) => Math.abs(cost) > noise);
      return {
        costByRule: Object.fromEntries(costs),
        costDifference: costs.reduce((sum, [, cost]) => sum + cost, 0),
      };
    },
  };
}

/** Every hard rule speaks about one worker, so the worker alone tells. */
function brokenBy(index: Index, worker: Worker, duties: readonly PlanAssignment[]): readonly Violation[] {
  const groups = [...new Set(duties.map(({ group }) => group))].flatMap((group) => index.groups.get(group) ?? []);
  const pins = index.pins.get(worker.id) ?? [];
  const none = { demand: [], fairness: [], backupPairs: [], requests: [], shiftCover: [] };
  return checkPlan(
    { ...index.problem, ...none, ...baselineOf(index, [worker.id]), workers: [worker], groups, pins },
    duties,
  ).hardViolations;
}

interface Index {
  readonly problem: RosterProblem;
  readonly workers: ReadonlyMap<string, Worker>;
  readonly groups: ReadonlyMap<string, PostGroup>;
  readonly pins: ReadonlyMap<string, readonly Pin[]>;
  readonly published: ReadonlyMap<string, Baseline['assignments']>;
  readonly duties: ReadonlyMap<string, readonly PlanAssignment[]>;
  readonly partners: ReadonlyMap<string, readonly string[]>;
  readonly fairness: readonly {
    readonly rule: FairnessRule;
    readonly workers: ReadonlySet<string>;
    readonly least: number;
  }[];
  demandOf(duty: PlanAssignment): readonly Demand[];
  /** Planned duties and duties from before that cover the demand. */
  present(demand: Demand): readonly string[];
  coverOf(duty: PlanAssignment): ShiftCover | undefined;
  inShift(cover: ShiftCover): readonly string[];
}

function indexOf(problem: RosterProblem, assignments: readonly PlanAssignment[]): Index {
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]));
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const demand = grouped(problem.demand, ({ group, day }) => `${group}|${day}`);
  const byGroupDay = grouped(assignments, ({ group, day }) => `${group}|${day}`);
  const running = problem.workers.filter(({ history }) => history.running !== undefined);
  const pairs = problem.backupPairs.flatMap(({ holder, backup }) => [
    { of: holder, partner: backup },
    { of: backup, partner: holder },
  ]);
  const isCovering = ({ shift, day }: PlanAssignment, one: Demand): boolean => {
    const type = shifts.get(shift);
    return type !== undefined && covers(type, day, one);
  };
  const covered = (problem.shiftCover ?? []).map(
    (cover) => [`${cover.group}|${cover.day}|${cover.shift}`, cover] as const,
  );
  const coverByKey = new Map(covered);
  return {
    problem,
    workers,
    groups: new Map(problem.groups.map((group) => [group.id, group])),
    pins: grouped(problem.pins, ({ worker }) => worker),
    published: grouped(problem.baseline?.assignments ?? [], ({ worker }) => worker),
    duties: grouped(assignments, ({ worker }) => worker),
    partners: new Map(
      [...grouped(pairs, ({ of }) => of)].map(([of, list]) => [of, list.map(({ partner }) => partner)]),
    ),
    fairness: problem.fairness.map((rule) => ({
      rule,
      workers: new Set(rule.workers),
      least: Math.min(
        ...rule.workers.flatMap((id) => workers.get(id) ?? []).map(({ history }) => history.duties[rule.duty] ?? 0),
      ),
    })),
    demandOf(duty) {
      const last = duty.day + Math.ceil((shifts.get(duty.shift)?.segments.at(-1)?.end ?? 0) / minutesPerDay);
      const days = Array.from({ length: last - duty.day + 1 }, (_, offset) => duty.day + offset);
      return days.flatMap((day) => demand.get(`${duty.group}|${day}`) ?? []).filter((one) => isCovering(duty, one));
    },
    present: (one) => [
      ...startDays({ problem }, one.day)
        .flatMap((day) => byGroupDay.get(`${one.group}|${day}`) ?? [])
        .filter((duty) => isCovering(duty, one))
        .map(({ worker }) => worker),
      ...running
        .filter(
          ({ history }) =>
            history.running?.group === one.group && one.day * minutesPerDay + one.end <= history.running.until,
        )
        .map(({ id }) => id),
    ],
    coverOf: ({ group, day, shift }) => coverByKey.get(`${group}|${day}|${shift}`),
    inShift: ({ group, day, shift }) =>
      (byGroupDay.get(`${group}|${day}`) ?? []).filter((duty) => duty.shift === shift).map(({ worker }) => worker),
  };
}

/** The problem of the people concerned, their partners in backup pairs, and what the change touches. */
function partFor(
  index: Index,
  {
    workers,
    before,
    after,
  }: {
    readonly workers: readonly Worker[];
    readonly before: readonly PlanAssignment[];
    readonly after: readonly PlanAssignment[];
  },
): { readonly problem: RosterProblem; readonly others: readonly PlanAssignment[] } {
  const { problem } = index;
  const changing = new Set(workers.map(({ id }) => id));
  const partners = [...changing].flatMap((id) => index.partners.get(id) ?? []).filter((id) => !changing.has(id));
  const beside = [...new Set(partners)].flatMap((id) => index.workers.get(id) ?? []);
  const people = new Set([...changing, ...beside.map(({ id }) => id)]);
  const others = beside.flatMap(({ id }) => index.duties.get(id) ?? []);
  const own = [...before, ...after];
  const groups = new Set([...own, ...others].map(({ group }) => group));
  const elsewhere = (ids: readonly string[]): number => ids.filter((id) => !people.has(id)).length;
  const fairness = fairnessFor(index, changing);
  const touched = new Set(own.flatMap((duty) => index.demandOf(duty)));
  const demand = [...touched].map((one) => ({ ...one, required: one.required - elsewhere(index.present(one)) }));
  const covers = new Set(own.flatMap((duty) => index.coverOf(duty) ?? []));
  const part: RosterProblem = {
    ...problem,
    workers: [...workers, ...beside, ...fairness.standIns],
    groups: [...groups].flatMap((group) => index.groups.get(group) ?? []),
    demand: [...demand, ...openDays(index, own)],
    fairness: fairness.rules,
    backupPairs: problem.backupPairs.filter(({ holder, backup }) => changing.has(holder) || changing.has(backup)),
    pins: [],
    requests: (problem.requests ?? []).filter(({ worker }) => people.has(worker)),
    shiftCover: [...covers].map((cover) => ({
      ...cover,
      preferred: cover.preferred - elsewhere(index.inShift(cover)),
    })),
    ...baselineOf(index, [...people]),
  };
  return { problem: part, others };
}

function baselineOf({ problem, published }: Index, people: readonly string[]): Pick<RosterProblem, 'baseline'> {
  const { baseline } = problem;
  if (baseline === undefined) return {};
  return { baseline: { ...baseline, assignments: people.flatMap((id) => published.get(id) ?? []) } };
}

/** Demand of no length: it costs nothing and says on which days a group is open, which is what backup pairs ask. */
function openDays({ problem, partners }: Index, duties: readonly PlanAssignment[]): readonly Demand[] {
  const days = new Set(duties.filter(({ worker }) => partners.has(worker)).map(({ day }) => day));
  const open = problem.demand.filter(({ day, required }) => required > 0 && days.has(day));
  const keys = new Map(open.map(({ group, day }) => [`${group}|${day}`, { group, day }]));
  return [...keys.values()].map((key) => ({ ...key, start: 0, end: 0, required: 1, price: 0 }));
}

/** The rules of these people, each with a stand-in who carries what the least burdened of all its people carries. */
function fairnessFor(
  { fairness }: Index,
  changing: ReadonlySet<string>,
): { readonly rules: readonly FairnessRule[]; readonly standIns: readonly Worker[] } {
  const standIns = new Map<string, Worker>();
  const timesSeen = new Map<DutyKind, number>();
  const rules = fairness
    .filter(({ workers }) => [...changing].some((id) => workers.has(id)))
    .map(({ rule, workers, least }) => {
      const times = timesSeen.get(rule.duty) ?? 0;
      timesSeen.set(rule.duty, times + 1);
      const id = `least burdened ${times}`;
      const burdens = { ...standIns.get(id)?.history.duties, [rule.duty]: least };
      standIns.set(id, standIn(id, burdens));
      return { ...rule, workers: [...[...changing].filter((one) => workers.has(one)), id] };
    });
  return { rules, standIns: [...standIns.values()] };
}

function keyOf({ rule, worker, days }: Violation): string {
  return `${rule}|${worker}|${days.join()}`;
}
