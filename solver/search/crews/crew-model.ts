import { LinearModel, nameOf } from '../../rules/linear-model.js';
import type { DutyColumn, RosterModel } from '../../rules/roster-model.js';
import { addBurdens, addPairs } from './crew-shares.js';
import type { PiecesOf, Share } from './crew-shares.js';
import { addAtMost, groupBy, push, sumOf, unit } from './crew-terms.js';
import type { CrewCell, Term } from './crew-terms.js';
import { cellKey, groupKey, shiftKey } from './crews.js';
import type { Block, Crew } from './crews.js';

export interface CrewModel {
  readonly linear: LinearModel;
  readonly cells: readonly CrewCell[];
  /** The flow that a member's day in a group belongs to, by `worker|day|group`; none where all members serve the same groups. */
  readonly flows: ReadonlyMap<string, number>;
  /** Pieces of burden by fairness rule. */
  readonly shares: readonly Share[];
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
