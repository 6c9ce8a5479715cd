import { LinearModel, nameOf } from '../../rules/linear-model.js';
import type { DutyColumn, RosterModel } from '../../rules/roster-model.js';
import { cellKey, groupKey, shiftKey } from './crews.js';
import type { Block, Crew } from './crews.js';

/** What a member's burdens of a fairness rule cost within a block: `size` burdens at `cost` each, the cheapest first. */
export type PiecesOf = (
  rule: number,
  worker: string,
  most: number,
) => readonly { readonly cost: number; readonly size: number }[];

/** How many of a crew do a duty, as a column of the crew model. */
export interface CrewCell {
  readonly crew: number;
  readonly duty: DutyColumn;
  readonly column: number;
}

export interface CrewModel {
  readonly linear: LinearModel;
  readonly cells: readonly CrewCell[];
  /** The flow that a member's day in a group belongs to, by `worker|day|group`; none where all members serve the same groups. */
  readonly flows: ReadonlyMap<string, number>;
  /** Pieces of burden by fairness rule. */
  readonly shares: readonly { readonly rule: number; readonly column: number }[];
  /** Missing people by interval, with the minutes of each and the place of its row. */
  readonly vacancies: readonly Vacancy[];
  /** The cells that a count of people in a shift adds up, by the count's column. */
  readonly counted: ReadonlyMap<number, readonly number[]>;
  /** Places of the rows about a crew: at most one duty a day for each member, by day, and what its members' own limits add up to. */
  readonly crewRows: readonly {
    readonly days: ReadonlyMap<number, number>;
    readonly limits: readonly number[];
  }[];
}

interface Vacancy {
  readonly column: number;
  readonly minutes: number;
  readonly group: string;
  readonly day: number;
  readonly row: number;
}

type Term = readonly [number, number];

/**
 * A block of days with people counted by crew instead of named. Every lawful plan's counts satisfy it at no higher a cost: each row is the sum of
 * its members' rows, and each burden is priced as if it could go to the member for whom it is cheapest. So its bound holds for the
 * plan, while it has a tenth of the columns and none of the copies that differ only in who is who.
 */
export function crewModel(model: RosterModel, block: Block, piecesOf: PiecesOf): CrewModel {
  const linear = new LinearModel();
  const cells: CrewCell[] = [];
  const flows = new Map<string, number>();
  const crewRows = block.crews.map((crew, index) => {
    const own = addCells(linear, crew, index);
    cells.push(...own);
    const days = addDays(linear, { crew, index, cells: own });
    for (const [key, column] of addFlows(linear, { crew, index, cells: own })) flows.set(key, column);
    return { days, limits: addOwnRows(linear, { crew, index, cells: own }) };
  });
  const { vacancies, counted } = addCover(linear, { model, block, cells });
  addTotals(linear, cells);
  const shares = addBurdens(linear, { model, block, cells, piecesOf });
  addPairs(linear, { model, block, cells });
  return { linear, cells, flows, shares, vacancies, counted, crewRows };
}

function addCells(linear: LinearModel, crew: Crew, index: number): readonly CrewCell[] {
  const [only] = crew.types;
  return crew.cells.map((duty) => {
    const able = crew.types.filter(({ prices }) => prices.has(groupKey(duty)));
    const column = linear.addColumn({
      name: nameOf('crew', [index, duty.day, duty.shift.id, duty.group]),
      lower: 0,
      upper: able.reduce((sum, { members }) => sum + members.length, 0),
      isInteger: true,
    });
    if (crew.types.length === 1) linear.addCost('backupUse', column, only?.prices.get(groupKey(duty)) ?? 0);
    return { crew: index, duty, column };
  });
}

/** One duty a day for each member; the places of the rows by day. */
function addDays(
  linear: LinearModel,
  { crew, index, cells }: { readonly crew: Crew; readonly index: number; readonly cells: readonly CrewCell[] },
): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const [day, own] of groupBy(cells, ({ duty }) => duty.day)) {
    rows.set(day, linear.rows.length);
    addAtMost(linear, nameOf('crewDay', [index, day]), own.map(unit), crew.members.length);
  }
  return rows;
}

/**
 * Between the groups people move as a flow of their types, whole where the counts are whole. Returns the flow that a member's day in a
 * group belongs to, by `worker|day|group`.
 */
