import { openHighs } from '../engines/highs.js';
import type { HoursAccount, RosterProblem, Worker } from '../problem.js';
import { ceiling } from '../rules/hours-maximum.js';
import { historyDays, readFacts } from '../rules/roster-facts.js';
import { distinctFindings } from './distinct-findings.js';
import { clock, hours, listed } from './texts.js';
import type { Text } from './texts.js';
import { openPool } from './pool.js';
import type { Need, Pool } from './pool.js';

/** What a pool of people has to do and can do in a span of days, in counted working time. */
export interface HoursBalance {
  readonly groups: readonly string[];
  readonly fromDay: number;
  readonly toDay: number;
  /** The least working time that fills the demand with the shifts on offer. */
  readonly requiredMinutes: number;
  /** Normal time that is left to the people whose home this is; null where their accounts name none. */
  readonly normalMinutes: number | null;
  /** The most that everybody who may serve here can work: ceilings, leave, bans and longest duties counted. */
  readonly achievableMinutes: number;
  readonly homePeople: number;
  readonly people: number;
  /** Home people that would do without overtime; null without normal time. */
  readonly peopleAtNormalTime: number | null;
  /** Overtime of each home person if they share the work evenly; 0 when normal time suffices. */
  readonly overtimePerPerson: number | null;
}

/** A necessary condition that does not hold: whatever the plan, at least `missingMinutesAtLeast` person-minutes stay vacant. */
export interface FeasibilityFinding {
  readonly kind: 'present' | Need['kind'];
  readonly groups: readonly string[];
  readonly fromDay: number;
  readonly toDay: number;
  /** In `unit`: people at once, duties, or minutes of counted working time. */
  readonly required: number;
  readonly achievable: number;
  readonly unit: 'people' | 'duties' | 'minutes';
  readonly missingMinutesAtLeast: number;
  readonly message: Text;
}

export interface Feasibility {
  readonly balances: readonly HoursBalance[];
  readonly findings: readonly FeasibilityFinding[];
}

const weekDays = 7;

/**
 * What the demand needs against what the people can do, before any planning: group by group, and together for groups that share people. Each
 * finding is a necessary condition of its own (all people in one pot, one limit at a time), so an empty answer does not promise a full roster.
 * What one condition proves missing no other tells again.
 */
export async function feasibility(problem: RosterProblem): Promise<Feasibility> {
  const engine = openHighs();
  const balances: HoursBalance[] = [];
  const findings: FeasibilityFinding[] = [];
  try {
    for (const groups of poolsOf(problem)) {
      const pool = openPool(readFacts(problem), { groups, engine });
      if (groups.length === 1) findings.push(...presenceFindings(problem, pool));
      for (const need of needsOf(problem, pool)) {
        const required = await pool.required(need);
        if (need.kind === 'hours') balances.push(balanceOf(problem, pool, { need, required }));
        if (required <= need.achievable + 1e-6) continue;
        const missingMinutesAtLeast = await pool.missing(need);
        if (missingMinutesAtLeast > 0)
          findings.push(findingOf(problem, pool, { need, required, missingMinutesAtLeast }));
      }
    }
    return { balances, findings: distinctFindings(findings) };
  } finally {
    await engine.close();
  }
}

/** Days on which more people are needed at once than can be there at all, each with its worst interval. */
function presenceFindings(problem: RosterProblem, pool: Pool): readonly FeasibilityFinding[] {
  return [...problem.days.keys()].flatMap((day): readonly FeasibilityFinding[] => {
    const short = pool.demandOn(day).filter(({ required, able }) => required > able);
    const [first, ...rest] = short;
    if (first === undefined) return [];
    const worst = rest.reduce(
      (one, other) => (other.required - other.able > one.required - one.able ? other : one),
      first,
    );
    const missingMinutesAtLeast = sum(short.map(({ required, able, start, end }) => (required - able) * (end - start)));
    const { required, able } = worst;
    const [group, date, time] = [
      pool.groups[0] ?? '',
      problem.days[day] ?? '',
      `${clock(worst.start)}–${clock(worst.end)}`,
    ];
    return [
      {
        kind: 'present',
        groups: pool.groups,
        fromDay: day,
        toDay: day,
        required,
        achievable: able,
        unit: 'people',
        missingMinutesAtLeast,
        message: {
          zh: `${group} ${date} ${time}：需要 ${required} 人在岗，当天能到岗的最多 ${able} 人（资格、请假、夜班限制、班次时长）；全天至少有 ${missingMinutesAtLeast} 人分钟空岗。请调整请假、批准备班人员或增加人员。`,
          en: `${group} ${date} ${time}: ${required} needed at once, at most ${able} available (approval, leave, night bans, longest duty); at least ${missingMinutesAtLeast} person-minutes stay vacant that day. Move leave, approve a backup or find more people.`,
        },
      },
    ];
  });
}

