import type { Assignment, RosterDifference } from '../domain/rostering/roster.js';
import type { Worker } from '../domain/workforce/worker.js';
import { daysBetween, type CivilDate } from '../shared/civil-date.js';
import type { LocalText } from '../shared/text.js';
import { absencesOf } from './absences.js';
import { changeCost } from './baseline.js';
import type { PlanningFacts } from './planning-facts.js';

/** One worker's day that differs from what is published. */
export interface RosterChange {
  readonly worker: string;
  readonly date: CivilDate;
  readonly before: Assignment | null;
  readonly after: Assignment | null;
  readonly reason: LocalText;
  /** Yuan by which the change was weighed; 0 where only the named post differs. */
  readonly cost: number;
}

/** Who changes, why, and at what price: by day, then worker. */
export function rosterChanges(facts: PlanningFacts, difference: RosterDifference): RosterChange[] {
  const changes = [
    ...difference.added.map((after) => ({ before: null, after })),
    ...difference.changed,
    ...difference.cancelled.map((before) => ({ before, after: null })),
  ];
  const absences = absencesOf(facts.leave);
  const team = new Map(facts.workers.map((worker) => [worker.code, worker]));
  const isAway = ({ worker, date }: Assignment): boolean => isUnavailable(team.get(worker), date);
  const isUnavailable = (worker: Worker | undefined, date: CivilDate): boolean =>
    worker === undefined || absences(worker, date) !== undefined;
  const left = changes.flatMap(({ before, after }) =>
    before !== null && before.postGroup !== after?.postGroup ? [before] : [],
  );
  const reasonOf = (before: Assignment | null, after: Assignment | null): LocalText => {
    if (after === null) return before !== null && isAway(before) ? away : released;
    if (before?.postGroup === after.postGroup) return before.shift === after.shift ? samePost : otherShift;
    const leavers = left.filter(({ date, postGroup }) => date === after.date && postGroup === after.postGroup);
    return leavers.length === 0 ? fillsVacancy : standsIn(leavers.map(({ worker }) => worker));
  };
  return changes
    .map(({ before, after }) => {
      const { worker, date } = after ?? before;
      const isSameDuty = before?.shift === after?.shift && before?.postGroup === after?.postGroup;
      const cost = isSameDuty ? 0 : changeCost(daysBetween({ from: facts.today, to: date }));
      return { worker, date, before, after, reason: reasonOf(before, after), cost };
    })
    .sort((a, b) => (`${a.date} ${a.worker}` < `${b.date} ${b.worker}` ? -1 : 1));
}

const away: LocalText = { zh: '当天不能到岗，原班次取消。', en: 'Not available that day: the shift falls away.' };
const released: LocalText = {
  zh: '让出当天的班次，以便在其他日期或岗位顶岗。',
  en: 'Gives this shift up to be free for another day or group.',
};
const samePost: LocalText = { zh: '班次不变，只换岗位。', en: 'The same shift at another named post.' };
const otherShift: LocalText = {
  zh: '同组换班次，以补上空出的时段。',
  en: 'Another shift of the same group, to fill the hours that are left open.',
};
const fillsVacancy: LocalText = { zh: '补上原有空岗。', en: 'Fills a post that was vacant.' };

function standsIn(workers: readonly string[]): LocalText {
  return { zh: `顶替 ${workers.join('、')} 空出的班次。`, en: `Stands in for ${workers.join(', ')}.` };
}
