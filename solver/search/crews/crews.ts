import type { RuleName } from '../../plan.js';
import type { Row } from '../../rules/linear-model.js';
import type { DutyColumn, RosterModel } from '../../rules/roster-model.js';
import { DisjointSets } from '../disjoint-sets.js';

/** A stretch of days that only burdens and month-long limits tie to the others: as a rule a calendar week. */
export interface Block {
  readonly days: readonly number[];
  readonly crews: readonly Crew[];
  /** The model's rows of these days that count people: in shifts, in intervals, in pairs. */
  readonly cover: readonly Row[];
}

/**
 * People who are alike within a block: the same shifts on the same days, the same limits, the same fairness rules. Which groups they
 * may serve, and at what price, may differ: that makes their types.
 */
export interface Crew {
  readonly members: readonly string[];
  readonly types: readonly CrewType[];
  /** What some member may do: one duty for each group, day and shift. */
  readonly cells: readonly DutyColumn[];
  /** Every member's own limits, as rows over `day|shift` and the accounting columns of `own`. */
  readonly rows: readonly CrewRow[];
  readonly own: readonly OwnColumn[];
}

export interface CrewType {
  readonly members: readonly string[];
  /** Price of a day in a group, by `day|group`. */
  readonly prices: ReadonlyMap<string, number>;
}

export interface CrewRow {
  readonly rule: RuleName;
  readonly lower: number;
  readonly upper: number;
  readonly shifts: ReadonlyMap<string, number>;
  /** Coefficients by place in `own`. */
  readonly own: ReadonlyMap<number, number>;
}

/** One for each member: overtime. */
export interface OwnColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
}

/** Rules that crews carry: about one person within a block, about counts, or about burdens and pairs. */
const carried: ReadonlySet<string> = new Set<RuleName | 'count'>([
  'oneDutyAtATime',
  'hoursMaximum',
  'weeklyRest',
  'pins',
  'overtime',
  'vacancy',
  'fairness',
  'backupPair',
  'count',
]);
const aboutOnePerson: ReadonlySet<string> = new Set(['hoursMaximum', 'weeklyRest', 'pins', 'overtime']);
/** Hard rows may reach from one block into another (a month's hours): crews leave them out, dealing keeps them. */
const mayReachAcross: ReadonlySet<string> = new Set(['hoursMaximum', 'weeklyRest']);
const daysPerWeek = 7;

export const shiftKey = ({ day, shift }: DutyColumn): string => `${day}|${shift.id}`;
export const groupKey = ({ day, group }: Pick<DutyColumn, 'day' | 'group'>): string => `${day}|${group}`;
export const cellKey = ({ day, shift, group }: DutyColumn): string => `${day}|${shift.id}|${group}`;

/**
 * The blocks of a problem with their crews; null when a rule ties duties together in a way that crews don't carry (rest between
 * duties, runs, a published roster, nights …).
 */
