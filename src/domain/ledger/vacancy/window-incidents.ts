import type { CivilDate } from '../../../shared/civil-date.js';
import { minutesPerDay, overlap, type MinuteInterval } from '../../../shared/interval.js';
import type { AttendedStretch } from './attended-time.js';
import type { Half, SeatDuties, WindowRequirement } from './post-demand.js';
import type { AttendanceIncident } from './vacancy-line.js';

/** Halves of the day whose vacancies already explain a shortage in a window. */
const adjacentHalves: Readonly<Partial<Record<WindowRequirement['kind'], readonly Half[]>>> = {
  early: ['morning'],
  midday: ['morning', 'afternoon'],
  late: ['afternoon'],
};

/**
 * Early, midday and late windows of one group and day that were short by themselves (V10): one incident a window with
 * its missing person-minutes. Posts that are vacant in the half beside the window are left out, or one absence would
 * be written twice.
 */
export function windowIncidents(input: {
  readonly date: CivilDate;
  readonly requirements: readonly WindowRequirement[];
  readonly stretches: readonly AttendedStretch[];
  readonly vacantPosts: (half: Half) => number;
  readonly latenessMinutes: number;
}): AttendanceIncident[] {
  const missingByWindow = new Map<string, { readonly requirement: WindowRequirement; minutes: number }>();
  for (const requirement of input.requirements) {
    const halves = adjacentHalves[requirement.kind];
    if (halves === undefined) continue;
    const alreadyVacant = Math.max(...halves.map(input.vacantPosts));
    const minutes = missingMinutes(requirement, Math.max(0, requirement.required - alreadyVacant), input.stretches);
    const sum = missingByWindow.get(requirement.window) ?? { requirement, minutes: 0 };
    sum.minutes += minutes;
    missingByWindow.set(requirement.window, sum);
  }
  return [...missingByWindow].flatMap(([window, { requirement, minutes }]) => {
    const { date } = input;
    const { postGroup } = requirement;
    const kind = minutes < input.latenessMinutes ? ('lateness' as const) : ('incident' as const);
    return minutes === 0 ? [] : [{ date, postGroup, post: postGroup, worker: null, minutes, kind, window }];
  });
}

/**
 * Coming late or leaving early inside a handover (V11): one person is enough for the seat, so it is no vacancy, but
 * both are on duty. People whose whole duty is vacant are left out, for the vacancy says so already.
 */
export function handoverIncidents(input: {
  readonly date: CivilDate;
  readonly postGroup: string;
  readonly duties: SeatDuties;
  readonly crew: number;
  readonly stretches: readonly AttendedStretch[];
  readonly vacantPosts: (half: Half) => number;
}): AttendanceIncident[] {
  const { duties, crew, stretches, vacantPosts, date, postGroup } = input;
  const comingByDay = crew - vacantPosts('day');
  const justBefore = { start: duties.dayStart - 1, end: duties.dayStart };
  const wholeNight = crew - missingMinutes(justBefore, crew, stretches);
  const handovers = [
    { start: duties.dayStart, end: duties.nightEnd - minutesPerDay, leaving: wholeNight, coming: comingByDay },
    { start: duties.nightStart, end: duties.dayEnd, leaving: comingByDay, coming: crew - vacantPosts('night') },
  ];
  return handovers.flatMap(({ leaving: atPost, coming, ...handover }) => {
    const leaving = atPost - workingOn(handover, stretches);
    if (handover.end <= handover.start || leaving <= 0 || coming === 0) return [];
    // What the seat itself lacks is an incident or a vacancy of its own.
    const minutes =
      missingMinutes(handover, leaving + coming, stretches) -
      missingMinutes(handover, Math.max(leaving, coming), stretches);
    if (minutes === 0) return [];
    return [{ date, postGroup, post: postGroup, worker: null, minutes, kind: 'lateness' as const, window: 'handover' }];
  });
}

/** People who go on from one duty into the next hand nothing over; an hour or two of waiting for the other is no duty. */
function workingOn({ start, end }: MinuteInterval, stretches: readonly AttendedStretch[]): number {
  return stretches.filter((stretch) => stretch.mayFill && stretch.start < start && stretch.end >= end + 120).length;
}

/** Person-minutes short of `required` people, swept over every arrival and departure. */
function missingMinutes(window: MinuteInterval, required: number, stretches: readonly AttendedStretch[]): number {
  const isThroughout = ({ mayFill, start, end }: AttendedStretch) =>
    mayFill && start <= window.start && end >= window.end;
  // The ordinary day: as many as are required stay from end to end.
  if (stretches.filter(isThroughout).length >= required) return 0;
  const inside = stretches.flatMap((stretch) => (stretch.mayFill ? (overlap(stretch, window) ?? []) : []));
  const changes = [
    ...inside.flatMap(({ start, end }) => [
      { at: start, people: 1 },
      { at: end, people: -1 },
    ]),
    { at: window.end, people: 0 },
  ].sort((a, b) => a.at - b.at);
  let [missing, present, since] = [0, 0, window.start];
  for (const { at, people } of changes) {
    missing += (at - since) * Math.max(0, required - present);
    present += people;
    since = at;
  }
  return missing;
}
