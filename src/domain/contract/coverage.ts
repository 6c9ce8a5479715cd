import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { present } from '../../shared/assert.js';
import { groupBy } from '../../shared/grouping.js';
import { headcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import { minutesPerDay, parseClock, type MinuteInterval } from '../../shared/interval.js';
import type { DayKind, ServiceCalendar } from '../calendar/service-calendar.js';
import { isInForce } from './in-force.js';
import type {
  ContractPostGroup,
  Crew,
  DayRule,
  ServiceContract,
  ServiceWindow,
  ShiftTemplate,
} from './contract-shapes.js';

/** `CoverageRequirement`: people needed in a post group throughout one elementary interval of a day. */
export interface CoverageRequirement {
  readonly postGroup: string;
  readonly date: CivilDate;
  /** Minutes from 00:00 of `date`, within 0 … 1440; no shift starts or ends inside. */
  readonly start: number;
  readonly end: number;
  readonly required: number;
  /** Key of the window that asks for it. */
  readonly window: string;
  readonly kind: ServiceWindow['kind'];
  readonly clause: string;
  /** Against the contract's planning price; 1 unless the window says otherwise. */
  readonly priceFactor: number;
}

interface OnDate {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  readonly date: CivilDate;
}

interface OfGroup extends OnDate {
  /** Key, `site/function`. */
  readonly postGroup: string;
}

/** Everything that has to be manned on a day: by group in the contract's order, then by time, disjoint. */
export function coverageOn(query: OnDate): CoverageRequirement[] {
  return postGroupsOn(query.contract, query.date).flatMap((group) => groupCoverage({ ...query, group }));
}

function groupCoverage({ group, ...query }: OnDate & { readonly group: ContractPostGroup }): CoverageRequirement[] {
  const cuts = shiftBoundaries({ ...query, postGroup: group.key });
  return windowsOn({ ...query, postGroup: group.key })
    .flatMap((window) => {
      const required = crewOf(window.crew, group.headcount);
      const { key, kind, clause, priceFactor = 1 } = window;
      const whole = { start: clock(window.start), end: clock(window.end) };
      if (required === 0) return [];
      return cut(whole, cuts).map((part) => ({
        postGroup: group.key,
        date: query.date,
        ...part,
        required,
        window: key,
        kind,
        clause,
        priceFactor,
      }));
    })
    .sort((a, b) => a.start - b.start);
}

/** The groups whose posts exist on a day (post lists change by dated instruction, V15). */
export function postGroupsOn(contract: ServiceContract, date: CivilDate): ContractPostGroup[] {
  return contract.postGroups.filter((group) => isInForce(group, date));
}

/** Each group once: as on the day, or where it has no posts then, as it begins next or was last. */
export function postGroupsAround(contract: ServiceContract, date: CivilDate): ContractPostGroup[] {
  return [...groupBy(contract.postGroups, ({ key }) => key).values()].map((versions) => {
    const next = versions.find(({ to }) => to === undefined || date <= to);
    return next ?? present(versions.at(-1), 'version');
  });
}

/** Named posts of a group: 综窗1 … 综窗n. */
export function postNames(group: Pick<ContractPostGroup, 'postPrefix' | 'headcount'>): readonly string[] {
  const names = namesOf.get(group) ?? namesIn(group);
  namesOf.set(group, names);
  return names;
}

/** A year of attendance asks for the same names row by row. */
const namesOf = new WeakMap<object, readonly string[]>();

function namesIn({ postPrefix, headcount }: Pick<ContractPostGroup, 'postPrefix' | 'headcount'>): string[] {
  return Array.from({ length: headcount }, (_, index) => `${postPrefix}${index + 1}`);
}

/**
 * All posts of a group, those first that open first on a day that needs `crew` of them: by the plan of the client's
 * instruction, else in turns, so that every post has its share of such days. Turns before the first are negative.
 */
export function openingOrder(
  group: Pick<ContractPostGroup, 'postPrefix' | 'headcount' | 'openingTurns'>,
  { turn, crew }: { readonly turn: number; readonly crew: number },
): readonly string[] {
  const inTurns = rotated(postNames(group), turn * crew);
  if (group.openingTurns === undefined) return inTurns;
  const [named = []] = rotated(group.openingTurns, turn);
  return [...named, ...inTurns.filter((post) => !named.includes(post))];
}

/** A list in order, beginning `by` places further on, over and over. */
export function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const first = ((by % items.length) + items.length) % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/** Shifts that may start on a day in a group; none on a day on which the group's site is closed. */
export function shiftsOn(query: OfGroup): ShiftTemplate[] {
  const kind = dayKindOf(query);
  return query.contract.shifts.filter(
    (shift) => stands(shift.days, kind) && isInForce(shift, query.date) && serves(shift, query.postGroup),
  );
}

/** Windows that stand on a day in a group, in the contract's order. */
export function windowsOn(query: OfGroup): ServiceWindow[] {
  return standingOn(windowsServing(query.contract, query.postGroup), query.date, dayKindOf(query));
}

/** Windows of a group whatever the day, in the contract's order. */
export function windowsServing(contract: Pick<ServiceContract, 'windows'>, postGroup: string): ServiceWindow[] {
  return contract.windows.filter((window) => serves(window, postGroup));
}

/** Those that stand on a day of a kind. */
export function standingOn<Item extends Pick<ServiceWindow, 'days' | 'from' | 'to'>>(
  items: readonly Item[],
  date: CivilDate,
  kind: DayKind,
): Item[] {
  return items.filter((item) => stands(item.days, kind) && isInForce(item, date));
}

interface ShiftMinutes {
  readonly segments: readonly MinuteInterval[];
  readonly countedMinutes: number;
  readonly start: number;
  readonly end: number;
}

/** Presence and working time of a shift in minutes from 00:00 of its start day; past 1440 on the morning after. */
export function shiftMinutes(template: Pick<ShiftTemplate, 'segments' | 'countedMinutes'>): ShiftMinutes {
  const minutes = minutesOf.get(template) ?? minutesIn(template);
  minutesOf.set(template, minutes);
  return minutes;
}

/** A month's coverage asks for the same shifts group by group and day by day. */
const minutesOf = new WeakMap<object, ShiftMinutes>();

function minutesIn(template: Pick<ShiftTemplate, 'segments' | 'countedMinutes'>): ShiftMinutes {
  const segments = template.segments.map((segment) => {
    const start = clock(segment.start);
    const end = clock(segment.end);
    return { start, end: end <= start ? end + minutesPerDay : end };
  });
  const counted = template.countedMinutes ?? segments.reduce((sum, { start, end }) => sum + end - start, 0);
  const first = present(segments[0], 'first segment');
  return { segments, countedMinutes: counted, start: first.start, end: present(segments.at(-1), 'last segment').end };
}

/**
 * What one post of the group is worth on a day (V1, V9, V10): 1 on a service day, 1/2 where only the weekend's
 * extended window is open, 0 when closed. A 24×7 seat counts 1 every day.
 */
export function dayUnit(query: OfGroup): HeadcountDays {
  const group = postGroupsOn(query.contract, query.date).find((item) => item.key === query.postGroup);
  if (group === undefined) return headcountDays(0);
  const open = windowsOn(query).filter((window) => crewOf(window.crew, group.headcount) > 0);
  if (open.length === 0) return headcountDays(0);
  return open.every((window) => window.kind === 'saturday') ? headcountDays(1, 2) : headcountDays(1);
}

/** People of a crew rule for a group of the given headcount. */
export function crewOf(crew: Crew, headcount: number): number {
  if (crew.kind === 'full') return headcount;
  if (crew.kind === 'fixed') return crew.count;
  const share = (headcount * crew.numerator) / crew.denominator;
  const rounded = crew.rounding === 'up' ? Math.ceil(share) : Math.floor(share);
  return Math.min(headcount, Math.max(crew.minimum, rounded));
}

function dayKindOf({ contract, calendar, date, postGroup }: OfGroup): DayKind {
  const group = contract.postGroups.find((item) => item.key === postGroup);
  return calendar.day(date, group?.site).kind;
}

function stands(rule: DayRule, kind: DayKind): boolean {
  if (rule === 'every') return true;
  return rule === 'sunday' ? kind === 'rest' : rule === kind;
}

function serves(item: { readonly groups?: readonly string[] | undefined }, postGroup: string): boolean {
  return item.groups === undefined || item.groups.includes(postGroup);
}

/** Starts and ends of presence on the day, those of last night's shifts included. */
function shiftBoundaries(query: OfGroup): number[] {
  const today = shiftsOn(query).flatMap((shift) => shiftMinutes(shift).segments);
  const overnight = shiftsOn({ ...query, date: addDays(query.date, -1) })
    .flatMap((shift) => shiftMinutes(shift).segments)
    .map(({ start, end }) => ({ start: start - minutesPerDay, end: end - minutesPerDay }));
  return [...new Set([...today, ...overnight].flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
}

function cut(whole: MinuteInterval, at: readonly number[]): MinuteInterval[] {
  const edges = [whole.start, ...at.filter((minute) => whole.start < minute && minute < whole.end), whole.end];
  return edges.slice(0, -1).map((start, index) => ({ start, end: present(edges[index + 1], 'edge') }));
}

function clock(text: string): number {
  return present(parseClock(text), `time ${text}`);
}