/** Every group with demand, and every set of groups that share people. */
function poolsOf(problem: RosterProblem): readonly (readonly string[])[] {
  const groups = [...new Set(problem.demand.filter(({ required }) => required > 0).map(({ group }) => group))];
  const linked: Set<string>[] = [];
  for (const { eligibility } of problem.workers) {
    const own = new Set(eligibility.map(({ group }) => group).filter((group) => groups.includes(group)));
    const touching = linked.filter((set) => [...own].some((group) => set.has(group)));
    for (const set of touching) {
      for (const group of set) own.add(group);
      linked.splice(linked.indexOf(set), 1);
    }
    if (own.size > 0) linked.push(own);
  }
  const sets = linked.filter((set) => set.size > 1).map((set) => groups.filter((group) => set.has(group)));
  return [...groups.map((group) => [group]), ...sets];
}

/** The limits that are added up over the pool, one at a time. */
function needsOf(problem: RosterProblem, pool: Pool): readonly Need[] {
  const last = problem.days.length - 1;
  const one = (): number => 1;
  const days = problem.days.map((_, day): Need => ({
    kind: 'people',
    fromDay: day,
    toDay: day,
    weight: one,
    achievable: pool.starters(day).length,
  }));
  const windows = Array.from({ length: Math.max(1, last - weekDays + 2) }, (_, first): Need => {
    const toDay = Math.min(last, first + weekDays - 1);
    const achievable = sum(pool.workers.map((worker) => workedDays(pool, worker, { fromDay: first, toDay })));
    return { kind: 'weeklyRest', fromDay: first, toDay, weight: one, achievable };
  });
  return [...days, ...windows, ...weekendNeed(problem, pool), ...hoursNeeds(pool)];
}

/** Days of the window on which the worker can start a duty, no more than the weekly rest leaves. */
function workedDays(
  pool: Pool,
  worker: Worker,
  { fromDay, toDay }: { readonly fromDay: number; readonly toDay: number },
): number {
  const before = historyDays(worker);
  const window = Array.from({ length: toDay - fromDay + 1 }, (_, offset) => fromDay + offset);
  const allowed = worker.limits.workedDaysPerSevenMax - window.filter((day) => before.has(day)).length;
  const possible = window.filter((day) => pool.longest(worker, day) !== null);
  // A day on which history has worked already is counted once, whatever the plan adds to it.
  const fresh = possible.filter((day) => !before.has(day)).length;
  return possible.length - fresh + Math.max(0, Math.min(allowed, fresh));
}

function weekendNeed(problem: RosterProblem, pool: Pool): readonly Need[] {
  const isWeekend = (day: number): boolean =>
    [0, 6].includes(new Date(`${problem.days[day] ?? ''}T00:00:00Z`).getUTCDay());
  const days = [...problem.days.keys()].filter(isWeekend);
  if (!pool.workers.some(({ limits }) => limits.weekendsMax !== undefined)) return [];
  const achievable = pool.workers.map((worker) => {
    const possible = days.filter((day) => pool.longest(worker, day) !== null).length;
    return Math.min(possible, 2 * (worker.limits.weekendsMax ?? Infinity));
  });
  const span = { fromDay: 0, toDay: problem.days.length - 1 };
  return [{ kind: 'weekends', ...span, weight: (_, day) => (isWeekend(day) ? 1 : 0), achievable: sum(achievable) }];
}

/** One need for every range of days that an hours account of these people has, as far as the horizon shows it. */
function hoursNeeds(pool: Pool): readonly Need[] {
  const last = pool.dayCount - 1;
  const ranges = pool.workers.flatMap(({ limits }) =>
    limits.hours.map(({ fromDay, toDay }) => ({ fromDay: Math.max(0, fromDay), toDay: Math.min(last, toDay) })),
  );
  const distinct = new Map(ranges.map((range) => [`${range.fromDay}|${range.toDay}`, range]));
  return [...distinct.values()]
    .filter(({ fromDay, toDay }) => fromDay <= toDay)
    .map((range) => ({
      kind: 'hours',
      ...range,
      weight: (shift) => shift.countedMinutes,
      achievable: sum(pool.workers.map((worker) => workable(pool, worker, range))),
    }));
}

