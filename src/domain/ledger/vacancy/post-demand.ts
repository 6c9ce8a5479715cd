import { present } from '../../../shared/assert.js';
import { addDays, type CivilDate } from '../../../shared/civil-date.js';
import {
  lengthMinutes,
  minutesPerDay,
  overlap,
  parseClock,
  union,
  type MinuteInterval,
} from '../../../shared/interval.js';
import type { ServiceCalendar } from '../../calendar/service-calendar.js';
import {
  crewOf,
  openingOrder,
  postNames,
  shiftMinutes,
  shiftsOn,
  standingOn,
  windowsServing,
  type CoverageRequirement,
} from '../../contract/coverage.js';
import type { VacancyReading } from '../readings/vacancy-reading.js';
import type { ContractPostGroup, ServiceContract, ServiceWindow } from '../../contract/service-contract.js';

/**
 * Parts of a service day that are vacant or not (V6). A seat around the clock has its duties, `day` and `night`; windows
 * before, between and after the core hours are parts where they make units of their own (V10).
 */
export const halves = ['morning', 'afternoon', 'saturday', 'day', 'night', 'early', 'midday', 'late'] as const;
export type Half = (typeof halves)[number];

/** The parts that are windows, by kind of window. */
export const windowHalves: Readonly<Partial<Record<string, Half>>> = { early: 'early', midday: 'midday', late: 'late' };

/** What a window asks of a group on a day: uncut, shift boundaries have no bearing on units. */
export type WindowRequirement = Pick<
  CoverageRequirement,
  'postGroup' | 'start' | 'end' | 'required' | 'window' | 'kind' | 'clause'
>;

/** The stretches in which one named post has to be manned on one day, by half. */
export interface PostDemand {
  readonly post: string;
  readonly halves: readonly HalfDemand[];
  readonly clause: string;
}

/** Disjoint stretches and how long they are together. */
interface HalfDemand {
  readonly half: Half;
  readonly required: readonly MinuteInterval[];
  readonly minutes: number;
  /** Where two duties overlap: the time of this one alone. Who is there at none of it belongs to the other (V11). */
  readonly alone?: MinuteInterval | undefined;
}

interface GroupOnDate {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  readonly date: CivilDate;
  readonly group: ContractPostGroup;
}

/**
 * What the windows of a group ask for on a day; nothing outside the term. Days of one kind between two changes of the
 * windows share one list.
 */
export function requirementsOn({ contract, calendar, date, group }: GroupOnDate): readonly WindowRequirement[] {
  const { kind } = calendar.day(date, group.site);
  const { windows, changes, standing } = windowsAsking(contract, group);
  const since = `${kind} ${changes.findLast((change) => change <= date) ?? ''}`;
  const found = standing.get(since) ?? standingOn(windows, date, kind).map(({ requirement }) => requirement);
  standing.set(since, found);
  return found;
}

interface AskingWindow extends Pick<ServiceWindow, 'days' | 'from' | 'to'> {
  readonly requirement: WindowRequirement;
}

interface GroupWindows {
  readonly windows: readonly AskingWindow[];
  /** First days of windows and the days after their last, in order. */
  readonly changes: readonly CivilDate[];
  /** What is asked for, by kind of day and latest change. */
  readonly standing: Map<string, readonly WindowRequirement[]>;
}

/** Windows by contract and group: a month asks for the same ones day after day, a divisor for every day of the term. */
const known = new WeakMap<readonly ServiceWindow[], WeakMap<ContractPostGroup, GroupWindows>>();

function windowsAsking(contract: ServiceContract, group: ContractPostGroup): GroupWindows {
  const ofContract = known.get(contract.windows) ?? new WeakMap<ContractPostGroup, GroupWindows>();
  known.set(contract.windows, ofContract);
  const found = ofContract.get(group) ?? groupWindows(asking(contract, group));
  ofContract.set(group, found);
  return found;
}

function groupWindows(windows: readonly AskingWindow[]): GroupWindows {
  const changes = windows.flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [addDays(to, 1)]),
  ]);
  return { windows, changes: changes.sort(), standing: new Map() };
}