export function readCrews(model: RosterModel): readonly Block[] | null {
  const { linear, problem } = model;
  if (linear.rows.some((row) => !carried.has(row.rule))) return null;
  const costs = linear.costs();
  if (model.duties.some(({ calendarDays }) => calendarDays.length > 1) || !isPricedByGroup(model, costs)) return null;
  const daysOf = (row: Row): readonly number[] => [
    ...new Set(row.columns.map((column) => model.dutyAt(column)?.day).filter((day) => day !== undefined)),
  ];
  if (linear.rows.some((row) => row.rule === 'oneDutyAtATime' && daysOf(row).length > 1)) return null;
  const blockOf = blocksOfDays(model);
  const rowsOf = new Map<string, Row[]>();
  for (const row of linear.rows) {
    if (!aboutOnePerson.has(row.rule)) continue;
    const own = row.columns.map((column) => model.dutyAt(column)).filter((duty) => duty !== undefined);
    const [first] = own;
    if (first === undefined) continue;
    const block = blockOf[first.day];
    if (own.some((duty) => blockOf[duty.day] !== block)) {
      if (mayReachAcross.has(row.rule)) continue;
      return null;
    }
    const key = `${first.worker.id}|${block ?? 0}`;
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  }
  const rules = new Map<string, number[]>();
  problem.fairness.forEach((rule, index) => {
    for (const worker of rule.workers) rules.set(worker, [...(rules.get(worker) ?? []), index]);
  });
  const cover = coverRows(model, blockOf);
  const blocks = [...new Set(blockOf)].map((block): Block | null => {
    const drafts = new Map<string, { crew: Crew; members: string[]; types: Map<string, CrewType>; cells: CellMap }>();
    for (const worker of problem.workers) {
      const mine = model.dutiesOf(worker.id).filter((duty) => blockOf[duty.day] === block);
      if (mine.length === 0) continue;
      const read = readRows(rowsOf.get(`${worker.id}|${block}`) ?? [], { model, costs });
      if (read === null) return null;
      const shifts = [...new Set(mine.map(shiftKey))].sort();
      const key = JSON.stringify([shifts, read.signature, rules.get(worker.id) ?? []]);
      const members: string[] = [];
      const types = new Map<string, CrewType>();
      const cells: CellMap = new Map();
      const draft = drafts.get(key) ?? { crew: { members, types: [], cells: [], ...read }, members, types, cells };
      drafts.set(key, draft);
      draft.members.push(worker.id);
      const prices = new Map(mine.map((duty) => [groupKey(duty), costs[duty.column] ?? 0]));
      const type = JSON.stringify([...prices].sort());
      draft.types.set(type, { members: [...(draft.types.get(type)?.members ?? []), worker.id], prices });
      for (const duty of mine) draft.cells.set(cellKey(duty), duty);
    }
    return {
      days: blockOf.flatMap((other, day) => (other === block ? [day] : [])),
      crews: [...drafts.values()].map(({ crew, members, types, cells }) => ({
        ...crew,
        members,
        types: [...types.values()],
        cells: [...cells.values()],
      })),
      cover: cover.get(block) ?? [],
    };
  });
  const whole = blocks.filter((block) => block !== null);
  if (whole.length < blocks.length) return null;
  // On a Sunday nobody works: no block of its own, which would take a share of the time.
  return whole.filter(({ crews }) => crews.length > 0);
}

/** Whether counting crews gains on naming people: a small model needs no help, nor one whose people have little in common. */
export function isWorthCounting(blocks: readonly Block[], model: RosterModel): boolean {
  const cells = blocks.flatMap(({ crews }) => crews).reduce((sum, crew) => sum + crew.cells.length, 0);
  return model.duties.length >= dutiesMin && cells <= model.duties.length * worthwhileShare;
}

/** The block with its crews taken apart: `partsOf` names the members of each part. */
export function takenApart(block: Block, partsOf: (crew: Crew) => readonly (readonly string[])[]): Block {
  return {
    ...block,
    crews: block.crews.flatMap((crew) => {
      const parts = partsOf(crew);
      return parts.length === 1 ? [crew] : parts.map((members) => partOf(crew, new Set(members)));
    }),
  };
}

function partOf(crew: Crew, members: ReadonlySet<string>): Crew {
  const types = crew.types
    .map((type) => ({ ...type, members: type.members.filter((member) => members.has(member)) }))
    .filter((type) => type.members.length > 0);
  return {
    ...crew,
    members: [...members],
    types,
    cells: crew.cells.filter((duty) => types.some(({ prices }) => prices.has(groupKey(duty)))),
  };
}

type CellMap = Map<string, DutyColumn>;

/** The compact model of a small team is proven within a second or two. */
const dutiesMin = 3000;
/** With more columns left than this share the compact model itself is as good. */
const worthwhileShare = 0.6;

