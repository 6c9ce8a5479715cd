import { checkPlan } from '../check/check-plan.js';
import type { LpEngine } from '../engines/lp-engine.js';
import type { Plan, PlanAssignment, SoftRuleName } from '../plan.js';
import type { HoursAccount, RosterProblem, Worker } from '../problem.js';
import { roleOn } from '../rules/roster-facts.js';
import type { RosterFacts } from '../rules/roster-facts.js';
import type { Stopwatch } from '../search/stopwatch.js';
import { localView } from './local-view.js';
import { priceText } from './price-text.js';
import { changed, changeText } from './repair-changes.js';
import type { RepairChange } from './repair-changes.js';
import { solveNear } from './solve-near.js';
import { signedYuan } from './texts.js';
import type { Text } from './texts.js';
import type { VacancyConflict } from './vacancy-conflicts.js';
import { coveringDuties } from './vacancy-units.js';
import type { VacancyUnit } from './vacancy-units.js';

/** A change with the plan that was found for it. */
export interface VacancyRepair {
  readonly change: RepairChange;
  /** Missing person-minutes that it saves in the whole plan. */
  readonly filledMinutes: number;
  /** Yuan, with the change less without it; both plans were sought in the same neighbourhood. */
  readonly costDifference: number;
  readonly costByRule: Readonly<Partial<Record<SoftRuleName, number>>>;
  /** Worker-days that differ from the plan. */
  readonly changedDays: number;
  /** What they are in the repaired plan: a duty, or a day off. */
  readonly moves: readonly Move[];
  readonly message: Text;
}

export interface Move {
  readonly worker: string;
  readonly day: number;
  readonly duty: { readonly shift: string; readonly group: string } | null;
}

export const repairsMax = 5;
/** Not five people's leave: a manager chooses between kinds of remedies first. */
const perKindMax = 2;
const triedPerKindMax = 4;
/** Days on either side of the vacancy on which the group's people may be moved. */
const nearDays = 6;
const solveSeconds = 1;
/** 36 hours of overtime a month (Labour Law 41). */
const monthlyOvertimeMinutes = 36 * 60;
/** An insistence outweighs every price of the problem by this factor. */
const insistence = 1000;

export interface Repairing {
  readonly problem: RosterProblem;
  readonly plan: Pick<Plan, 'assignments' | 'vacancies'>;
  readonly facts: RosterFacts;
  readonly unit: VacancyUnit;
  readonly conflict: VacancyConflict;
}

/**
 * The cheapest changes that fill (some of) a vacancy with no more missing elsewhere, each tried by solving the changed problem again around the
 * vacancy; `direct` are those known already (`directRepairs`). Prices are those of plans that were found, confirmed by the independent checker; a cheaper plan may exist farther away.
 */
export async function vacancyRepairs(
  repairing: Repairing,
  direct: readonly VacancyRepair[],
  search: { readonly engine: LpEngine; readonly watch: Stopwatch; readonly seed: number },
): Promise<readonly VacancyRepair[]> {
  const solver = solverAround(repairing, search);
  const found: VacancyRepair[] = [...direct];
  const base = search.watch.leftSeconds() <= 0 ? null : await solver(repairing.problem);
  for (const change of candidates(repairing)) {
    if (search.watch.leftSeconds() <= 0) break;
    if (base === null) continue;
    const variant = changed(repairing.problem, change);
    const fills = (one: Solved | null): boolean =>
      one !== null && one.missingMinutes < base.missingMinutes && one.unitMinutes < base.unitMinutes;
    const willing = change.kind === 'insist' ? null : await solver(variant);
    // The change makes it possible; whether it pays is for the reader to see.
    const after = fills(willing) ? willing : await solver(variant, { insists: true });
    if (after === null || !fills(after)) continue;
    const filledMinutes = base.missingMinutes - after.missingMinutes;
    const exact = asUsed(repairing.problem, change, after.assignments);
    const repair = priced(repairing, { change: exact, base, after, filledMinutes });
    if (!found.some(({ moves }) => isSame(moves, repair.moves))) found.push(repair);
  }
  const inOrder = found.sort((a, b) => a.costDifference - b.costDifference);
  return inOrder
    .filter(({ change }, index) => {
      const before = inOrder.slice(0, index).filter((other) => other.change.kind === change.kind);
      return before.length < perKindMax;
    })
    .slice(0, repairsMax);
}

