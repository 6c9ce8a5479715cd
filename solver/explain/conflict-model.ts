import type { MipModel } from '../engines/lp-engine.js';
import type { HardRuleName } from '../plan.js';
import type { Demand, RosterProblem, Worker } from '../problem.js';
import { hardRules, minimumRules } from '../rules/index.js';
import { readFacts } from '../rules/roster-facts.js';
import type { Duty } from '../rules/roster-facts.js';
import { RosterModel } from '../rules/roster-model.js';
import type { DutyColumn } from '../rules/roster-model.js';
import { covers, runningIn } from '../rules/vacancy.js';
import { toMip } from '../search/mip-model.js';
import { startDays } from './vacancy-units.js';
import type { VacancyUnit } from './vacancy-units.js';

/**
 * What may be left out to see whether a vacancy could then be filled: one rule for one worker (their leave, their hours, their
 * pins …), or the need of another group and day to stay as well filled as it is.
 */
export type ConflictMember =
  | { readonly kind: 'rule'; readonly rule: HardRuleName; readonly worker: string }
  | { readonly kind: 'demand'; readonly group: string; readonly day: number };

/** The part of the problem that is looked at: some groups with everybody who may serve them, some days. */
export interface ConflictScope {
  readonly groups: ReadonlySet<string>;
  readonly fromDay: number;
  readonly toDay: number;
}

/** "The unit lacks less than now, nobody else lacks more than now" under any choice of members. */
export interface ConflictModel {
  readonly members: readonly ConflictMember[];
  /** The model in which only these members hold; it has a solution exactly when they leave room to fill more of the unit. */
  withOnly(active: ReadonlySet<ConflictMember>): MipModel;
}

/** A person is in one place and what has begun is past, whatever else is relaxed; only who is listed for a group can ever serve it. */
const background: ReadonlySet<HardRuleName> = new Set(['oneDutyAtATime', 'past']);

export function conflictModel(
  problem: RosterProblem,
  {
    unit,
    scope,
    missingOf,
  }: {
    readonly unit: VacancyUnit;
    readonly scope: ConflictScope;
    /** People missing now in a demand interval. */
    readonly missingOf: (demand: Demand) => number;
  },
): ConflictModel {
  const part = partOf(problem, scope);
  const model = new RosterModel(readFacts(part));
  const switches = new Switches();
  addDuties(model, { scope, switches });
  const isWhole = scope.fromDay <= 0 && scope.toDay >= problem.days.length - 1;
  for (const rule of hardRules) {
    // Minima demand work, perhaps on days that this part leaves out: without them the part is only easier.
    if (rule.name === 'pins' || (!isWhole && minimumRules.has(rule.name))) continue;
    rule.addRows?.(model);
  }
  model.linear.rows.forEach(({ about, rule }, row) => {
    if (about !== undefined && !background.has(rule as HardRuleName))
      switches.ofRule(rule as HardRuleName, about.worker).rows.push(row);
  });
  addPins(model, switches);
  addDemand(model, { unit, switches, missingOf });
  const mip = toMip(model.linear, new Float64Array(model.linear.columns.length));
  const members = switches.members();
  return { members, withOnly: (active) => switches.apply(mip, active) };
}

/** The groups of the scope with their demand, and everybody who may ever serve one of them. */
function partOf(problem: RosterProblem, { groups, fromDay, toDay }: ConflictScope): RosterProblem {
  const workers = problem.workers.filter(({ eligibility }) => eligibility.some(({ group }) => groups.has(group)));
  const names = new Set(workers.map(({ id }) => id));
  return {
    ...problem,
    workers,
    pins: problem.pins.filter(({ worker }) => names.has(worker)),
    demand: problem.demand.filter(({ group, day }) => groups.has(group) && fromDay <= day && day <= toDay),
  };
}

/** Also duties that a rule forbids by itself get a column: leaving the rule out opens it. */
function addDuties(
  model: RosterModel,
  { scope, switches }: { readonly scope: ConflictScope; readonly switches: Switches },
): void {
  const { facts, problem } = model;
  const pinned = new Map(problem.pins.map(({ worker, day, assignment }) => [`${worker}|${day}`, assignment]));
  const reach = startDays(facts, scope.fromDay)[0] ?? 0;
  const isInScope = (worker: Worker, day: number, group: string): boolean =>
    (scope.groups.has(group) && reach <= day && day <= scope.toDay) ||
    pinned.get(`${worker.id}|${day}`)?.group === group;
  for (const worker of problem.workers) {
    for (const group of new Set(worker.eligibility.map((entry) => entry.group))) {
      for (let day = 0; day < problem.days.length; day += 1) {
        if (!isInScope(worker, day, group)) continue;
        for (const shift of facts.offered(group, day))
          addDuty(model, facts.duty(worker, { day, shift, group }), switches);
      }
    }
  }
}

