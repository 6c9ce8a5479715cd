import { addDays, type CivilDate } from '../../../shared/civil-date.js';
import { groupBy } from '../../../shared/grouping.js';
import { present } from '../../../shared/assert.js';
import { sumHeadcountDays, type HeadcountDays } from '../../../shared/headcount-days.js';
import { minutesPerDay } from '../../../shared/interval.js';
import type { ContractPostGroup } from '../../contract/service-contract.js';
import { attendedOn, type AttendedStretch } from './attended-time.js';
import { type Half, type PostDemand, type SeatDuties } from './post-demand.js';
import { fillPosts, type PostAttendance } from './post-filling.js';
import { groupDay, noticeKey, type GroupDay, type MonthFacts } from './month-facts.js';
import { dayWeights, halfUnits } from './service-units.js';
import { storyOf, straysOf, type CauseFacts } from './vacancy-cause.js';
import type { AttendanceIncident, VacancyLine } from './vacancy-line.js';
import { rateOn, ruleOn, vacancyClause, vacantHalves, type WeighedHalf } from './vacancy-ruling.js';
import { dayDemandOn } from './window-demand.js';
import { handoverIncidents, windowIncidents } from './window-incidents.js';

export interface DayVacancies {
  readonly lines: readonly VacancyLine[];
  readonly incidents: readonly AttendanceIncident[];
  readonly requiredUnits: HeadcountDays;
  readonly filledUnits: HeadcountDays;
}

/** Facts and rulings of one day. */
export function vacanciesOn(date: CivilDate, demand: readonly GroupDay[], facts: MonthFacts): DayVacancies {
  const reading = facts.readingOn(date);
  const attended = attendedBetween(date, facts);
  const isOvernight = demand.some(({ duties }) => duties !== undefined);
  const nextDay = isOvernight ? attendedBetween(addDays(date, 1), facts) : [];
  const attendedByGroup = groupBy(attended, ({ postGroup }) => postGroup);
  const presence = facts.presenceByDate.get(date) ?? [];
  const assignmentsByGroup = groupBy(facts.assignmentsByDate.get(date) ?? [], ({ postGroup }) => postGroup);
  const groups = demand.map((day) => {
    const { key } = day.group;
    const { duties } = day;
    const stretches = attendedByGroup.get(key) ?? [];
    const inDemand = postsInDemand(date, day, facts);
    const causeFacts: CauseFacts = {
      date,
      postGroup: key,
      presence,
      assignments: assignmentsByGroup.get(key) ?? [],
      workers: facts.workersByCode,
      leave: facts.leave,
      attended,
      openPosts: new Set(inDemand.map(({ post }) => post)),
    };
    const intoTheMorning = duties === undefined ? [] : morningAfter(nextDay, key, nightEndOf(duties));
    const on = { date, group: day.group, facts };
    const posts = fillPosts(inDemand, [...stretches, ...intoTheMorning], reading);
    const short = posts.filter(isShort).map((post): RuledPost => {
      const vacant = vacantHalves(weighed(post, on), reading);
      return { post, vacant };
    });
    const vacantPosts = (half: Half) =>
      short.filter(({ vacant }) => vacant.some((candidate) => candidate.half === half)).length;
    const { latenessMinutes } = reading;
    const ruled = linesOf(short, day.group, causeFacts, facts);
    const isCounted = (line: VacancyLine) => !reading.isNoticeRequired || isNoticed(line, facts);
    return {
      lines: ruled.filter(isCounted),
      incidents: [
        ...ruled.filter((line) => !isCounted(line)).map(beforeNotice),
        ...short.flatMap((post) => coreIncidents(post, causeFacts, facts)),
        ...(reading.areWindowsSeparate
          ? []
          : windowIncidents({ date, requirements: day.requirements, stretches, vacantPosts, latenessMinutes })),
        ...(duties === undefined || duties.areBothInHandover
          ? []
          : handoverIncidents({ date, postGroup: key, duties, crew: posts.length, stretches, vacantPosts })),
      ],
      requiredUnits: sumHeadcountDays(posts.flatMap((post) => weights(measuredParts(post), on))),
    };
  });
  const lines = groups.flatMap((group) => group.lines);
  const requiredUnits = sumHeadcountDays(groups.map((group) => group.requiredUnits));
  return {
    lines,
    incidents: groups.flatMap((group) => group.incidents),
    requiredUnits,
    filledUnits: requiredUnits.sub(sumHeadcountDays(lines.map(({ units }) => units))),
  };
}

