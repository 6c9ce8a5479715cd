import {
  addDays,
  eachDate,
  firstOfMonth,
  lastOfMonth,
  type CivilDate,
  type CivilMonth,
} from '../../shared/civil-date.js';
import { sumFen } from '../../shared/fen.js';
import { sumHeadcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import type { Presence } from '../attendance/presence.js';
import type { ServiceCalendar } from '../calendar/service-calendar.js';
import { coverageOn, postGroupsOn } from '../contract/coverage.js';
import type { ContractPostGroup, ServiceContract } from '../contract/service-contract.js';
import type { Assignment } from '../rostering/roster.js';
import type { Leave, Worker } from '../workforce/worker.js';
import { attendedOn, compareText, type AttendanceFacts } from './attended-time.js';
import { vacancyReading, type InterpretationRegister } from './interpretation.js';
import { canonicalJson } from './journal-hash.js';
import { postDemandOn, type Half } from './post-demand.js';
import { fillPosts, type PostAttendance } from './post-filling.js';
import { termDemand, unitOf, type TermDemand } from './service-units.js';
import { storyOf, unplacedAbsences, type CauseFacts } from './vacancy-cause.js';
import type { ApprovedRate, AttendanceIncident, VacancyLine, VacancyMonth, VacancyTotal } from './vacancy-line.js';
import { rateOn, ruleOn, vacantHalves } from './vacancy-ruling.js';
import { windowIncidents } from './window-incidents.js';

export interface VacancyInput {
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
  /** The term in force, confirmed where the contract contradicts itself. */
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly month: CivilMonth;
  readonly workers: readonly Worker[];
  readonly leave: readonly Leave[];
  /** Records from the day before the month (night shifts) to its last day. */
  readonly presence: readonly Presence[];
  /** Of published rosters, same days. */
  readonly assignments: readonly Assignment[];
  readonly rates: readonly ApprovedRate[];
  readonly register: InterpretationRegister;
}

/** The vacancies of a month: facts first, then the ruling on each. Pure; the order of the inputs changes nothing. */
export function vacanciesOf(unordered: VacancyInput): VacancyMonth {
  const input = inOrder(unordered);
  const days = daysInTerm(input);
  const ruled = days.filter((day) => !day.isWithoutAttendance).map((day) => vacanciesOn(day.date, input));
  const lines = ruled.flatMap((day) => day.lines);
  return {
    contract: input.contract.key,
    month: input.month,
    lines,
    incidents: ruled.flatMap((day) => day.incidents),
    daysWithoutAttendance: days.filter((day) => day.isWithoutAttendance).map(({ date }) => date),
    requiredUnits: sumHeadcountDays(ruled.map((day) => day.requiredUnits)),
    filledUnits: sumHeadcountDays(ruled.map((day) => day.filledUnits)),
    ...totalsOf(lines, isPriced(input)),
  };
}

/** Facts in one order, so that the first match of any search is the same whoever delivers them. */
function inOrder(input: VacancyInput): VacancyInput {
  const byContent = <T extends object>(facts: readonly T[]) =>
    facts
      .map((fact) => ({ fact, text: canonicalJson(fact) }))
      .sort((a, b) => compareText(a.text, b.text))
      .map(({ fact }) => fact);
  const { presence, assignments, leave } = input;
  return { ...input, presence: byContent(presence), assignments: byContent(assignments), leave: byContent(leave) };
}

/** Undisputed, contested and both. Without a rate there is no amount, not even a zero (principle “no rate, no money”). */
export function totalsOf(
  lines: readonly VacancyLine[],
  isPriced: boolean,
): Pick<VacancyMonth, 'undisputed' | 'contested' | 'total'> {
  const totalOf = (some: readonly VacancyLine[]): VacancyTotal => ({
    units: sumHeadcountDays(some.map(({ units }) => units)),
    amountFen: isPriced ? sumFen(some.flatMap(({ amountFen }) => amountFen ?? [])) : null,
  });
  return {
    undisputed: totalOf(lines.filter((line) => !line.isContested)),
    contested: totalOf(lines.filter((line) => line.isContested)),
    total: totalOf(lines),
  };
}

/** Whether the contract prices vacancies and a rate for it is on file by the end of the month. */
export function isPriced({ contract, rates, month }: Pick<VacancyInput, 'contract' | 'rates' | 'month'>): boolean {
  return vacancyClause(contract) !== undefined && rateOn(rates, lastOfMonth(month)) !== undefined;
}

/** Days of the month inside the term with any demand. */
function daysInTerm({
  contract,
  calendar,
  term,
  month,
  presence,
}: VacancyInput): { date: CivilDate; isWithoutAttendance: boolean }[] {
  return eachDate({ from: firstOfMonth(month), to: lastOfMonth(month) })
    .filter((date) => term.from <= date && date <= term.to)
    .filter((date) => coverageOn({ contract, calendar, date }).length > 0)
    .map((date) => ({ date, isWithoutAttendance: !presence.some((record) => record.date === date) }));
}

interface DayRuling {
  readonly lines: VacancyLine[];
  readonly incidents: AttendanceIncident[];
  readonly requiredUnits: HeadcountDays;
  readonly filledUnits: HeadcountDays;
}

function vacanciesOn(date: CivilDate, input: VacancyInput): DayRuling {
  const { contract, calendar } = input;
  const reading = vacancyReading(input.register);
  const workers = new Map(input.workers.map((worker) => [worker.code, worker]));
  const facts: AttendanceFacts = { presence: input.presence, assignments: input.assignments, workers, reading };
  const attended = attendedOn(date, facts);
  const coverage = coverageOn({ contract, calendar, date });
  const groups = postGroupsOn(contract, date).map((group) => {
    const stretches = attended.filter(({ postGroup }) => postGroup === group.key);
    const ofGroup = coverage.filter(({ postGroup }) => postGroup === group.key);
    const causeFacts: CauseFacts = {
      date,
      postGroup: group.key,
      presence: input.presence.filter((record) => record.date === date),
      assignments: input.assignments.filter(
        (assignment) => assignment.date === date && assignment.postGroup === group.key,
      ),
      workers,
      leave: input.leave,
      attended,
    };
    const namedPosts = [
      ...causeFacts.assignments,
      ...causeFacts.presence.filter((record) => record.postGroup === group.key),
    ].flatMap(({ post }) => post ?? []);
    const posts = fillPosts(
      postDemandOn({
        group,
        coverage: ofGroup,
        namedPosts,
        turn: () => demandOfTerm(input, group).reducedCrewDays.indexOf(date),
      }),
      stretches,
    );
    const vacant = posts.map((post) => ({ post, halves: vacantHalves(post.halves, reading) }));
    const vacantPosts = (half: Half) =>
      vacant.filter(({ halves }) => halves.some((candidate) => candidate.half === half)).length;
    return {
      lines: linesOf(vacant, group, causeFacts, input),
      incidents: [
        ...posts.flatMap((post) => coreIncidents(post, causeFacts, input)),
        ...windowIncidents({ coverage: ofGroup, stretches, vacantPosts, latenessMinutes: reading.latenessMinutes }),
      ],
      requiredUnits: sumHeadcountDays(posts.flatMap((post) => post.halves.map(({ half }) => unitOf(half, reading)))),
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

interface VacantPost {
  readonly post: PostAttendance;
  readonly halves: readonly { readonly half: Half; readonly units: HeadcountDays }[];
}

function linesOf(
  posts: readonly VacantPost[],
  group: ContractPostGroup,
  facts: CauseFacts,
  input: VacancyInput,
): VacancyLine[] {
  const unplaced = unplacedAbsences(facts);
  return posts
    .filter(({ halves }) => halves.length > 0)
    .map(({ post, halves }) => {
      const story = storyOf(post.post, facts, unplaced);
      if (story.due !== null && story.due === unplaced[0]?.worker) unplaced.shift();
      const others = post.attendants.filter((worker) => worker !== story.due);
      const clause = vacancyClause(input.contract);
      return ruleOn(
        {
          contract: input.contract.key,
          date: facts.date,
          postGroup: group.key,
          post: post.post,
          due: story.due,
          halves: halves.map(({ half }) => half),
          requiredMinutes: sum(post.halves.map(({ requiredMinutes }) => requiredMinutes)),
          unattendedMinutes: sum(post.halves.map(({ unattendedMinutes }) => unattendedMinutes)),
          cause: story.cause,
          cover: others[0] ?? null,
          evidence: story.evidence,
          hasImpactEvidence: story.hasImpactEvidence,
        },
        {
          clause: clause ?? post.clause,
          units: sumHeadcountDays(halves.map(({ units }) => units)),
          rate: clause === undefined ? null : rateOf(post.post, group, facts.date, input),
          isDonor: story.isDonor,
          reading: vacancyReading(input.register),
        },
      );
    })
    .filter(({ units }) => units.compare(0) > 0);
}

/** The article that turns a vacancy into money; contracts without one keep units only (M5). */
export function vacancyClause(contract: ServiceContract): string | undefined {
  return contract.deductions.find((rule) => rule.family === 'perHeadcountDay')?.clause;
}

function rateOf(post: string, group: ContractPostGroup, date: CivilDate, input: VacancyInput): VacancyLine['rate'] {
  const rate = rateOn(input.rates, date);
  if (rate === undefined) return null;
  const divisor = demandOfTerm(input, group).units.get(post);
  return divisor === undefined || divisor.equals(0)
    ? null
    : { annualFen: rate.annualFen, divisor, document: rate.document };
}

/** A term has 365 days: the demand of a group over it is worked out once per contract and calendar, which never change. */
const knownDemand = new WeakMap<ServiceCalendar, WeakMap<ServiceContract, Map<string, TermDemand>>>();

function demandOfTerm({ contract, calendar, term, register }: VacancyInput, group: ContractPostGroup): TermDemand {
  const ofCalendar = knownDemand.get(calendar) ?? new WeakMap<ServiceContract, Map<string, TermDemand>>();
  knownDemand.set(calendar, ofCalendar);
  const ofContract = ofCalendar.get(contract) ?? new Map<string, TermDemand>();
  ofCalendar.set(contract, ofContract);
  const reading = vacancyReading(register);
  const key = [group.key, term.from, term.to, reading.saturdayUnits].join(' ');
  const found = ofContract.get(key) ?? termDemand({ contract, calendar, term, group, reading });
  ofContract.set(key, found);
  return found;
}

/** Gaps in core time too short for a vacancy: lateness under the threshold, otherwise an incident (V7). */
function coreIncidents(post: PostAttendance, facts: CauseFacts, input: VacancyInput): AttendanceIncident[] {
  const reading = vacancyReading(input.register);
  const vacant = new Set(vacantHalves(post.halves, reading).map(({ half }) => half));
  const minutes = sum(
    post.halves.filter(({ half }) => !vacant.has(half)).map(({ unattendedMinutes }) => unattendedMinutes),
  );
  if (minutes === 0) return [];
  const due = facts.assignments.find((assignment) => assignment.post === post.post)?.worker;
  return [
    {
      date: facts.date,
      postGroup: facts.postGroup,
      post: post.post,
      worker: due ?? post.attendants[0] ?? null,
      minutes,
      kind: minutes < reading.latenessMinutes ? 'lateness' : 'incident',
      window: null,
    },
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The days whose records bear on a month: its own and the night before. */
export function evidenceRange(month: CivilMonth): { readonly from: CivilDate; readonly to: CivilDate } {
  return { from: addDays(firstOfMonth(month), -1), to: lastOfMonth(month) };
}