interface Solved {
  readonly assignments: readonly PlanAssignment[];
  readonly costByRule: Readonly<Record<SoftRuleName, number>>;
  readonly missingMinutes: number;
  /** Missing minutes in the intervals of the vacancy alone. */
  readonly unitMinutes: number;
}

/** Solves a variant of the problem around the vacancy and lets the checker confirm it; null when that fails. */
function solverAround(
  { problem, plan, unit }: Repairing,
  { engine, watch, seed }: { readonly engine: LpEngine; readonly watch: Stopwatch; readonly seed: number },
): (variant: RosterProblem, how?: { readonly insists: boolean }) => Promise<Solved | null> {
  const isOfUnit = ({
    group,
    day,
    start,
  }: {
    readonly group: string;
    readonly day: number;
    readonly start: number;
  }): boolean =>
    group === unit.group && unit.intervals.some((interval) => interval.day === day && interval.start === start);
  const highest = Math.max(1, ...problem.demand.map(({ price, start, end }) => price / (end - start)));
  const days = new Set(unit.intervals.map(({ day }) => day));
  const [first, last] = [Math.min(...days) - 1, Math.max(...days)];
  const shared = sharedGroups(problem, unit.group);
  return async (variant, { insists } = { insists: false }) => {
    // Every missing minute costs the same, those of the vacancy twice, so that they are not merely moved.
    const urgent = highest * insistence;
    const demand = variant.demand.map((one) =>
      insists ? { ...one, price: urgent * (one.end - one.start) * (isOfUnit(one) ? 2 : 1) } : one,
    );
    const assignments = await solveNear({ ...variant, demand }, plan.assignments, {
      engine,
      seed,
      timeLimitSeconds: Math.min(solveSeconds, watch.leftSeconds()),
      isFree: ({ worker, day }) =>
        serves(worker, unit.group)
          ? day >= first - nearDays && day <= last + nearDays
          : day >= first && day <= last && worker.eligibility.some(({ group }) => shared.has(group)),
    });
    if (assignments === null) return null;
    const check = checkPlan(variant, assignments);
    if (check.hardViolations.length > 0) return null;
    const unitMinutes = check.vacancies
      .filter(isOfUnit)
      .reduce((sum, { missing, start, end }) => sum + missing * (end - start), 0);
    return { assignments, costByRule: check.costByRule, missingMinutes: check.missingMinutes, unitMinutes };
  };
}

function serves({ eligibility }: Worker, group: string): boolean {
  return eligibility.some((entry) => entry.group === group);
}

/** The groups that the people of the group may serve. */
function sharedGroups(problem: RosterProblem, group: string): ReadonlySet<string> {
  const people = problem.workers.filter((worker) => serves(worker, group));
  return new Set(people.flatMap(({ eligibility }) => eligibility.map((entry) => entry.group)));
}

/** An overtime ceiling no higher than the plan needs it. */
function asUsed(problem: RosterProblem, change: RepairChange, assignments: readonly PlanAssignment[]): RepairChange {
  if (change.kind !== 'overtime') return change;
  const accounts = problem.workers.find(({ id }) => id === change.worker)?.limits.hours ?? [];
  const account = accounts.find(({ name }) => name === change.account);
  if (account === undefined) return change;
  const counted = new Map(problem.shifts.map(({ id, countedMinutes }) => [id, countedMinutes]));
  const worked = assignments
    .filter(({ worker, day }) => worker === change.worker && account.fromDay <= day && day <= account.toDay)
    .reduce((sum, { shift }) => sum + (counted.get(shift) ?? 0), 0);
  return { ...change, minutesMax: Math.max(account.minutesMax ?? 0, account.carriedMinutes + worked) };
}

