import type { ShiftCover } from '../problem.js';
import { nameOf } from './linear-model.js';
import type { RosterModel, SoftRule } from './roster-model.js';

/** The preferred number of people in a shift: each one too few and each one too many has its price. */
export const shiftCover: SoftRule = {
  name: 'shiftCover',
  addCosts(model) {
    for (const cover of model.problem.shiftCover ?? []) addCover(model, cover);
  },
};

function addCover(model: RosterModel, { group, day, shift, preferred, underWeight, overWeight }: ShiftCover): void {
  const count = model.countOf(group, day, shift);
  if (count === null) {
    model.linear.addConstant('shiftCover', preferred * underWeight);
    return;
  }
  const parts = [group, model.facts.dayName(day), shift];
  const most = model.linear.columns[count]?.upper ?? Infinity;
  const addSide = (name: string, upper: number, distance: (present: number) => number): number =>
    model.linear.addColumn({
      name: nameOf(name, parts),
      lower: 0,
      upper,
      isInteger: false,
      settle: (values) => Math.max(0, distance(values[count] ?? 0)),
    });
  const under = addSide('under', preferred, (present) => preferred - present);
  const over = addSide('over', Math.max(0, most - preferred), (present) => present - preferred);
  model.linear.addCost('shiftCover', under, underWeight);
  model.linear.addCost('shiftCover', over, overWeight);
  model.linear.addRow({
    name: nameOf('shiftCover', parts),
    rule: 'shiftCover',
    lower: preferred,
    upper: preferred,
    terms: [
      [count, 1],
      [under, 1],
      [over, -1],
    ],
  });
}
