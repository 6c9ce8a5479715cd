import type { Violation } from '../plan.js';
import { dateOf, violation, type Facts } from './facts.js';

/** A duty that began before the present was published or pinned: nobody can be sent to work in the past. */
export function checkPast({ problem, duties }: Facts): Violation[] {
  const { baseline, pins } = problem;
  if (baseline?.notBefore === undefined) return [];
  const present = baseline.notBefore;
  const nameOf = (worker: string, day: number, shift: string, group: string): string =>
    JSON.stringify([worker, day, shift, group]);
  const standing = new Set([
    ...baseline.assignments.map(({ worker, day, shift, group }) => nameOf(worker, day, shift, group)),
    ...pins.flatMap(({ worker, day, assignment }) =>
      assignment === null ? [] : [nameOf(worker, day, assignment.shift, assignment.group)],
    ),
  ]);
  return duties
    .filter(({ period }) => period.start < present)
    .filter(({ worker, day, shift, group }) => !standing.has(nameOf(worker.id, day, shift.id, group.id)))
    .map(({ worker, day, shift }) => {
      const date = dateOf(problem, day);
      return violation('past', worker.id, [day], {
        zh: `${worker.id} 在 ${date} 的班次“${shift.id}”在重排之时已经开始，不能再新增；请改排之后的班次。`,
        en: `${worker.id}'s shift “${shift.id}” on ${date} had begun before the re-planning and can't be added. Choose a later shift.`,
      });
    });
}
