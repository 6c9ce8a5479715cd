import { monthOf, type CivilDate } from '../../../shared/civil-date.js';
import { groupBy } from '../../../shared/grouping.js';
import type { Presence } from '../../attendance/presence.js';
import { postGroupsOn } from '../../contract/coverage.js';
import type { ContractPostGroup } from '../../contract/service-contract.js';
import type { Assignment } from '../../rostering/roster.js';
import type { Worker } from '../../workforce/worker.js';
import { noticeNote } from './evidence.js';
import { requirementsOn, seatDutiesOn, type SeatDuties, type WindowRequirement } from './post-demand.js';
import { termDemand, type TermDemand } from './term-demand.js';
import type { VacancySources } from './vacancy-sources.js';

/** A month's facts by day, so that no day has to search through all of them. */
export interface MonthFacts extends VacancySources, TermDemand {
  readonly calendar: TermDemand['calendar'];
  /** Posts of a group that have to be manned on a day, worked out when first needed. */
  readonly open: Map<string, ReadonlySet<string>>;
  /** The first notice of each month and post. */
  readonly notices: ReadonlyMap<string, CivilDate>;
  readonly workersByCode: ReadonlyMap<string, Worker>;
  readonly presenceByDate: ReadonlyMap<CivilDate, readonly Presence[]>;
  readonly assignmentsByDate: ReadonlyMap<CivilDate, readonly Assignment[]>;
}

export function monthFacts(input: VacancySources): MonthFacts {
  return {
    ...input,
    ...termDemand(input),
    open: new Map(),
    notices: noticesIn(input.presence),
    workersByCode: new Map(input.workers.map((worker) => [worker.code, worker])),
    presenceByDate: groupBy(input.presence, ({ date }) => date),
    assignmentsByDate: groupBy(input.assignments, ({ date }) => date),
  };
}

/** A group in demand on a day. */
export interface GroupDay {
  readonly group: ContractPostGroup;
  readonly requirements: readonly WindowRequirement[];
  /** Of a seat around the clock. */
  readonly duties: SeatDuties | undefined;
}

/** What has to be manned on a day; empty when everything is closed. */
export function demandOn(date: CivilDate, facts: MonthFacts): GroupDay[] {
  return postGroupsOn(facts.contract, date)
    .map((group) => groupDay(date, group, facts))
    .filter(({ requirements }) => requirements.length > 0);
}

/** What a group has to man on a day, also when it is nothing. */
export function groupDay(
  date: CivilDate,
  group: ContractPostGroup,
  { contract, calendar, term, readingOn }: MonthFacts,
): GroupDay {
  const query = { contract, calendar, date, group };
  const reading = readingOn(date);
  return { group, requirements: requirementsOn(query), duties: seatDutiesOn({ ...query, termEnd: term.to, reading }) };
}

/** Where {@link MonthFacts.notices} has the notice of a post. */
export function noticeKey(date: CivilDate, postGroup: string, post: string): string {
  return [monthOf(date), postGroup, post].join(' ');
}

function noticesIn(presence: readonly Presence[]): Map<string, CivilDate> {
  const notices = new Map<string, CivilDate>();
  for (const { date, postGroup, post, note } of presence) {
    if (post === null || !noticeNote.test(note)) continue;
    const key = noticeKey(date, postGroup, post);
    const earlier = notices.get(key);
    if (earlier === undefined || date < earlier) notices.set(key, date);
  }
  return notices;
}
