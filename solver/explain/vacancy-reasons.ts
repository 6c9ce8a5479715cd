import type { HardRuleName, Plan, PlanVacancy, VacancyReason } from '../plan.js';
import type { Demand, RosterProblem, ShiftType, UnavailableReason, Worker } from '../problem.js';
import { buildModel, hardRules } from '../rules/index.js';
import { minutesPerDay, roleOn } from '../rules/roster-facts.js';
import type { DutyColumn, RosterModel } from '../rules/roster-model.js';
import { rowGuard } from '../rules/row-guard.js';
import type { RowGuard } from '../rules/row-guard.js';
import { covers } from '../rules/vacancy.js';

/** What keeps an eligible worker from filling a vacancy, in order of precedence when several shifts would fill it. */
const obstacles = [
  'free',
  'otherShift',
  'elsewhere',
  'pins',
  'hoursMaximum',
  'minimumRest',
  'oneDutyAtATime',
  'weeklyRest',
  'dutyPeriodMaximum',
  'nightBan',
  'forbiddenSuccession',
  'shiftMaximum',
  'hoursMinimum',
  'consecutiveShiftsMaximum',
  'consecutiveShiftsMinimum',
  'consecutiveDaysOffMinimum',
  'weekendsMaximum',
  'travelTime',
  'past',
  'leave',
  'fixedDayOff',
  'notApproved',
  'notTrained',
  'notEmployed',
] as const;

type Obstacle = (typeof obstacles)[number];

const words: Readonly<Record<Obstacle | 'present', { readonly zh: string; readonly en: string }>> = {
  present: { zh: '在岗', en: 'present' },
  free: { zh: '可以安排', en: 'could be assigned' },
  otherShift: { zh: '当天在本组上其他时段的班', en: 'in another shift of the group that day' },
  elsewhere: { zh: '当天在其他组上班', en: 'used in another group that day' },
  pins: { zh: '当天有固定安排', en: 'pinned otherwise' },
  hoursMaximum: { zh: '工时已到上限', en: 'at their hours limit' },
  minimumRest: { zh: '班次间休息不足', en: 'resting between duties' },
  oneDutyAtATime: { zh: '与相邻班次重叠', en: 'in an adjoining duty' },
  weeklyRest: { zh: '须周休', en: 'due their weekly rest' },
  dutyPeriodMaximum: { zh: '班次超过每日工时上限', en: 'not allowed so long a duty' },
  nightBan: { zh: '有夜班限制', en: 'restricted from night work' },
  forbiddenSuccession: { zh: '前后班次不得相接', en: 'barred by the shift of the day before or after' },
  shiftMaximum: { zh: '该班次次数已满', en: 'at their limit of this shift' },
  hoursMinimum: { zh: '须先满足最低工时', en: 'bound by their minimum hours' },
  consecutiveShiftsMaximum: { zh: '连续上班已到上限', en: 'at their limit of days in a row' },
  consecutiveShiftsMinimum: { zh: '连续上班天数会过短', en: 'bound to longer runs of duties' },
  consecutiveDaysOffMinimum: { zh: '连续休息天数会过短', en: 'bound to longer runs of days off' },
  weekendsMaximum: { zh: '周末上班次数已满', en: 'at their limit of weekends' },
  travelTime: { zh: '来不及从另一地点赶来', en: 'too far away between duties' },
  past: { zh: '班次已经开始', en: 'too late for a shift that has begun' },
  leave: { zh: '请假', en: 'on leave' },
  fixedDayOff: { zh: '固定休息', en: 'on a fixed day off' },
  notApproved: { zh: '未获甲方准入', en: 'not approved by the client' },
  notTrained: { zh: '培训未完成', en: 'not yet trained' },
  notEmployed: { zh: '不在职', en: 'not employed' },
};

/** Per vacancy a true sentence: how many people may serve there, what each of the others is kept by, and what binds. */
export function explainVacancies(
  problem: RosterProblem,
  plan: Pick<Plan, 'assignments' | 'vacancies'>,
): VacancyReason[] {
  if (plan.vacancies.length === 0) return [];
  const model = buildModel(problem);
  const values = new Float64Array(model.linear.columns.length);
  const guard = rowGuard(model, values);
  const planned = new Map<string, DutyColumn>();
  for (const { worker, day, shift, group } of plan.assignments) {
    const duty = model.dutiesOn(worker, day).find((one) => one.shift.id === shift && one.group === group);
    if (duty === undefined) continue;
    guard.add(duty);
    planned.set(`${worker}|${day}`, duty);
  }
  return plan.vacancies.map((vacancy) => explain({ model, guard, planned }, vacancy));
}

interface Situation {
  readonly model: RosterModel;
  readonly guard: RowGuard;
  readonly planned: ReadonlyMap<string, DutyColumn>;
}