function addFlows(
  linear: LinearModel,
  { crew, index, cells }: { readonly crew: Crew; readonly index: number; readonly cells: readonly CrewCell[] },
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  if (crew.types.length === 1) return columns;
  const flows = new Map<string, Term[]>();
  crew.types.forEach(({ members, prices }, type) => {
    const ofDay = new Map<string, Term[]>();
    for (const [key, price] of prices) {
      const column = linear.addColumn({
        name: nameOf('flow', [index, type, key]),
        lower: 0,
        upper: members.length,
        isInteger: false,
      });
      linear.addCost('backupUse', column, price);
      for (const member of members) columns.set(`${member}|${key}`, column);
      push(flows, key, [column, -1]);
      push(ofDay, key.slice(0, key.indexOf('|')), [column, 1]);
    }
    for (const [day, terms] of ofDay) {
      if (terms.length > 1) addAtMost(linear, nameOf('flowDay', [index, type, day]), terms, members.length);
    }
  });
  for (const [key, own] of groupBy(cells, ({ duty }) => groupKey(duty))) {
    const terms = [...own.map(unit), ...(flows.get(key) ?? [])];
    linear.addRow({ name: nameOf('flow', [index, key]), rule: 'count', lower: 0, upper: 0, terms });
  }
  return columns;
}

/** What the members' own limits add up to; the places of the rows. */
function addOwnRows(
  linear: LinearModel,
  { crew, index, cells }: { readonly crew: Crew; readonly index: number; readonly cells: readonly CrewCell[] },
): readonly number[] {
  const members = crew.members.length;
  const own = crew.own.map(({ cost, lower, upper }, place) => {
    const column = linear.addColumn({
      name: nameOf('own', [index, place]),
      lower: lower * members,
      upper: upper * members,
      isInteger: true,
      settle: (values) =>
        crew.rows.reduce((most, row) => {
          const share = row.own.get(place) ?? 0;
          if (share >= 0) return most;
          const sum = cells.reduce((all, cell) => {
            return all + (row.shifts.get(shiftKey(cell.duty)) ?? 0) * (values[cell.column] ?? 0);
          }, 0);
          return Math.max(most, Math.ceil((sum - row.upper * members) / -share - 1e-6));
        }, lower * members),
    });
    linear.addCost('overtime', column, cost);
    return column;
  });
  return crew.rows.map(({ rule, lower, upper, shifts, own: terms }, place) => {
    linear.addRow({
      name: nameOf(rule, [index, place]),
      rule,
      lower: lower * members,
      upper: upper * members,
      terms: [
        ...cells.flatMap(({ duty, column }): readonly Term[] => {
          const coefficient = shifts.get(shiftKey(duty));
          return coefficient === undefined ? [] : [[column, coefficient]];
        }),
        ...[...terms].map(([at, coefficient]): Term => [own[at] ?? 0, coefficient]),
      ],
    });
    return linear.rows.length - 1;
  });
}

/** The counts and the vacancy rows of the compact model, with crews in place of people. */
function addCover(
  linear: LinearModel,
  { model, block, cells }: { readonly model: RosterModel; readonly block: Block; readonly cells: readonly CrewCell[] },
): Pick<CrewModel, 'vacancies' | 'counted'> {
  const ofCell = groupBy(cells, ({ duty }) => cellKey(duty));
  const counts = new Map<number, number>();
  const counted = new Map<number, readonly number[]>();
  const places = new Map<number, DutyColumn>();
  const vacancies: Vacancy[] = [];
  const minutes = new Map(model.vacancies.map((vacancy) => [vacancy.column, vacancy.minutes]));
  const costs = model.linear.costs();
  for (const row of block.cover) {
    if (row.rule === 'count') {
      const duty = model.dutyAt(row.columns[0] ?? -1);
      const original = row.columns.at(-1) ?? -1;
      if (duty === undefined) continue;
      const { name = '', lower = 0, upper = 0 } = model.linear.columns[original] ?? {};
      const own = ofCell.get(cellKey(duty)) ?? [];
      const settle = (values: Float64Array): number => sumOf(own.map(unit), values);
      const column = linear.addColumn({ name, lower, upper, isInteger: true, settle });
      counts.set(original, column);
      counted.set(
        column,
        own.map((cell) => cell.column),
      );
      places.set(original, duty);
      const terms: readonly Term[] = [...own.map(unit), [column, -1]];
      linear.addRow({ name: row.name, rule: 'count', lower: 0, upper: 0, terms });
    }
    if (row.rule === 'vacancy') {
      const original = row.columns.at(-1) ?? -1;
      const place = places.get(row.columns[0] ?? -1);
      if (place === undefined) continue;
      const { name = '', lower = 0, upper = 0 } = model.linear.columns[original] ?? {};
      const terms = row.columns.slice(0, -1).map((count): Term => [counts.get(count) ?? 0, 1]);
      const settle = (values: Float64Array): number => Math.max(0, row.lower - sumOf(terms, values));
      const column = linear.addColumn({ name, lower, upper, isInteger: false, settle });
      linear.addCost('vacancy', column, costs[original] ?? 0);
      const { group, day } = place;
      vacancies.push({ column, minutes: minutes.get(original) ?? 0, group, day, row: linear.rows.length });
      linear.addRow({ ...row, terms: [...terms, [column, 1]] });
    }
  }
  return { vacancies, counted };
}