function asking(contract: ServiceContract, group: ContractPostGroup): AskingWindow[] {
  return windowsServing(contract, group.key).flatMap(({ key, start, end, kind, clause, crew, days, from, to }) => {
    const required = crewOf(crew, group.headcount);
    if (required === 0) return [];
    const hours = { start: present(parseClock(start), start), end: present(parseClock(end), end) };
    return [{ days, from, to, requirement: { postGroup: group.key, ...hours, required, window: key, kind, clause } }];
  });
}

const noon = 720;

/**
 * Named posts in demand on a day, from the core, seat and Saturday windows. Early, midday and late windows are part
 * of the same service day and make no unit (V10).
 *
 * Where a window needs fewer people than the group has posts (a Saturday crew), the group's opening plan says which
 * open (V9). No roster and no attendance moves the plan: a post would exceed its yearly standard where its name came up
 * more often than its turn.
 */
export function postDemandOn(input: {
  readonly group: ContractPostGroup;
  readonly requirements: readonly WindowRequirement[];
  /** Given for a seat around the clock whose duties are a day and a night shift. */
  readonly duties?: SeatDuties | undefined;
  /** The day's turn of the opening plan; asked only where a part of the posts opens. */
  readonly turn: () => number;
}): readonly PostDemand[] {
  const counted = countedRequirements(input.requirements);
  if (counted.length === 0) return [];
  const posts = postNames(input.group);
  const crew = crewOn(counted);
  if (crew >= posts.length && input.duties === undefined) return wholeCrewDemand(input, counted);
  const plan = crew < posts.length ? openingOrder(input.group, { turn: input.turn(), crew }) : posts;
  return demandUnder(plan, input, counted);
}

type Asked = Pick<Parameters<typeof postDemandOn>[0], 'group' | 'requirements' | 'duties'>;

/** Days that ask for everybody by the same windows ask the same of every post. */
const wholeCrews = new WeakMap<readonly WindowRequirement[], WeakMap<ContractPostGroup, readonly PostDemand[]>>();

function wholeCrewDemand(asked: Asked, counted: readonly WindowRequirement[]): readonly PostDemand[] {
  const { group, requirements } = asked;
  const ofWindows = wholeCrews.get(requirements) ?? new WeakMap<ContractPostGroup, readonly PostDemand[]>();
  wholeCrews.set(requirements, ofWindows);
  const found = ofWindows.get(group) ?? demandUnder(postNames(group), asked, counted);
  ofWindows.set(group, found);
  return found;
}

/** @param plan all posts, those first that open first */
function demandUnder(
  plan: readonly string[],
  { group, duties }: Asked,
  counted: readonly WindowRequirement[],
): PostDemand[] {
  const crew = crewOn(counted);
  const isSaturday = counted.every(({ kind }) => kind === 'saturday');
  const clause = counted[0]?.clause ?? group.clause;
  const rank = new Map(plan.map((post, index) => [post, index]));
  const halvesOf = (required: readonly WindowRequirement[]): PostDemand['halves'] => {
    if (duties !== undefined) return dutyHalves(required, duties);
    return isSaturday ? [demandOf('saturday', union(required))] : workingHalves(required);
  };
  // Most posts are asked for by every window and share one reckoning.
  const ofAll = halvesOf(counted);
  const leastCrew = Math.min(...counted.map((requirement) => requirement.required));
  return postNames(group).flatMap((post) => {
    const own = rank.get(post) ?? crew;
    if (own < leastCrew) return [{ post, halves: ofAll, clause }];
    const required = counted.filter((requirement) => requirement.required > own);
    return required.length === 0 ? [] : [{ post, halves: halvesOf(required), clause }];
  });
}

/** The windows whose attendance makes units. */
export function countedRequirements(requirements: readonly WindowRequirement[]): WindowRequirement[] {
  return requirements.filter(({ kind }) => countedKinds.has(kind));
}

const countedKinds: ReadonlySet<string> = new Set(['core', 'seat', 'saturday']);

