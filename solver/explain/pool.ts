import type { LpEngine } from '../engines/lp-engine.js';
import { objectiveOf } from '../engines/lp-engine.js';
import type { Demand, ShiftType, Worker } from '../problem.js';
import { hardRules } from '../rules/index.js';
import { LinearModel } from '../rules/linear-model.js';
import { greatestCommonDivisor } from '../rules/overtime.js';
import type { RosterFacts } from '../rules/roster-facts.js';
import { covers, runningIn } from '../rules/vacancy.js';
import { toMip } from '../search/mip-model.js';
import { startDays } from './vacancy-units.js';

/** One limit added up over a pool: duties that start on the days weigh `weight` each, and together at most `achievable`. */
export interface Need {
  readonly kind: 'people' | 'weeklyRest' | 'weekends' | 'hours';
  readonly fromDay: number;
  readonly toDay: number;
  readonly weight: (shift: ShiftType, day: number) => number;
  readonly achievable: number;
}

/** Some groups and everybody who may serve one of them, as if they were one person with many hands. */
export interface Pool {
  readonly groups: readonly string[];
  readonly dayCount: number;
  readonly workers: readonly Worker[];
  /** Those whose home one of the groups is. */
  readonly home: readonly Worker[];
  /** Who can start a duty on the day. */
  starters(day: number): readonly Worker[];
  /** Counted minutes of the longest duty that the worker can start here on the day; null when there is none. */
  longest(worker: Worker, day: number): number | null;
  /** Each demand interval of the day: people needed beside those whose duty runs into it, and people who could be there. */
  demandOn(day: number): readonly PoolDemand[];
  /** The least weight of duties that fills all the demand of the span. */
  required(need: Need): Promise<number>;
  /** Missing person-minutes that no choice of duties within the need's limit can avoid. */
  missing(need: Need): Promise<number>;
}

export interface PoolDemand {
  readonly start: number;
  readonly end: number;
  readonly required: number;
  readonly able: number;
}

interface Cell {
  readonly group: string;
  readonly day: number;
  readonly shift: ShiftType;
  /** Who can work it as far as single duties tell. */
  readonly people: ReadonlySet<string>;
}

/** Enough for programmes of a few thousand columns. */
const seconds = 20;

export function openPool(
  facts: RosterFacts,
  { groups, engine }: { readonly groups: readonly string[]; readonly engine: LpEngine },
): Pool {
  const { problem } = facts;
  const own = new Set(groups);
  const workers = problem.workers.filter(({ eligibility }) => eligibility.some(({ group }) => own.has(group)));
  const { cells, longest } = cellsOf(facts, groups, workers);
  const demand = problem.demand.filter(({ group, required }) => own.has(group) && required > 0);
  const solved = new Map<string, number>();

  /** The relaxed programme over counts of duties, not people; with `limit` null nothing may be missing. */
  async function solve(need: Need, limit: number | null): Promise<number> {
    const { fromDay, toDay } = need;
    const linear = new LinearModel();
    const inSpan = cells.filter(({ day }) => fromDay <= day && day <= toDay);
    const columns = inSpan.map(({ shift, day, people }) => {
      const upper = limit === null ? Infinity : people.size;
      const column = linear.addColumn({ name: '', lower: 0, upper, isInteger: false });
      if (limit === null) linear.addCost('vacancy', column, need.weight(shift, day));
      return column;
    });
    let unit = 0;
    for (const one of demand) {
      // A duty that starts outside the span might fill it: then it is no business of the span.
      if (startDays(facts, one.day).some((day) => (day < fromDay || day > toDay) && isCovered(facts, one, day)))
        continue;
      const terms = inSpan.flatMap(({ group, day, shift }, index) =>
        group === one.group && covers(shift, day, one) ? [[columns[index] ?? 0, 1] as const] : [],
      );
      const lower = one.required - runningIn({ problem }, one);
      const startsInSpan = fromDay <= one.day && one.day <= toDay;
      if (lower <= 0 || !startsInSpan || (terms.length === 0 && limit === null)) continue;
      unit = greatestCommonDivisor(unit, one.end - one.start);
      const missing = limit === null ? [] : [[missingColumn(linear, one), 1] as const];
      linear.addRow({ name: '', rule: 'vacancy', lower, upper: Infinity, terms: [...terms, ...missing] });
    }
    // No demand, no columns perhaps: nothing to solve.
    if (unit === 0) return 0;
    if (limit !== null) {
      const terms = inSpan.map(({ shift, day }, index) => [columns[index] ?? 0, need.weight(shift, day)] as const);
      linear.addRow({ name: '', rule: 'vacancy', lower: -Infinity, upper: limit, terms });
    }
    const key = JSON.stringify([linear.rows, linear.costTerms, linear.columns]);
    const known = solved.get(key);
    if (known !== undefined) return known;
    const mip = toMip(linear, linear.costs());
    const { status, values } = await engine.solve(mip, { timeLimitSeconds: seconds, seed: 1 });
    // Without an optimum nothing is claimed.
    const optimum = status === 'optimal' && values !== null ? objectiveOf(mip, values) : 0;
    const result = limit === null ? optimum : Math.max(0, Math.ceil(optimum / unit - 1e-6) * unit);
    solved.set(key, result);
    return result;
  }

  return {
    groups,
    dayCount: problem.days.length,
    workers,
    home: workers.filter(({ eligibility }) => eligibility.some(({ group, role }) => own.has(group) && role === 'home')),
    starters: (day) => workers.filter((worker) => longest.has(`${worker.id}|${day}`)),
    longest: (worker, day) => longest.get(`${worker.id}|${day}`) ?? null,
    demandOn: (day) =>
      demand
        .filter((one) => one.day === day)
        .map((one) => {
          const covering = cells.filter((cell) => cell.group === one.group && covers(cell.shift, cell.day, one));
          const able = new Set(covering.flatMap(({ people }) => [...people]));
          return {
            start: one.start,
            end: one.end,
            required: one.required - runningIn({ problem }, one),
            able: able.size,
          };
        }),
    required: (need) => solve(need, null),
    missing: (need) => solve(need, need.achievable),
  };
}

function missingColumn(linear: LinearModel, { start, end }: Demand): number {
  const column = linear.addColumn({ name: '', lower: 0, upper: Infinity, isInteger: false });
  linear.addCost('vacancy', column, end - start);
  return column;
}

function isCovered(facts: RosterFacts, demand: Demand, day: number): boolean {
  return facts.offered(demand.group, day).some((shift) => covers(shift, day, demand));
}

/** Duties on offer with how many people no rule forbids them by themselves, and each person's longest of a day. */
function cellsOf(
  facts: RosterFacts,
  groups: readonly string[],
  workers: readonly Worker[],
): { readonly cells: readonly Cell[]; readonly longest: ReadonlyMap<string, number> } {
  const longest = new Map<string, number>();
  const cells = groups.flatMap((group) =>
    facts.problem.days.flatMap((_, day) =>
      facts.offered(group, day).map((shift) => {
        const able = workers.filter((worker) => {
          const duty = facts.duty(worker, { day, shift, group });
          return !hardRules.some((rule) => rule.forbids?.(duty, facts) ?? false);
        });
        for (const { id } of able) {
          const key = `${id}|${day}`;
          longest.set(key, Math.max(longest.get(key) ?? 0, shift.countedMinutes));
        }
        return { group, day, shift, people: new Set(able.map(({ id }) => id)) };
      }),
    ),
  );
  return { cells, longest };
}