/**
 * How many work in a group on a day, and how many days are worked in it: whole numbers that one branch settles, and that rounding of
 * rows can rest on.
 */
function addTotals(linear: LinearModel, cells: readonly CrewCell[]): void {
  for (const keyOf of [groupKey, ({ group }: DutyColumn): string => group]) {
    for (const [key, own] of groupBy(cells, ({ duty }) => keyOf(duty))) {
      const terms = own.map(unit);
      const settle = (values: Float64Array): number => sumOf(terms, values);
      const column = linear.addColumn({
        name: nameOf('total', [key]),
        lower: 0,
        upper: Infinity,
        isInteger: true,
        settle,
      });
      linear.addRow({
        name: nameOf('total', [key]),
        rule: 'count',
        lower: 0,
        upper: 0,
        terms: [...terms, [column, -1]],
      });
    }
  }
}

function addBurdens(
  linear: LinearModel,
  {
    model,
    block,
    cells,
    piecesOf,
  }: {
    readonly model: RosterModel;
    readonly block: Block;
    readonly cells: readonly CrewCell[];
    readonly piecesOf: PiecesOf;
  },
): CrewModel['shares'] {
  const shares: { rule: number; column: number }[] = [];
  const ofCrew = groupBy(cells, ({ crew }) => crew);
  model.problem.fairness.forEach((rule, index) => {
    const inRule = new Set(rule.workers);
    block.crews.forEach((crew, at) => {
      // Members of a crew are in the same rules.
      if (!inRule.has(crew.members[0] ?? '')) return;
      const burdened = (ofCrew.get(at) ?? []).filter(({ duty }) => duty.kinds.has(rule.duty));
      const most = new Set(burdened.map(({ duty }) => duty.day)).size;
      if (most === 0) return;
      const sizes = new Map<number, number>();
      for (const worker of crew.members) {
        for (const { cost, size } of piecesOf(index, worker, most)) sizes.set(cost, (sizes.get(cost) ?? 0) + size);
      }
      let cheaper = 0;
      const pieces = [...sizes]
        .sort(([a], [b]) => a - b)
        .map(([cost, size]): Term => {
          const before = cheaper;
          cheaper += size;
          const column = linear.addColumn({
            name: nameOf('share', [index, at, cost]),
            lower: 0,
            upper: size,
            isInteger: false,
            settle: (values) => Math.min(size, Math.max(0, sumOf(burdened.map(unit), values) - before)),
          });
          linear.addCost('fairness', column, cost);
          shares.push({ rule: index, column });
          return [column, -1];
        });
      const terms = [...burdened.map(unit), ...pieces];
      linear.addRow({ name: nameOf('fairness', [index, at]), rule: 'fairness', lower: 0, upper: 0, terms });
    });
  });
  return shares;
}

