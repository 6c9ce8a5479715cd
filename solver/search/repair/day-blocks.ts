import type { Duty, RosterFacts } from '../../rules/roster-facts.js';
import { coveringShifts, runningIn } from '../../rules/vacancy.js';
import { boundAt, undominated } from './block-model.js';
import type { BlockModel, PricedBlocks } from './block-model.js';
import { interiorPrices } from './interior-prices.js';
import { boundTolerance } from './repair-aims.js';
import type { AimScale } from './repair-aims.js';

/**
 * A repair's first two aims without any rule that ties one day of a person to another: then people with the same published duty and the same
 * choices on a day are one block, and only cover links blocks. That is a small model, and what it proves holds for the repair.
 */
export interface RepairRoom {
  /** Least missing minutes and changes as one number (`AimScale`), proven. */
  readonly bound: number;
  /** What plans within `slack` of the bound are made of, beside the duties that are published or pinned. */
  within(slack: number): Room;
}

export interface Room {
  /** In the order in which they were given. */
  readonly duties: readonly Duty[];
  /** Those that all these plans have. */
  readonly standing: ReadonlySet<Duty>;
}

export function repairRoom(facts: RosterFacts, duties: readonly Duty[], scale: AimScale): RepairRoom {
  const days = readDays(facts, duties);
  const { model, constant } = linked(facts, days, scale);
  const priced = boundAt(model, interiorPrices(undominated(model), boundTolerance));
  return {
    bound: priced.bound + constant,
    within: (slack) => roomWithin(duties, { days, priced, slack }),
  };
}

/** Days of people who have the same duty published and the same choices. */
interface DayBlock {
  /** One for each choice. */
  readonly costs: readonly number[];
  readonly cells: readonly string[];
  /** By member, the duties behind the choices. */
  readonly members: (readonly Duty[])[];
  /** The choice that is published. */
  readonly published: number;
}

interface Days {
  readonly blocks: readonly DayBlock[];
  readonly pinned: readonly Duty[];
  /** Yuan of changes on days whose published duty does not stand, before any choice. */
  readonly constant: number;
}

const cellOf = ({ group, day, shift }: Pick<Duty, 'group' | 'day' | 'shift'>): string => `${group}|${day}|${shift.id}`;

function readDays(facts: RosterFacts, duties: readonly Duty[]): Days {
  const choices = new Map<string, Duty[]>();
  for (const duty of duties) {
    const key = `${duty.worker.id}|${duty.day}`;
    const known = choices.get(key);
    if (known === undefined) choices.set(key, [duty]);
    else known.push(duty);
  }
  const blocks = new Map<string, DayBlock>();
  const pinned: Duty[] = [];
  let constant = 0;
  for (const { id } of facts.problem.workers) {
    for (let day = 0; day < facts.problem.days.length; day += 1) {
      const cost = facts.problem.baseline?.changeCost[day] ?? 0;
      const before = facts.publishedOn(id, day).at(-1);
      const own = choices.get(`${id}|${day}`) ?? [];
      const isSame = ({ shift, group }: Duty): boolean => shift.id === before?.shift && group === before.group;
      const costOf = (duty: Duty): number => (before === undefined ? cost : isSame(duty) ? -cost : 0);
      if (before !== undefined) constant += cost;
      if (facts.pinsOn(id, day).length > 0) {
        pinned.push(...own);
        for (const duty of own) constant += costOf(duty);
        continue;
      }
      if (own.length === 0) continue;
      const cells = own.map(cellOf);
      const published = own.findIndex(isSame);
      const key = `${published}|${before === undefined ? 0 : 1}|${cells.join()}`;
      const block = blocks.get(key) ?? { costs: own.map(costOf), cells, members: [], published };
      block.members.push(own);
      blocks.set(key, block);
    }
  }
  return { blocks: [...blocks.values()], pinned, constant };
}

/** The blocks linked by cover, with a block of missing people for each link. */
function linked(
  facts: RosterFacts,
  { blocks, pinned, constant }: Days,
  { unit, weight }: AimScale,
): { readonly model: BlockModel; readonly constant: number } {
  const open = new Set(blocks.flatMap(({ cells }) => cells));
  const standing = new Map<string, number>();
  for (const duty of pinned) standing.set(cellOf(duty), (standing.get(cellOf(duty)) ?? 0) + 1);
  const links = new Map<
    string,
    { readonly day: number; readonly cells: readonly string[]; need: number; cost: number }
  >();
  let whole = constant;
  for (const demand of facts.problem.demand) {
    const cells = coveringShifts(facts, demand).map((at) => cellOf({ group: demand.group, ...at }));
    const present = cells.reduce((sum, cell) => sum + (standing.get(cell) ?? 0), runningIn(facts, demand));
    const need = demand.required - present;
    if (need <= 0) continue;
    const cost = ((demand.end - demand.start) / unit) * weight;
    const choices = cells.filter((cell) => open.has(cell));
    if (choices.length === 0) whole += need * cost;
    const key = `${choices.join()}#${need}`;
    const same = links.get(key);
    if (same !== undefined) same.cost += cost;
    else if (choices.length > 0) links.set(key, { day: demand.day, cells: choices, need, cost });
  }
  // Links of a day next to each other: see `link-matrix.ts`.
  const ordered = [...links.values()].sort((one, other) => one.day - other.day);
  const linksOf = new Map<string, number[]>();
  ordered.forEach(({ cells }, link) => {
    for (const cell of cells) linksOf.set(cell, [...(linksOf.get(cell) ?? []), link]);
  });
  const columns = [
    ...blocks.flatMap(({ costs, cells }) =>
      costs.map((cost, choice) => ({ cost, links: linksOf.get(cells[choice] ?? '') ?? [] })),
    ),
    ...ordered.map(({ cost }, link) => ({ cost, links: [link] })),
  ];
  const starts = (sizes: readonly number[]): Int32Array => {
    let at = 0;
    return Int32Array.from([0, ...sizes.map((size) => (at += size))]);
  };
  return {
    constant: whole,
    model: {
      blockStarts: starts([...blocks.map(({ costs }) => costs.length), ...ordered.map(() => 1)]),
      sizes: Float64Array.from([...blocks.map(({ members }) => members.length), ...ordered.map(({ need }) => need)]),
      cost: Float64Array.from(columns, ({ cost }) => cost),
      linkStarts: starts(columns.map((column) => column.links.length)),
      links: Int32Array.from(columns.flatMap((column) => column.links)),
      needs: Float64Array.from(ordered, ({ need }) => need),
    },
  };
}

function roomWithin(
  duties: readonly Duty[],
  { days, priced, slack }: { readonly days: Days; readonly priced: PricedBlocks; readonly slack: number },
): Room {
  const open = new Set(days.pinned);
  const standing = new Set(days.pinned);
  let column = 0;
  days.blocks.forEach(({ costs, members, published }, block) => {
    const chosen = costs.flatMap((_, choice) => ((priced.excess[column + choice] ?? 0) <= slack ? [choice] : []));
    column += costs.length;
    const isFixed = (priced.idleExcess[block] ?? 0) > slack && chosen.every((choice) => choice === published);
    for (const member of members) {
      for (const choice of new Set([...chosen, published])) {
        const duty = member[choice];
        if (duty !== undefined) (isFixed ? standing : open).add(duty);
      }
    }
  });
  return { duties: duties.filter((duty) => open.has(duty) || standing.has(duty)), standing };
}