/** Whether the client's written notice of the vacancy is on file, of the month and no later than the day (V14). */
function isNoticed({ date, postGroup, post }: VacancyLine, { notices }: MonthFacts): boolean {
  const since = notices.get(noticeKey(date, postGroup, post));
  return since !== undefined && since <= date;
}

function beforeNotice({ date, postGroup, post, due, unattendedMinutes }: VacancyLine): AttendanceIncident {
  return { date, postGroup, post, worker: due, minutes: unattendedMinutes, kind: 'incident', window: null };
}

/** The posts of a group that the windows of a day ask for; where a part of them opens, by the opening plan. */
function postsInDemand(date: CivilDate, day: GroupDay, facts: MonthFacts): readonly PostDemand[] {
  const { key } = day.group;
  return dayDemandOn({
    ...day,
    turn: () => facts.termOf(key).turnOn(date, day.group),
    windowTurn: facts.readingOn(date).areWindowsSeparate
      ? () => facts.termOf(key).windowTurnOn(date, day.group)
      : undefined,
  });
}

/** What each post in demand on a day weighs in it, whoever was there, and in the whole term. */
export function postUnitsOn(
  date: CivilDate,
  day: GroupDay,
  facts: MonthFacts,
): { readonly post: string; readonly units: HeadcountDays; readonly divisor: HeadcountDays | undefined }[] {
  const ofTerm = facts.termOf(day.group.key);
  return postsInDemand(date, day, facts).map((demand) => ({
    post: demand.post,
    units: sumHeadcountDays(weights(demand, { date, group: day.group, facts })),
    divisor: ofTerm.divisorOn(date, demand.post),
  }));
}

/** The halves of a post's day with what they weigh (V1). */
function weighed(attendance: PostAttendance, on: OnDay): WeighedHalf[] {
  const units = weights(measuredParts(attendance), on);
  return attendance.halves.map(({ half, requiredMinutes, unattendedMinutes }, index) => ({
    half,
    requiredMinutes,
    unattendedMinutes,
    units: present(units[index], 'weight of the half'),
  }));
}

interface OnDay {
  readonly date: CivilDate;
  readonly group: ContractPostGroup;
  readonly facts: MonthFacts;
}

function weights(
  {
    post,
    halves,
  }: Pick<PostDemand, 'post'> & { readonly halves: readonly Pick<PostDemand['halves'][number], 'half' | 'minutes'>[] },
  { date, group, facts }: OnDay,
): HeadcountDays[] {
  const reading = facts.readingOn(date);
  const isOpen = (day: CivilDate) => openPosts(day, group, facts).has(post);
  return halfUnits(halves, reading, () => {
    const { from, to } = facts.termOf(group.key).stretchOn(date);
    return dayWeights(date, { calendar: facts.calendar, group, reading, stretch: { from, to }, isOpen });
  });
}

function measuredParts({ post, halves }: PostAttendance) {
  return { post, halves: halves.map(({ half, requiredMinutes }) => ({ half, minutes: requiredMinutes })) };
}

function openPosts(date: CivilDate, group: ContractPostGroup, facts: MonthFacts): ReadonlySet<string> {
  const key = `${date} ${group.key}`;
  const known = facts.open.get(key);
  if (known !== undefined) return known;
  const posts = new Set(postsInDemand(date, groupDay(date, group, facts), facts).map(({ post }) => post));
  facts.open.set(key, posts);
  return posts;
}

function attendedBetween(date: CivilDate, facts: MonthFacts): AttendedStretch[] {
  const presence = [date, addDays(date, -1)].flatMap((day) => facts.presenceByDate.get(day) ?? []);
  const assignments = [date, addDays(date, -1)].flatMap((day) => facts.assignmentsByDate.get(day) ?? []);
  return attendedOn(date, { presence, assignments, workers: facts.workersByCode, reading: facts.readingOn(date) });
}

