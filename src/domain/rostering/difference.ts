import type { CivilDate } from '../../shared/civil-date.js';
import { assert } from '../../shared/assert.js';
import type { Assignment, RosterDifference } from './roster.js';

/**
 * What a new roster changes for each worker on the days of `range` (inclusive).
 *
 * The slot is worker + start date: a worker has one duty a day (the solver's rule `oneDutyAtATime`, and the
 * checker refuses to publish anything else), so whatever else differs is the same slot changed.
 * Pins don't count: they bind the planner and mean nothing to the person at the counter.
 * Sorted by date, then worker, so that the same rosters give the same difference whatever their order.
 */
export function rosterDifference(input: {
  readonly previous: readonly Assignment[];
  readonly next: readonly Assignment[];
  readonly range: { readonly from: CivilDate; readonly to: CivilDate };
}): RosterDifference {
  const previous = bySlot(input.previous, input.range);
  const next = bySlot(input.next, input.range);
  const added: Assignment[] = [];
  const changed: { before: Assignment; after: Assignment }[] = [];
  const cancelled: Assignment[] = [];
  for (const slot of [...new Set([...previous.keys(), ...next.keys()])].sort()) {
    const before = previous.get(slot);
    const after = next.get(slot);
    if (before === undefined && after !== undefined) added.push(after);
    if (before !== undefined && after === undefined) cancelled.push(before);
    if (before !== undefined && after !== undefined && differs(before, after)) changed.push({ before, after });
  }
  return { added, changed, cancelled };
}

function differs(before: Assignment, after: Assignment): boolean {
  return (
    before.shift !== after.shift ||
    before.start !== after.start ||
    before.end !== after.end ||
    before.postGroup !== after.postGroup ||
    before.post !== after.post
  );
}

function bySlot(
  assignments: readonly Assignment[],
  range: { readonly from: CivilDate; readonly to: CivilDate },
): Map<string, Assignment> {
  const slots = new Map<string, Assignment>();
  for (const assignment of assignments) {
    if (assignment.date < range.from || assignment.date > range.to) continue;
    const slot = `${assignment.date} ${assignment.worker}`;
    assert(!slots.has(slot), `${assignment.worker} has one duty on ${assignment.date}`);
    slots.set(slot, assignment);
  }
  return slots;
}
