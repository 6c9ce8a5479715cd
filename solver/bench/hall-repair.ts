import type { Baseline, RosterProblem } from '../problem.js';
import { hallWeek } from './hall-week.js';
import { publishedHallWeek } from './published-hall-week.js';

/** Wednesday, 7:00. */
const present = { day: 2, minute: 7 * 60 };
/** Yuan for a worker-day that changes, by day: the nearer, the dearer. */
const changeCost = [120, 120, 120, 120, 120, 60];
/** Every so many people one is absent, so that absences spread over the groups. */
const absenceStep = 13;

/**
 * The hall week, published as a week that was proven optimal, on its Wednesday morning: so many people are absent for the rest of it. What was
 * published for Monday and Tuesday has been worked.
 */
export function hallRepair({ absences }: { readonly absences: number }): RosterProblem {
  const week = hallWeek();
  const assignments = published(week);
  const absent = new Set(
    Array.from({ length: absences }, (_, index) => week.workers[(7 + index * absenceStep) % week.workers.length]?.id),
  );
  const left = [...week.days.keys()].filter((day) => day >= present.day);
  return {
    ...week,
    name: `hall week, ${absences} absent`,
    workers: week.workers.map((worker) =>
      absent.has(worker.id)
        ? { ...worker, unavailable: left.map((day) => ({ day, reason: 'leave' as const })) }
        : worker,
    ),
    pins: assignments
      .filter(({ day }) => day < present.day)
      .map(({ worker, day, shift, group }) => ({ worker, day, assignment: { shift, group } })),
    baseline: { assignments, changeCost, goal: 'repair', notBefore: present.day * 1440 + present.minute },
  };
}

function published({ workers }: RosterProblem): Baseline['assignments'] {
  return publishedHallWeek.split('\n').flatMap((line, index) => {
    const worker = workers[index];
    return line.split(' ').flatMap((duty, day) => {
      const [shift = '-', group = worker?.eligibility[0]?.group] = duty.split('@');
      return worker === undefined || group === undefined || shift === '-'
        ? []
        : [{ worker: worker.id, day, shift, group }];
    });
  });
}
