import type { HardRule } from './roster-model.js';

/** What has begun can't be planned any more: before the present only published and pinned duties stand. */
export const past: HardRule = {
  name: 'past',
  forbids({ worker, day, shift, group, start }, facts) {
    if (start >= (facts.problem.baseline?.notBefore ?? -Infinity)) return false;
    const pinned = facts.pinsOn(worker.id, day).map(({ assignment }) => assignment);
    const standing = [...facts.publishedOn(worker.id, day), ...pinned];
    return !standing.some((other) => other?.shift === shift.id && other.group === group);
  },
};