function priced(
  { problem, plan }: Repairing,
  {
    change,
    base,
    after,
    filledMinutes,
  }: { readonly change: RepairChange; readonly base: Solved; readonly after: Solved; readonly filledMinutes: number },
): VacancyRepair {
  const costs = (Object.keys(after.costByRule) as SoftRuleName[])
    .map((rule) => [rule, Math.round((after.costByRule[rule] - base.costByRule[rule]) * 1e6) / 1e6] as const)
    .filter(([, cost]) => cost !== 0);
  const costByRule = Object.fromEntries(costs);
  const costDifference = costs.reduce((sum, [, cost]) => sum + cost, 0);
  const moves = movesBetween(plan.assignments, after.assignments);
  const price = { filledMinutes, costDifference, costByRule };
  return { change, ...price, changedDays: moves.length, moves, message: repairMessage(problem, change, price) };
}

export function repairMessage(
  problem: RosterProblem,
  change: RepairChange,
  { filledMinutes, costDifference, costByRule }: Pick<VacancyRepair, 'filledMinutes' | 'costDifference' | 'costByRule'>,
): Text {
  const clause = changeText(problem, change);
  const price = priceText(costByRule);
  return {
    zh: `${clause.zh}：补上 ${filledMinutes} 分钟，费用变化 ${signedYuan(costDifference)} 元（${price.zh}）。`,
    en: `${clause.en}: fills ${filledMinutes} min at ${signedYuan(costDifference)} yuan (${price.en}).`,
  };
}

function isSame(some: readonly Move[], others: readonly Move[]): boolean {
  const keys = (moves: readonly Move[]): string =>
    moves
      .map(({ worker, day, duty }) => `${worker} ${day} ${duty?.shift ?? ''} ${duty?.group ?? ''}`)
      .sort()
      .join('|');
  return keys(some) === keys(others);
}

export function movesBetween(before: readonly PlanAssignment[], after: readonly PlanAssignment[]): Move[] {
  const key = ({ worker, day, shift, group }: PlanAssignment): string => `${worker}|${day}|${shift}|${group}`;
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  const left = before.filter((duty) => !now.has(key(duty)));
  const taken = after.filter((duty) => !old.has(key(duty)));
  const moves = new Map<string, Move>();
  for (const { worker, day } of left) moves.set(`${worker}|${day}`, { worker, day, duty: null });
  for (const { worker, day, shift, group } of taken)
    moves.set(`${worker}|${day}`, { worker, day, duty: { shift, group } });
  return [...moves.values()];
}

/** Changes worth trying: first what the conflict says is needed, then the same for others of the group, then help from outside. */
function candidates(repairing: Repairing): readonly RepairChange[] {
  const { problem, unit, conflict } = repairing;
  const members = conflict.kind === 'unavoidable' ? conflict.members : [];
  const inConflict = new Set(members.flatMap((member) => (member.kind === 'rule' ? [member.worker] : [])));
  const people = problem.workers
    .filter((worker) => serves(worker, unit.group))
    .sort((a, b) => Number(inConflict.has(b.id)) - Number(inConflict.has(a.id)));
  const all: readonly RepairChange[] = [
    ...(conflict.kind === 'unavoidable' ? [] : [{ kind: 'insist' } as const]),
    ...people.flatMap((worker) => absencesOf(repairing, worker)),
    ...people.flatMap((worker) => pinsOf(repairing, worker)),
    ...people.flatMap((worker) => overtimeOf(repairing, worker)),
    ...backups(repairing),
    { kind: 'onePersonMore', group: unit.group },
  ];
  return all.filter(
    ({ kind }, index) => all.slice(0, index).filter((other) => other.kind === kind).length < triedPerKindMax,
  );
}

