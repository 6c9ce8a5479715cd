import type { Facts } from './facts.js';

/** Each person too few and too many in a shift, against the preferred number. */
export function costShiftCover({ problem, byGroup }: Facts): number {
  let cost = 0;
  for (const cover of problem.shiftCover ?? []) {
    const present = (byGroup.get(cover.group) ?? []).filter(
      ({ day, shift }) => day === cover.day && shift.id === cover.shift,
    ).length;
    if (present < cover.preferred) cost += (cover.preferred - present) * cover.underWeight;
    else cost += (present - cover.preferred) * cover.overWeight;
  }
  return cost;
}