/** Pairs of the same two crews are counted together; a member at work covers at most the pairs that it belongs to. */
function addPairs(
  linear: LinearModel,
  { model, block, cells }: { readonly model: RosterModel; readonly block: Block; readonly cells: readonly CrewCell[] },
): void {
  const crewOf = new Map(block.crews.flatMap((crew, index) => crew.members.map((member) => [member, index] as const)));
  const ofCrewDay = groupBy(cells, ({ crew, duty }) => `${crew}|${duty.day}`);
  const costs = model.linear.costs();
  const kinds = new Map<string, { cost: number; pairs: number; day: number; members: Map<number, number> }>();
  const memberships = new Map<string, number>();
  for (const row of block.cover) {
    if (row.rule !== 'backupPair') continue;
    const own = row.columns.map((column) => model.dutyAt(column)).filter((duty) => duty !== undefined);
    const [first] = own;
    if (first === undefined) continue;
    const people = [...new Set(own.map((duty) => duty.worker.id))];
    const crews = people.map((person) => crewOf.get(person) ?? 0).sort((a, b) => a - b);
    const cost = costs[row.columns[0] ?? 0] ?? 0;
    const key = [first.day, cost, ...crews].join('|');
    const kind = kinds.get(key) ?? { cost, pairs: 0, day: first.day, members: new Map<number, number>() };
    kinds.set(key, kind);
    kind.pairs += 1;
    for (const crew of crews) kind.members.set(crew, (kind.members.get(crew) ?? 0) + 1);
    for (const person of people) {
      const at = `${person}|${first.day}`;
      memberships.set(at, (memberships.get(at) ?? 0) + 1);
    }
  }
  const covering = new Map<string, Term[]>();
  for (const [key, { cost, pairs, day, members }] of kinds) {
    const covers = [...members].map(([crew, upper]): Term => {
      const at = `${crew}|${day}`;
      const atWork = (ofCrewDay.get(at) ?? []).map(unit);
      const earlier = [...(covering.get(at) ?? [])];
      const most = mostPairs(crew, day);
      const column = linear.addColumn({
        name: nameOf('covers', [key, crew]),
        lower: 0,
        upper,
        isInteger: false,
        settle: (values) => Math.min(upper, most * sumOf(atWork, values) - sumOf(earlier, values)),
      });
      push(covering, at, [column, 1]);
      return [column, 1];
    });
    const uncovered = linear.addColumn({
      name: nameOf('pair', [key]),
      lower: 0,
      upper: pairs,
      isInteger: false,
      settle: (values) => Math.max(0, pairs - sumOf(covers, values)),
    });
    linear.addCost('backupPair', uncovered, cost);
    const terms: readonly Term[] = [[uncovered, 1], ...covers];
    linear.addRow({ name: nameOf('pair', [key]), rule: 'backupPair', lower: pairs, upper: Infinity, terms });
  }
  for (const [key, terms] of covering) {
    const [crew = 0, day = 0] = key.split('|').map(Number);
    const atWork = (ofCrewDay.get(key) ?? []).map(({ column }): Term => [column, -mostPairs(crew, day)]);
    addAtMost(linear, nameOf('covers', [key]), [...terms, ...atWork], 0);
  }

  function mostPairs(crew: number, day: number): number {
    const members = block.crews[crew]?.members ?? [];
    return Math.max(...members.map((member) => memberships.get(`${member}|${day}`) ?? 0));
  }
}

function sumOf(terms: readonly Term[], values: Float64Array): number {
  return terms.reduce((sum, [column, coefficient]) => sum + coefficient * (values[column] ?? 0), 0);
}

function addAtMost(linear: LinearModel, name: string, terms: readonly Term[], upper: number): void {
  linear.addRow({ name, rule: 'count', lower: -Infinity, upper, terms });
}

function unit({ column }: CrewCell): Term {
  return [column, 1];
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) push(groups, keyOf(item), item);
  return groups;
}

function push<T, K>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A plan's own counts as a complete vector of the crew model; `dutyOf` tells what a worker does on a day. */
export function countsOf(
  { linear, cells, flows }: CrewModel,
  block: Block,
  dutyOf: (worker: string, day: number) => DutyColumn | null,
): Float64Array {
  const values = new Float64Array(linear.columns.length);
  const columns = new Map(cells.map(({ crew, duty, column }) => [`${crew}|${cellKey(duty)}`, column]));
  block.crews.forEach((crew, index) => {
    for (const worker of crew.members) {
      for (const day of block.days) {
        const duty = dutyOf(worker, day);
        if (duty === null) continue;
        for (const column of [columns.get(`${index}|${cellKey(duty)}`), flows.get(`${worker}|${groupKey(duty)}`)]) {
          if (column !== undefined) values[column] = (values[column] ?? 0) + 1;
        }
      }
    }
  });
  return linear.complete(values);
}
