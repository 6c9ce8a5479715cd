import type { HardRuleName } from '../plan.js';

/** Each hard rule in words, with its source. A restriction is named as an effect, never with its ground. */
export const ruleSentences: Readonly<Record<HardRuleName, { readonly zh: string; readonly en: string }>> = {
  oneDutyAtATime: {
    zh: '同一人同一天只能上一个班，且班次时间不得重叠',
    en: 'one person works one duty a day, and duty times may not overlap',
  },
  dutyPeriodMaximum: {
    zh: '每日工作时间超过上限（《劳动法》第三十六条、第四十一条）',
    en: 'the duty is longer than the daily maximum (Labour Law 36, 41)',
  },
  minimumRest: {
    zh: '两个班次之间的休息时间不足（工时审批或项目约定的最短休息）',
    en: 'the rest between two duties is too short (minimum of the hours approval or of the project)',
  },
  weeklyRest: {
    zh: '连续七天内须保证休息日（《劳动法》第三十八条）',
    en: 'any seven days must leave the weekly rest day (Labour Law 38)',
  },
  hoursMaximum: {
    zh: '工时达到上限（《劳动法》第四十一条及工时制度）',
    en: 'the working time is at its ceiling (Labour Law 41 and the hours system)',
  },
  nightBan: {
    zh: '该日登记了夜班限制，22:00至次日6:00不得安排工作（法定特殊保护）',
    en: 'a night-work restriction is on file: no work between 22:00 and 06:00 (statutory protection)',
  },
  forbiddenSuccession: {
    zh: '该班次之后的次日不得上此班次',
    en: 'the shift is forbidden on the day after the shift before it',
  },
  shiftMaximum: {
    zh: '该班次的次数达到上限',
    en: 'the shift has reached the number of times that it may be worked',
  },
  hoursMinimum: {
    zh: '工时须达到最低要求',
    en: 'the working time must reach its floor',
  },
  consecutiveShiftsMaximum: {
    zh: '连续上班天数达到上限',
    en: 'so many days in a row with a duty are not allowed',
  },
  consecutiveShiftsMinimum: {
    zh: '每次连续上班不得少于规定天数',
    en: 'duties must come in runs of a minimum length',
  },
  consecutiveDaysOffMinimum: {
    zh: '两段上班之间的休息不得少于规定天数',
    en: 'days off between duties must come in runs of a minimum length',
  },
  weekendsMaximum: {
    zh: '上班的周末达到上限',
    en: 'so many weekends with a duty are not allowed',
  },
  travelTime: {
    zh: '两个地点的班次之间来不及赶路',
    en: 'the time between duties at two sites is too short for the way',
  },
  eligibility: {
    zh: '该人员未获准在此岗位组上岗，或当天该岗位组不开设此班次（甲方准入与培训要求）',
    en: 'the worker is not approved for this group, or the group does not offer this shift that day (client approval and training)',
  },
  availability: {
    zh: '该人员当天请假、未在职或固定休息',
    en: 'the worker is on leave, not employed or on a fixed day off',
  },
  pins: {
    zh: '同一人同一天有互相矛盾的固定安排',
    en: 'two pins for the same worker and day contradict each other',
  },
  past: {
    zh: '该班次在重排之时已经开始',
    en: 'the shift had begun before the re-planning',
  },
};