/** When the night's duty ends on the next day; before that the day duty has come, where one person is enough. */
function nightEndOf({ dayStart, nightEnd, areBothInHandover }: SeatDuties): number {
  return areBothInHandover ? nightEnd - minutesPerDay : dayStart;
}

/** Who was at the seat after midnight, until the night is over; minutes counted on from the night's own day. */
function morningAfter(nextDay: readonly AttendedStretch[], group: string, until: number): AttendedStretch[] {
  return nextDay
    .filter(({ postGroup, start }) => postGroup === group && start < until)
    .map((stretch) => ({
      ...stretch,
      start: stretch.start + minutesPerDay,
      end: Math.min(stretch.end, until) + minutesPerDay,
    }));
}

/** Whether anything was missing at a post; most have their person from first minute to last. */
function isShort({ halves }: PostAttendance): boolean {
  return halves.some(({ unattendedMinutes }) => unattendedMinutes > 0);
}

interface RuledPost {
  readonly post: PostAttendance;
  readonly vacant: readonly { readonly half: Half; readonly units: HeadcountDays }[];
}

function linesOf(
  posts: readonly RuledPost[],
  group: ContractPostGroup,
  causeFacts: CauseFacts,
  facts: MonthFacts,
): VacancyLine[] {
  const vacantPosts = posts.filter(({ vacant }) => vacant.length > 0);
  if (vacantPosts.length === 0) return [];
  const strays = straysOf(causeFacts);
  return vacantPosts
    .map(({ post, vacant }) => {
      const story = storyOf(post, causeFacts, strays);
      if (story.stray !== undefined) strays.shift();
      const others = post.attendants.filter((worker) => worker !== story.due);
      const clause = vacancyClause(facts.contract, causeFacts.date);
      return ruleOn(
        {
          contract: facts.contract.key,
          date: causeFacts.date,
          postGroup: group.key,
          post: post.post,
          due: story.due,
          halves: vacant.map(({ half }) => half),
          requiredMinutes: sum(post.halves.map(({ requiredMinutes }) => requiredMinutes)),
          unattendedMinutes: sum(post.halves.map(({ unattendedMinutes }) => unattendedMinutes)),
          cause: story.cause,
          cover: others[0] ?? null,
          evidence: story.evidence,
          hasImpactEvidence: story.hasImpactEvidence,
        },
        {
          clause: clause ?? post.clause,
          units: sumHeadcountDays(vacant.map(({ units }) => units)),
          rate: clause === undefined ? null : rateOf(post.post, group, causeFacts.date, facts),
          isDonor: story.isDonor,
          reading: facts.readingOn(causeFacts.date),
        },
      );
    })
    .filter(({ units }) => units.compare(0) > 0);
}

/** The rate under which a vacancy of a post stands on a day; null while no standard is approved for it. */
export function rateOf(
  post: string,
  group: ContractPostGroup,
  date: CivilDate,
  facts: MonthFacts,
): VacancyLine['rate'] {
  const rate = rateOn(facts.rates, date);
  if (rate === undefined) return null;
  const divisor = facts.termOf(group.key).divisorOn(date, post);
  return divisor === undefined ? null : { annualFen: rate.annualFen, divisor, document: rate.document };
}

/** Gaps in core time too short for a vacancy: lateness while each is under the threshold, otherwise an incident (V7). */
function coreIncidents({ post, vacant }: RuledPost, causeFacts: CauseFacts, facts: MonthFacts): AttendanceIncident[] {
  const gaps = post.halves
    .filter(({ half }) => !vacant.some((candidate) => candidate.half === half))
    .map(({ unattendedMinutes }) => unattendedMinutes);
  const minutes = sum(gaps);
  if (minutes === 0) return [];
  const due = causeFacts.assignments.find((assignment) => assignment.post === post.post)?.worker;
  return [
    {
      date: causeFacts.date,
      postGroup: causeFacts.postGroup,
      post: post.post,
      worker: due ?? post.attendants[0] ?? null,
      minutes,
      kind: Math.max(...gaps) < facts.readingOn(causeFacts.date).latenessMinutes ? 'lateness' : 'incident',
      window: null,
    },
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
