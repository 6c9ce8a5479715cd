import { nameOf } from '../../rules/linear-model.js';
import type { LinearModel } from '../../rules/linear-model.js';
import type { RosterModel } from '../../rules/roster-model.js';
import { addAtMost, groupBy, push, sumOf, unit } from './crew-terms.js';
import type { CrewCell, Term } from './crew-terms.js';
import type { Block } from './crews.js';

/** What a member's burdens of a fairness rule cost within a block: `size` burdens at `cost` each, the cheapest first. */
export type PiecesOf = (
  rule: number,
  worker: string,
  most: number,
) => readonly { readonly cost: number; readonly size: number }[];

/** A piece of burden and its fairness rule. */
export interface Share {
  readonly rule: number;
  readonly column: number;
}

/** Each burden of a crew at the price of the member for whom it is cheapest. */
export function addBurdens(
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
): readonly Share[] {
  const shares: Share[] = [];
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
export function addPairs(
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
