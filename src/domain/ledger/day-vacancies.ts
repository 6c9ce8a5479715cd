import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import { sumHeadcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import { minutesPerDay } from '../../shared/interval.js';
import type { Presence } from '../attendance/presence.js';
import { postGroupsOn } from '../contract/coverage.js';
import type { ContractPostGroup } from '../contract/service-contract.js';
import type { Assignment } from '../rostering/roster.js';
import type { Worker } from '../workforce/worker.js';
import { attendedOn, type AttendedStretch } from './attended-time.js';
import { vacancyReadings, type VacancyReading } from './vacancy-reading.js';
import { postDemandOn, requirementsOn, seatDutiesOn, type Half, type WindowRequirement } from './post-demand.js';
import { fillPosts, type PostAttendance } from './post-filling.js';
import { termDemand, unitOf, type TermDemand } from './service-units.js';
import type { VacancySources } from './vacancy-engine.js';
import { storyOf, unplacedAbsences, type CauseFacts } from './vacancy-cause.js';
import type { AttendanceIncident, VacancyLine } from './vacancy-line.js';
import { rateOn, ruleOn, vacancyClause, vacantHalves } from './vacancy-ruling.js';
import { windowIncidents } from './window-incidents.js';

/** A month's facts by day, so that no day has to search through all of them. */
export interface MonthFacts extends VacancySources {
  readonly readingOn: (date: CivilDate) => VacancyReading;
  readonly workersByCode: ReadonlyMap<string, Worker>;
  readonly presenceByDate: ReadonlyMap<CivilDate, readonly Presence[]>;
  readonly assignmentsByDate: ReadonlyMap<CivilDate, readonly Assignment[]>;
  /** What a group is asked for over the term, worked out when first needed. */
  readonly demandOf: (group: ContractPostGroup, reading: VacancyReading) => TermDemand;
}

export function monthFacts(input: VacancySources): MonthFacts {
  const readingOn = vacancyReadings(input.choices);
  const { contract, calendar, term } = input;
  const known = new Map<VacancyReading, Map<string, TermDemand>>();
  return {
    ...input,
    readingOn,
    workersByCode: new Map(input.workers.map((worker) => [worker.code, worker])),
    presenceByDate: groupBy(input.presence, ({ date }) => date),
    assignmentsByDate: groupBy(input.assignments, ({ date }) => date),
    demandOf: (group, reading) => {
      const ofReading = known.get(reading) ?? new Map<string, TermDemand>();
      known.set(reading, ofReading);
      const found = ofReading.get(group.key) ?? termDemand({ contract, calendar, term, group, reading });
      ofReading.set(group.key, found);
      return found;
    },
  };
}

/** A group in demand on a day. */
export interface GroupDay {
  readonly group: ContractPostGroup;
  readonly requirements: readonly WindowRequirement[];
}

/** What has to be manned on a day; empty when everything is closed. */
export function demandOn(date: CivilDate, { contract, calendar }: MonthFacts): GroupDay[] {
  return postGroupsOn(contract, date)
    .map((group) => ({ group, requirements: requirementsOn({ contract, calendar, date, group }) }))
    .filter(({ requirements }) => requirements.length > 0);
}

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
  const nextDay = demand.some((day) => dutiesOf(day, date, facts) !== undefined)
    ? attendedBetween(addDays(date, 1), facts)
    : [];
  const attendedByGroup = groupBy(attended, ({ postGroup }) => postGroup);
  const presence = facts.presenceByDate.get(date) ?? [];
  const assignmentsByGroup = groupBy(facts.assignmentsByDate.get(date) ?? [], ({ postGroup }) => postGroup);
  const groups = demand.map((day) => {
    const { key } = day.group;
    const duties = dutiesOf(day, date, facts);
    const stretches = attendedByGroup.get(key) ?? [];
    const causeFacts: CauseFacts = {
      date,
      postGroup: key,
      presence,
      assignments: assignmentsByGroup.get(key) ?? [],
      workers: facts.workersByCode,
      leave: facts.leave,
      attended,
    };
    const namedPosts = [...causeFacts.assignments, ...presence.filter((record) => record.postGroup === key)].flatMap(
      ({ post }) => post ?? [],
    );
    const turn = () => facts.demandOf(day.group, reading).reducedCrewDays.indexOf(date);
    const intoTheMorning = duties === undefined ? [] : morningAfter(nextDay, key, duties.dayStart);
    const posts = fillPosts(postDemandOn({ ...day, duties, namedPosts, turn }), [...stretches, ...intoTheMorning]).map(
      (post) => ({ post, vacant: vacantHalves(post.halves, reading) }),
    );
    const vacantPosts = (half: Half) =>
      posts.filter(({ vacant }) => vacant.some((candidate) => candidate.half === half)).length;
    const { latenessMinutes } = reading;
    return {
      lines: linesOf(posts, day.group, causeFacts, facts),
      incidents: [
        ...posts.flatMap((post) => coreIncidents(post, causeFacts, facts)),
        ...windowIncidents({ requirements: day.requirements, stretches, vacantPosts, latenessMinutes }),
      ],
      requiredUnits: sumHeadcountDays(
        posts.flatMap(({ post }) => post.halves.map(({ half }) => unitOf(half, reading))),
      ),
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

function attendedBetween(date: CivilDate, facts: MonthFacts): AttendedStretch[] {
  const presence = [date, addDays(date, -1)].flatMap((day) => facts.presenceByDate.get(day) ?? []);
  const assignments = [date, addDays(date, -1)].flatMap((day) => facts.assignmentsByDate.get(day) ?? []);
  return attendedOn(date, { presence, assignments, workers: facts.workersByCode, reading: facts.readingOn(date) });
}

function dutiesOf({ group }: GroupDay, date: CivilDate, { contract, calendar, term }: MonthFacts) {
  return seatDutiesOn({ contract, calendar, date, group, termEnd: term.to });
}

/** Who was at the seat after midnight, until the day duty begins; minutes counted on from the night's own day. */
function morningAfter(nextDay: readonly AttendedStretch[], group: string, until: number): AttendedStretch[] {
  return nextDay
    .filter(({ postGroup, start }) => postGroup === group && start < until)
    .map((stretch) => ({
      ...stretch,
      start: stretch.start + minutesPerDay,
      end: Math.min(stretch.end, until) + minutesPerDay,
    }));
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
  const unplaced = unplacedAbsences(causeFacts);
  return posts
    .filter(({ vacant }) => vacant.length > 0)
    .map(({ post, vacant }) => {
      const story = storyOf(post.post, causeFacts, unplaced);
      if (story.due !== null && story.due === unplaced[0]?.worker) unplaced.shift();
      const others = post.attendants.filter((worker) => worker !== story.due);
      const clause = vacancyClause(facts.contract);
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
  const divisor = facts.demandOf(group, facts.readingOn(date)).units.get(post);
  return divisor === undefined || divisor.equals(0)
    ? null
    : { annualFen: rate.annualFen, divisor, document: rate.document };
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
