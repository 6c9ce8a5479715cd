import { grouped, type Facts } from './facts.js';

/** Each person too few and too many in a shift, against the preferred number. */
export function costShiftCover({ problem, duties }: Facts): number {
  const keyOf = (group: string, day: number, shift: string): string => JSON.stringify([group, day, shift]);
  const present = grouped(duties, ({ group, day, shift }) => keyOf(group.id, day, shift.id));
  let cost = 0;
  for (const cover of problem.shiftCover ?? []) {
    const people = present.get(keyOf(cover.group, cover.day, cover.shift))?.length ?? 0;
    if (people < cover.preferred) cost += (cover.preferred - people) * cover.underWeight;
    else cost += (people - cover.preferred) * cover.overWeight;
  }
  return cost;
}