/** The most counted minutes of one worker in a range: what the accounts leave that contain it, and a longest duty every possible day. */
function workable(
  pool: Pool,
  worker: Worker,
  { fromDay, toDay }: { readonly fromDay: number; readonly toDay: number },
): number {
  const days = Array.from({ length: toDay - fromDay + 1 }, (_, offset) => pool.longest(worker, fromDay + offset) ?? 0);
  const left = worker.limits.hours
    .filter((account) => account.fromDay <= fromDay && toDay <= account.toDay)
    .map((account) => Math.max(0, ceiling(account, worker.limits) - account.carriedMinutes));
  return Math.min(sum(days), ...left);
}

function balanceOf(
  { days }: RosterProblem,
  pool: Pool,
  { need, required }: { readonly need: Need; readonly required: number },
): HoursBalance {
  const { fromDay, toDay, achievable } = need;
  const last = days.length - 1;
  const isThis = (account: HoursAccount): boolean =>
    Math.max(0, account.fromDay) === fromDay && Math.min(last, account.toDay) === toDay;
  const normal = pool.home.flatMap(({ limits }) => {
    const account = limits.hours.find((one) => isThis(one) && one.normalMinutes !== null);
    return account === undefined ? [] : [Math.max(0, (account.normalMinutes ?? 0) - account.carriedMinutes)];
  });
  const normalMinutes = normal.length === 0 ? null : sum(normal);
  const perPerson = normalMinutes === null ? 0 : normalMinutes / normal.length;
  return {
    groups: pool.groups,
    fromDay,
    toDay,
    requiredMinutes: required,
    normalMinutes,
    achievableMinutes: achievable,
    homePeople: pool.home.length,
    people: pool.workers.length,
    peopleAtNormalTime: perPerson > 0 ? required / perPerson : null,
    overtimePerPerson: normalMinutes === null ? null : Math.max(0, required - normalMinutes) / normal.length,
  };
}

function findingOf(
  problem: RosterProblem,
  pool: Pool,
  {
    need,
    required,
    missingMinutesAtLeast,
  }: { readonly need: Need; readonly required: number; readonly missingMinutesAtLeast: number },
): FeasibilityFinding {
  const { kind, fromDay, toDay, achievable } = need;
  const unit = kind === 'hours' ? 'minutes' : 'duties';
  const first = problem.days[fromDay] ?? '';
  const span = fromDay === toDay ? first : `${first} – ${problem.days[toDay] ?? ''}`;
  const groups = listed(pool.groups, 4);
  const amounts =
    unit === 'minutes'
      ? { needed: `${hours(required)} h`, able: `${hours(achievable)} h` }
      : { needed: String(Math.ceil(required - 1e-6)), able: String(achievable) };
  const limits: Readonly<Record<Need['kind'], Text>> = {
    people: {
      zh: '当天能上岗的人员（资格、请假、夜班限制、班次时长）',
      en: 'approval, leave, night bans and the longest duty',
    },
    weeklyRest: { zh: '每七天的休息日（《劳动法》第三十八条）', en: 'one rest day in seven (Labour Law 38)' },
    weekends: { zh: '周末上班次数上限', en: 'limits on weekends' },
    hours: {
      zh: '工时上限（《劳动法》第四十一条及工时制度）与请假',
      en: 'hours ceilings (Labour Law 41 and the hours system) and leave',
    },
  };
  const perPerson = achievable / Math.max(1, pool.workers.length);
  const more = perPerson > 0 ? Math.ceil((required - achievable) / perPerson - 1e-6) : null;
  const help =
    more === null
      ? { zh: '请先为该岗位组准备人员', en: 'find people for it first' }
      : { zh: `按现有人员的平均水平还需 ${more} 人`, en: `on their average, ${more} more would be needed` };
  const duties = unit === 'duties' ? { zh: ' 个班', en: ' duties' } : { zh: '', en: '' };
  return {
    kind,
    groups: pool.groups,
    fromDay,
    toDay,
    required,
    achievable,
    unit,
    missingMinutesAtLeast,
    message: {
      zh: `${groups.zh} ${span}：至少需要 ${amounts.needed}${duties.zh}，${pool.workers.length} 人按${limits[kind].zh}最多只能承担 ${amounts.able}${duties.zh}；至少有 ${missingMinutesAtLeast} 人分钟空岗。${help.zh}，或请甲方减少相应需求。`,
      en: `${groups.en} ${span}: at least ${amounts.needed}${duties.en} needed, at most ${amounts.able}${duties.en} possible for its ${pool.workers.length} people within ${limits[kind].en}; at least ${missingMinutesAtLeast} person-minutes stay vacant. ${help.en.charAt(0).toUpperCase()}${help.en.slice(1)}, or agree on less demand with the client.`,
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
