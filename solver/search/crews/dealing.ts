import type { DutyColumn } from '../../rules/roster-model.js';
import { cellKey } from './crews.js';
import type { Block } from './crews.js';
import type { DutyHolders, Person } from './duty-holders.js';

/** Takes the block's duties back and deals these counts (by place of the crew and cell) in their place. */
export function dealCounts(holders: DutyHolders, block: Block, counts: readonly ReadonlyMap<string, number>[]): void {
  for (const person of holders.people()) for (const day of block.days) holders.put(person, day, null);
  block.crews.forEach((crew, index) => {
    const members = crew.members.map((id) => holders.person(id)).filter((person) => person !== undefined);
    for (const day of block.days) {
      const slots = crew.cells
        .filter((duty) => duty.day === day)
        .map((duty) => ({
          cell: holders.cellOf(duty),
          able: members.filter(({ options }) => options.has(holders.cellOf(duty))),
          count: counts[index]?.get(cellKey(duty)) ?? 0,
        }))
        .sort((a, b) => a.able.length - b.able.length);
      for (const { cell, able, count } of slots) {
        for (let left = count; left > 0; left -= 1) give(holders, { cell, able, day, members });
      }
    }
  });
}

/** To the member for whom it is cheapest; when all who could do it have a duty, one of them passes theirs on. */
function give(
  holders: DutyHolders,
  {
    cell,
    able,
    day,
    members,
  }: {
    readonly cell: number;
    readonly able: readonly Person[];
    readonly day: number;
    readonly members: readonly Person[];
  },
): void {
  let best: { readonly person: Person; readonly duty: DutyColumn; readonly cost: number } | null = null;
  for (const person of able) {
    const duty = person.options.get(cell);
    if (duty === undefined || person.duties[day] !== null || !holders.isAllowed(person, duty)) continue;
    const cost = holders.costOfTaking(duty);
    if (best === null || cost < best.cost) best = { person, duty, cost };
  }
  if (best !== null) {
    holders.put(best.person, day, best.duty);
    return;
  }
  for (const person of able) {
    const [current, wanted] = [person.duties[day] ?? null, person.options.get(cell)];
    if (current === null || wanted === undefined) continue;
    const left = holders.cellOf(current);
    const heir = members.find(({ duties, options }) => duties[day] === null && options.has(left));
    const passed = heir?.options.get(left);
    if (heir === undefined || passed === undefined || !holders.isAllowed(heir, passed)) continue;
    holders.put(person, day, null);
    if (holders.isAllowed(person, wanted)) {
      holders.put(heir, day, passed);
      holders.put(person, day, wanted);
      return;
    }
    holders.put(person, day, current);
  }
}