/** The greatest number of posts that the windows ask for at once. */
export function crewOn(counted: readonly WindowRequirement[]): number {
  return Math.max(...counted.map(({ required }) => required));
}

/** Core windows on either side of midday. */
function workingHalves(required: readonly MinuteInterval[]): PostDemand['halves'] {
  return nonEmpty([
    demandOf('morning', within(required, { start: 0, end: noon })),
    demandOf('afternoon', within(required, { start: noon, end: minutesPerDay })),
  ]);
}

/** When the duties of a seat begin and end, and whether the night runs on into a morning that is in demand. */
export interface SeatDuties {
  readonly dayStart: number;
  readonly dayEnd: number;
  readonly nightStart: number;
  /** Minutes of the night's own day, past 1440. */
  readonly nightEnd: number;
  /** What the next day asks for; nothing past the term. */
  readonly nextDay: readonly WindowRequirement[];
  /** Whether both duties have to be there while one hands over to the other (V11); otherwise one person is enough. */
  readonly areBothInHandover: boolean;
}

/**
 * The duties of a seat on a day: of a group with a night shift, whose windows are all seats. Halves cut at midday would
 * call neither a missed day duty nor a missed night duty a vacancy, for each reaches over both halves and fills
 * neither; and a night belongs to the day on which it begins.
 */
export function seatDutiesOn(
  query: GroupOnDate & { readonly termEnd: CivilDate; readonly reading: Pick<VacancyReading, 'areBothInHandover'> },
): SeatDuties | undefined {
  const { group, termEnd, reading, ...onDate } = query;
  const counted = countedRequirements(requirementsOn(query));
  if (counted.length === 0 || counted.some(({ kind }) => kind !== 'seat')) return undefined;
  const shifts = shiftsOn({ ...onDate, postGroup: group.key }).map(shiftMinutes);
  const night = shifts.find(({ end }) => end > minutesPerDay);
  const day = shifts.find(({ start, end }) => end <= minutesPerDay && start < (night?.start ?? 0));
  if (night === undefined || day === undefined) return undefined;
  const tomorrow = addDays(query.date, 1);
  const nextDay = tomorrow > termEnd ? [] : countedRequirements(requirementsOn({ ...query, date: tomorrow }));
  const { areBothInHandover } = reading;
  return {
    dayStart: day.start,
    dayEnd: day.end,
    nightStart: night.start,
    nightEnd: night.end,
    nextDay,
    areBothInHandover,
  };
}

function dutyHalves(required: readonly WindowRequirement[], duties: SeatDuties): PostDemand['halves'] {
  const { dayStart, dayEnd, nightStart, nightEnd, areBothInHandover } = duties;
  const crew = crewOn(required);
  const morningAfter = duties.nextDay
    .filter((requirement) => requirement.required >= crew)
    .map(({ start, end }) => ({ start: start + minutesPerDay, end: end + minutesPerDay }));
  if (areBothInHandover) {
    const [day, night] = [
      { start: dayStart, end: dayEnd },
      { start: nightStart, end: nightEnd },
    ];
    return nonEmpty([
      { ...demandOf('day', within(required, day)), alone: { start: nightEnd - minutesPerDay, end: nightStart } },
      {
        ...demandOf('night', within([...required, ...morningAfter], night)),
        alone: { start: dayEnd, end: dayStart + minutesPerDay },
      },
    ]);
  }
  return nonEmpty([
    demandOf('day', within(required, { start: dayStart, end: nightStart })),
    demandOf('night', within([...required, ...morningAfter], { start: nightStart, end: minutesPerDay + dayStart })),
  ]);
}

export function demandOf(half: Half, required: readonly MinuteInterval[]): HalfDemand {
  return { half, required, minutes: required.reduce((sum, stretch) => sum + lengthMinutes(stretch), 0) };
}

function within(required: readonly MinuteInterval[], bounds: MinuteInterval): MinuteInterval[] {
  return union(required.flatMap((stretch) => overlap(stretch, bounds) ?? []));
}

function nonEmpty(of: PostDemand['halves']): PostDemand['halves'] {
  return of.filter(({ required }) => required.length > 0);
}