/** Days of presence of the duties that could fill the vacancy. */
function presenceDays({ facts, unit }: Repairing): readonly number[] {
  const days = coveringDuties(facts, unit.intervals.slice(0, 1)).flatMap(({ day, shift }) => {
    const end = facts.shifts.get(shift)?.segments.at(-1)?.end ?? 0;
    return Array.from({ length: Math.ceil(end / 1440) }, (_, offset) => day + offset);
  });
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Leave and fixed days off can be moved, gates opened; somebody who is not employed yet is one more person. */
function absencesOf(repairing: Repairing, worker: Worker): readonly RepairChange[] {
  const days = new Set(presenceDays(repairing));
  const away = worker.unavailable.filter(({ day, reason }) => days.has(day) && reason !== 'notEmployed');
  const reason = away[0]?.reason;
  if (reason === undefined) return [];
  return [{ kind: 'moveAbsence', worker: worker.id, days: away.map(({ day }) => day), reason }];
}

function pinsOf(repairing: Repairing, worker: Worker): readonly RepairChange[] {
  const { problem, unit } = repairing;
  const days = new Set(presenceDays(repairing));
  const pinned = problem.pins.filter(
    (pin) => pin.worker === worker.id && days.has(pin.day) && pin.assignment?.group !== unit.group,
  );
  return pinned.length === 0 ? [] : [{ kind: 'liftPin', worker: worker.id, days: pinned.map(({ day }) => day) }];
}

/** Accounts that end below what the law allows, where no ban on overtime holds. */
function overtimeOf({ unit }: Repairing, { id, limits }: Worker): readonly RepairChange[] {
  return limits.hours.flatMap((account): readonly RepairChange[] => {
    const { fromDay, toDay, name, minutesMax } = account;
    const isBanned = (limits.overtimeBans ?? []).some((ban) => ban.fromDay <= toDay && fromDay <= ban.toDay);
    const legal = legalMinutes(account);
    if (fromDay > unit.day || unit.day > toDay || isBanned || minutesMax === null || minutesMax >= legal) return [];
    return [{ kind: 'overtime', worker: id, account: name, minutesMax: legal }];
  });
}

function legalMinutes({ normalMinutes, fromDay, toDay }: HoursAccount): number {
  const months = Math.max(1, Math.round((toDay - fromDay + 1) / 30.44));
  return normalMinutes === null ? 0 : normalMinutes + months * monthlyOvertimeMinutes;
}

/** People who are not approved for the group, those first whom a duty there would cost least; none whom another rule forbids it. */
function backups({ problem, plan, facts, unit }: Repairing): readonly RepairChange[] {
  const view = localView(problem, plan.assignments);
  const duties = coveringDuties(facts, unit.intervals.slice(0, 1));
  const ranked = problem.workers.flatMap((worker) => {
    const options = duties
      .filter(
        ({ day }) =>
          roleOn(worker, unit.group, day) === null && !view.dutiesOf(worker.id).some((own) => own.day === day),
      )
      .flatMap(({ day, shift }) => {
        const entry = { group: unit.group, fromDay: day, toDay: day, role: 'backup' } as const;
        const approved = { ...worker, eligibility: [...worker.eligibility, entry] };
        const after = [...view.dutiesOf(worker.id), { worker: worker.id, day, shift, group: unit.group }];
        if (view.violations([approved], after).length > 0) return [];
        return [{ day, cost: view.costs([approved], after).costDifference }];
      });
    const best = options.sort((a, b) => a.cost - b.cost)[0];
    return best === undefined ? [] : [{ worker: worker.id, ...best }];
  });
  return ranked
    .sort((a, b) => a.cost - b.cost)
    .slice(0, perKindMax)
    .map(({ worker, day }) => ({ kind: 'approveBackup', worker, group: unit.group, fromDay: day, toDay: day }));
}