function addDuty(model: RosterModel, duty: Duty, switches: Switches): void {
  const forbidding = hardRules.filter((rule) => rule.forbids?.(duty, model.facts) ?? false).map(({ name }) => name);
  if (forbidding.some((rule) => background.has(rule))) return;
  const column = model.linear.columns.length;
  model.addDuty(duty);
  for (const rule of forbidding) switches.ofRule(rule, duty.worker.id).closes.push(column);
}

function addPins(model: RosterModel, switches: Switches): void {
  for (const { worker, day, assignment } of model.problem.pins) {
    const duty = model
      .dutiesOn(worker, day)
      .find((one) => one.shift.id === assignment?.shift && one.group === assignment.group);
    if (duty !== undefined) switches.ofRule('pins', worker).forces.push(duty.column);
  }
}

function addDemand(
  model: RosterModel,
  {
    unit,
    switches,
    missingOf,
  }: {
    readonly unit: VacancyUnit;
    readonly switches: Switches;
    readonly missingOf: (demand: Demand) => number;
  },
): void {
  const byGroupDay = new Map<string, DutyColumn[]>();
  for (const duty of model.duties) {
    const key = `${duty.group}|${duty.day}`;
    byGroupDay.set(key, [...(byGroupDay.get(key) ?? []), duty]);
  }
  const isOfUnit = (demand: Demand): boolean =>
    demand.group === unit.group &&
    unit.intervals.some(({ day, start }) => day === demand.day && start === demand.start);
  const lacking: [number, number][] = [];
  for (const demand of model.problem.demand) {
    const covering = startDays(model, demand.day)
      .flatMap((day) => byGroupDay.get(`${demand.group}|${day}`) ?? [])
      .filter((duty) => covers(duty.shift, duty.day, demand));
    const required = demand.required - runningIn(model, demand);
    const terms = covering.map((duty) => [duty.column, 1] as const);
    const row = { name: `cover${model.linear.rows.length}`, rule: 'vacancy', upper: Infinity } as const;
    if (isOfUnit(demand)) {
      const name = `missing${model.linear.columns.length}`;
      const column = model.linear.addColumn({ name, lower: 0, upper: Infinity, isInteger: false });
      lacking.push([column, demand.end - demand.start]);
      model.linear.addRow({ ...row, lower: required, terms: [...terms, [column, 1]] });
    } else if (required - missingOf(demand) > 0) {
      switches.ofDemand(demand).rows.push(model.linear.rows.length);
      model.linear.addRow({ ...row, lower: required - missingOf(demand), terms });
    }
  }
  model.linear.addRow({
    name: 'fewer',
    rule: 'vacancy',
    lower: -Infinity,
    upper: unit.missingMinutes - unit.step,
    terms: lacking,
  });
}

/** What a member does to the model when it holds: rows that bind, duties that it closes, duties that it forces. */
interface Switch {
  readonly member: ConflictMember;
  readonly rows: number[];
  readonly closes: number[];
  readonly forces: number[];
}

class Switches {
  readonly #byKey = new Map<string, Switch>();

  ofRule(rule: HardRuleName, worker: string): Switch {
    return this.#at(`${rule}|${worker}`, { kind: 'rule', rule, worker });
  }

  ofDemand({ group, day }: Demand): Switch {
    return this.#at(`${group}|${day}|demand`, { kind: 'demand', group, day });
  }

  members(): readonly ConflictMember[] {
    return [...this.#byKey.values()].map(({ member }) => member);
  }

  apply(mip: MipModel, active: ReadonlySet<ConflictMember>): MipModel {
    const lower = Float64Array.from(mip.lower);
    const upper = Float64Array.from(mip.upper);
    const rowLower = Float64Array.from(mip.rowLower);
    const rowUpper = Float64Array.from(mip.rowUpper);
    for (const { member, rows, closes, forces } of this.#byKey.values()) {
      const holds = active.has(member);
      for (const row of holds ? [] : rows) [rowLower[row], rowUpper[row]] = [-Infinity, Infinity];
      for (const column of holds ? closes : []) upper[column] = 0;
      for (const column of holds ? forces : []) lower[column] = 1;
    }
    return { ...mip, columnNames: [], rowNames: [], lower, upper, rowLower, rowUpper };
  }

  #at(key: string, member: ConflictMember): Switch {
    const known = this.#byKey.get(key) ?? { member, rows: [], closes: [], forces: [] };
    this.#byKey.set(key, known);
    return known;
  }
}
