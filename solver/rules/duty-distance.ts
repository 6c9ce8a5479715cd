import type { HardRuleName } from '../plan.js';
import type { Worker } from '../problem.js';
import { nameOf } from './linear-model.js';
import { minutesPerDay } from './roster-facts.js';
import type { DutyColumn, RosterModel } from './roster-model.js';

/** Duties of two days that lie too close: each of `earlier` is too close to each of `later`. */
export interface CloseDuties {
  readonly day: number;
  readonly laterDay: number;
  /** The end from which on an earlier duty is too late for every later duty here. */
  readonly end: number;
  readonly earlier: readonly DutyColumn[];
  readonly later: readonly DutyColumn[];
}

/** Which duties may stand at either end of a distance. */
interface Ends {
  readonly isEarlier?: (duty: DutyColumn) => boolean;
  readonly isLater?: (duty: DutyColumn) => boolean;
}

/**
 * All pairs of a worker's duties whose distance (end of the earlier to start of the later) is below `minutes`,
 * gathered by thresholds: if an end is too late for a start, so is every later end. Each result is a maximal
 * such block, so that its row is a clique and keeps the relaxation strong. `ends` leaves out duties that the distance doesn't bind.
 */
export function closeDuties(
  model: RosterModel,
  worker: Worker,
  minutes: number,
  { isEarlier = () => true, isLater = () => true }: Ends = {},
): readonly CloseDuties[] {
  const duties = model.dutiesOf(worker.id);
  const last = Math.max(0, ...duties.map((duty) => duty.end - duty.day * minutesPerDay));
  const reach = Math.ceil((last + Math.max(0, minutes)) / minutesPerDay);
  const found: CloseDuties[] = [];
  for (let day = 0; day < model.problem.days.length; day += 1) {
    const before = model.dutiesOn(worker.id, day).filter(isEarlier);
    for (let laterDay = day + 1; laterDay <= day + reach && before.length > 0; laterDay += 1) {
      const after = model.dutiesOn(worker.id, laterDay).filter(isLater);
      let widest = 0;
      // Earliest end first: the set of earlier duties shrinks while the set of later ones grows.
      const blocks = [...new Set(before.map((duty) => duty.end))]
        .sort((a, b) => a - b)
        .map((end) => ({
          day,
          laterDay,
          end,
          earlier: before.filter((duty) => duty.end >= end),
          later: after.filter((duty) => duty.start < end + minutes),
        }));
      for (const block of blocks) {
        if (block.later.length === 0 || block.later.length === widest) continue;
        widest = block.later.length;
        found.push(block);
      }
    }
  }
  return found;
}

export function forbidCloseness(
  model: RosterModel,
  {
    rule,
    worker,
    minutes,
    name = [],
    ...ends
  }: Ends & {
    readonly rule: HardRuleName;
    readonly worker: Worker;
    readonly minutes: number;
    /** Told in the row's name beside worker, days and end. */
    readonly name?: readonly string[];
  },
): void {
  for (const block of closeDuties(model, worker, minutes, ends)) {
    const days = [block.day, block.laterDay];
    model.linear.addRow({
      name: nameOf(rule, [
        worker.id,
        ...days.map((day) => model.facts.dayName(day)),
        block.end - block.day * minutesPerDay,
        ...name,
      ]),
      rule,
      lower: -Infinity,
      upper: 1,
      terms: [...block.earlier, ...block.later].map((duty) => [duty.column, 1]),
      about: { worker: worker.id, days },
    });
  }
}