function explain(situation: Situation, vacancy: PlanVacancy): VacancyReason {
  const { model, planned } = situation;
  const demand: Demand = { ...vacancy, required: vacancy.missing };
  const shifts = coveringShifts(model, demand);
  const eligible = model.problem.workers.filter((worker) =>
    [vacancy.day, ...shifts.map(({ day }) => day)].some((day) => roleOn(worker, vacancy.group, day) !== null),
  );
  const counts = new Map<Obstacle | 'present', number>();
  for (const worker of eligible) {
    const isPresent =
      isRunning(worker, demand) ||
      shifts.some(({ day, shift }) => {
        const duty = planned.get(`${worker.id}|${day}`);
        return duty?.group === vacancy.group && duty.shift === shift;
      });
    const state = isPresent ? 'present' : obstacleOf(situation, { worker, demand, shifts });
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const listed = (['present', ...obstacles] as const).filter(
    (state) => shifts.length > 0 && (counts.get(state) ?? 0) > 0,
  );
  const { zh, en } = binding({ eligible: eligible.length, counts, hasShift: shifts.length > 0 });
  const when = `${model.facts.dayName(vacancy.day)} ${clock(vacancy.start)}–${clock(vacancy.end)}`;
  return {
    group: vacancy.group,
    day: vacancy.day,
    start: vacancy.start,
    end: vacancy.end,
    message: {
      zh: `${vacancy.group} ${when} 缺 ${vacancy.missing} 人：可上岗 ${eligible.length} 人${listed.map((state) => `，${words[state].zh} ${counts.get(state) ?? 0} 人`).join('')}。${zh}`,
      en: `${vacancy.group} ${when} lacks ${vacancy.missing}: ${eligible.length} may serve there${listed.map((state) => `, ${counts.get(state) ?? 0} ${words[state].en}`).join('')}. ${en}`,
    },
  };
}

function coveringShifts(
  model: RosterModel,
  demand: Demand,
): readonly { readonly day: number; readonly shift: ShiftType }[] {
  const found: { readonly day: number; readonly shift: ShiftType }[] = [];
  for (let day = 0; day <= demand.day; day += 1) {
    for (const shift of model.facts.offered(demand.group, day)) {
      if (covers(shift, day, demand)) found.push({ day, shift });
    }
  }
  return found;
}

function isRunning({ history }: Worker, demand: Demand): boolean {
  return history.running?.group === demand.group && demand.day * minutesPerDay + demand.end <= history.running.until;
}

/** The mildest obstacle over all shifts that would fill the interval. */
function obstacleOf(
  { model, guard, planned }: Situation,
  {
    worker,
    demand,
    shifts,
  }: {
    readonly worker: Worker;
    readonly demand: Demand;
    readonly shifts: readonly { readonly day: number; readonly shift: ShiftType }[];
  },
): Obstacle {
  const found = shifts.map(({ day, shift }): Obstacle => {
    const candidate = model.facts.duty(worker, { day, shift, group: demand.group });
    const away = worker.unavailable.find((entry) => candidate.calendarDays.includes(entry.day));
    if (away !== undefined) return away.reason satisfies UnavailableReason;
    const forbidden = hardRules.find((rule) => rule.forbids?.(candidate, model.facts) ?? false)?.name;
    if (forbidden !== undefined) return toObstacle(forbidden);
    const today = planned.get(`${worker.id}|${day}`);
    if (today !== undefined) return today.group === demand.group ? 'otherShift' : 'elsewhere';
    const duty = model.dutiesOn(worker.id, day).find((one) => one.shift === shift && one.group === demand.group);
    const blocked = duty === undefined ? 'eligibility' : guard.blockedBy(duty);
    return blocked === null ? 'free' : toObstacle(blocked);
  });
  const away = worker.unavailable.find((entry) => entry.day === demand.day);
  return obstacles.find((obstacle) => found.includes(obstacle)) ?? away?.reason ?? 'notApproved';
}

function toObstacle(rule: HardRuleName): Obstacle {
  if (rule === 'eligibility') return 'notApproved';
  return rule === 'availability' ? 'leave' : rule;
}

function binding({
  eligible,
  counts,
  hasShift,
}: {
  readonly eligible: number;
  readonly counts: ReadonlyMap<Obstacle | 'present', number>;
  readonly hasShift: boolean;
}): { readonly zh: string; readonly en: string } {
  if (!hasShift)
    return {
      zh: '计划期内没有班次覆盖这一时段，请增设班次，或录入计划期之前延续到此的班次。',
      en: 'No shift on offer in the planned days covers this time; add one, or enter the duty from before that runs into it.',
    };
  if (eligible === 0)
    return {
      zh: '没有获准在此上岗的人员，请办理准入或调配。',
      en: 'Nobody is approved for this group; get people approved or redeployed.',
    };
  if ((counts.get('free') ?? 0) > 0) {
    return {
      zh: '仍有人可以安排，但按目前的价格，由此引起的费用高于空岗，或在时限内没有找到；可手工固定后重排。',
      en: 'Someone could be assigned, but at the present prices that costs more than the vacancy, or it was not found in time; pin them and plan again.',
    };
  }
  const kept = obstacles.filter((obstacle) => (counts.get(obstacle) ?? 0) > 0);
  const [first, ...rest] = kept;
  if (first === undefined)
    return {
      zh: '可上岗人员已全部在岗，人数不足，请补充备班人员。',
      en: 'Everyone who may serve is present; more people are needed.',
    };
  const most = rest.reduce((one, other) => ((counts.get(other) ?? 0) > (counts.get(one) ?? 0) ? other : one), first);
  return {
    zh: `主要限制：${words[most].zh}（${counts.get(most) ?? 0} 人）。`,
    en: `Main obstacle: ${words[most].en} (${counts.get(most) ?? 0}).`,
  };
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