/** Whether a day costs the same in every shift of a group: then people move between groups as a flow. */
function isPricedByGroup(model: RosterModel, costs: Float64Array): boolean {
  const known = new Map<string, number>();
  return model.duties.every((duty) => {
    const key = `${duty.worker.id}|${groupKey(duty)}`;
    const cost = costs[duty.column] ?? 0;
    const same = known.get(key) ?? cost;
    known.set(key, same);
    return same === cost;
  });
}

/** The first day of each day's block: days that a week's account joins; a week each where there is none. */
function blocksOfDays(model: RosterModel): readonly number[] {
  const { problem } = model;
  const sets = new DisjointSets();
  const weeks = problem.workers
    .flatMap(({ limits }) => limits.hours)
    .filter(({ fromDay, toDay, normalMinutes }) => normalMinutes !== null && toDay - fromDay < daysPerWeek);
  for (const { fromDay, toDay } of weeks) {
    for (let day = fromDay + 1; day <= Math.min(toDay, problem.days.length - 1); day += 1)
      sets.join(String(fromDay), String(day));
  }
  return problem.days.map((_, day) =>
    weeks.length === 0
      ? day - (day % daysPerWeek)
      : problem.days.findIndex((__, first) => sets.find(String(first)) === sets.find(String(day))),
  );
}

/** The rows that count people, by the block of their days. */
function coverRows(model: RosterModel, blockOf: readonly number[]): ReadonlyMap<number, readonly Row[]> {
  const rows = new Map<number, Row[]>();
  const dayOfCount = new Map<number, number>();
  for (const row of model.linear.rows) {
    if (row.rule !== 'count' && row.rule !== 'vacancy' && row.rule !== 'backupPair') continue;
    const column = row.columns.find((one) => model.dutyAt(one) !== undefined) ?? row.columns[0] ?? -1;
    const day = model.dutyAt(column)?.day ?? dayOfCount.get(column);
    if (day === undefined) continue;
    if (row.rule === 'count') dayOfCount.set(row.columns.at(-1) ?? -1, day);
    const block = blockOf[day] ?? 0;
    const own = rows.get(block);
    if (own === undefined) rows.set(block, [row]);
    else own.push(row);
  }
  return rows;
}

interface ReadRows {
  readonly rows: readonly CrewRow[];
  readonly own: readonly OwnColumn[];
  readonly signature: string;
}

/** A member's rows in terms of day and shift; null when a row tells two groups apart. */
function readRows(
  rows: readonly Row[],
  { model, costs }: { readonly model: RosterModel; readonly costs: Float64Array },
): ReadRows | null {
  const places = new Map<number, number>();
  const own: OwnColumn[] = [];
  const read: CrewRow[] = [];
  for (const row of rows) {
    const shifts = new Map<string, number>();
    const ownTerms = new Map<number, number>();
    for (const [k, column] of row.columns.entries()) {
      const coefficient = row.coefficients[k] ?? 0;
      const duty = model.dutyAt(column);
      if (duty !== undefined) {
        const key = shiftKey(duty);
        if ((shifts.get(key) ?? coefficient) !== coefficient) return null;
        shifts.set(key, coefficient);
        continue;
      }
      const place = places.get(column) ?? own.length;
      if (place === own.length) {
        const { lower = 0, upper = 0 } = model.linear.columns[column] ?? {};
        own.push({ cost: costs[column] ?? 0, lower, upper });
        places.set(column, place);
      }
      ownTerms.set(place, coefficient);
    }
    const sorted = new Map([...shifts].sort(([a], [b]) => (a < b ? -1 : 1)));
    read.push({ rule: row.rule as RuleName, lower: row.lower, upper: row.upper, shifts: sorted, own: ownTerms });
  }
  const signature = JSON.stringify([
    own,
    read.map(({ rule, lower, upper, shifts, own: terms }) => [
      rule,
      String(lower),
      String(upper),
      [...shifts],
      [...terms],
    ]),
  ]);
  return { rows: read, own, signature };
}
