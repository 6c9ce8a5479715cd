import { expectedPresence } from '../../domain/ledger/vacancy/expected-presence.js';
import { vacanciesOnDates } from '../../domain/ledger/vacancy/vacancy-engine.js';
import type { VacancySources } from '../../domain/ledger/vacancy/vacancy-sources.js';
import type { VacancyLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import { vacancyClause } from '../../domain/ledger/vacancy/vacancy-ruling.js';
import { rosterInForce } from '../../domain/rostering/in-force.js';
import type { Assignment, Roster } from '../../domain/rostering/roster.js';
import type { ReplacementList } from '../../planning/explain.js';
import { replacementsApart } from '../../planning/ranking-thread.js';
import { recentProblem, type RosterProblem } from '../../planning/stored-problem.js';
import { addDays, daysBetween, eachDate, type CivilDate } from '../../shared/civil-date.js';
import { fen, sumFen, type Fen } from '../../shared/fen.js';
import { sumHeadcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import { groupBy } from '../../shared/grouping.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { vacancySources } from '../preview-vacancies/month-facts.js';
import { contractInTerm } from '../readings/contract-in-term.js';

/** What somebody asks to be spared: days off, or a duty for another one. */
export type AbsenceRequest =
  | { readonly kind: 'leave'; readonly worker: string; readonly from: CivilDate; readonly to: CivilDate }
  | {
      readonly kind: 'swap';
      readonly worker: string;
      readonly date: CivilDate;
      /** Who takes the duty of `date`, and gives the own one of `otherDate` in return, where there is one. */
      readonly other: string;
      readonly otherDate: CivilDate;
    };

export interface AbsencePrice {
  readonly days: readonly PricedDay[];
  /** Days of the request that no published roster covers: nothing can be said of them. */
  readonly unplanned: readonly CivilDate[];
  readonly units: HeadcountDays;
  /** By the approved rate; null without a rate or a clause that prices vacancies. */
  readonly amountFen: Fen | null;
  /** By the planner's price of a headcount-day: what it would come to, in the absence of a rate. */
  readonly indicativeFen: Fen;
  readonly clause: string | null;
}

/** A day on which the worker has a duty. */
export interface PricedDay {
  readonly duty: Assignment;
  /** What goes vacant if nobody stands in, beyond what is vacant anyway. */
  readonly units: HeadcountDays;
  readonly amountFen: Fen | null;
  readonly lines: readonly VacancyLine[];
  /** Of leave: who could take the duty without breaking a hard rule, cheapest first. */
  readonly stand: ReplacementList['replacements'];
}

/** Longer absences are planned, not priced day by day. */
const longestLeave = 62;

/**
 * What leave or a swap would cost in vacancies, on the published roster as if everybody else kept to it. Changes nothing.
 * Refuses `not-found` (contract, or no duty to swap), `term-unconfirmed` and `invalid-input`.
 */
export async function priceAbsence(
  context: Context,
  input: { readonly contract: string; readonly request: AbsenceRequest },
): Promise<Result<AbsencePrice>> {
  const { request } = input;
  const dates = datesOf(request);
  const [first] = dates;
  if (first === undefined || dates.length > longestLeave) {
    return refuse('invalid-input', {
      zh: `请假须至少一天、至多 ${longestLeave} 天，止日不早于起日。`,
      en: `Leave has at least one and at most ${longestLeave} days, and does not end before it begins.`,
    });
  }
  const read = await context.unitOfWork.read((repositories) => readFacts(repositories, input.contract, dates));
  if (!read.ok) return read;
  const facts = read.value;
  const { sources } = facts;
  const after = request.kind === 'leave' ? withoutWorker(sources.assignments, request) : swapped(sources, request);
  if (after === undefined) {
    return refuse('not-found', {
      zh: `${request.worker} 当日没有班次，无可调换。请核对工号和日期。`,
      en: `${request.worker} has no duty on that day: there is nothing to swap. Check the code and the day.`,
    });
  }
  const [now, then] = [sources.assignments, after].map((assignments) => linesWith(assignments, dates, sources));
  const duties = sources.assignments.filter(({ worker, date }) => worker === request.worker && dates.includes(date));
  const stand = request.kind === 'leave' ? await standIns(facts, duties) : new Map<Assignment, never[]>();
  const days = duties.map((duty) => ({
    duty,
    ...beyond(now ?? [], then ?? [], duty.date),
    stand: stand.get(duty) ?? [],
  }));
  return done({
    days,
    unplanned: dates.filter((date) => rosterInForce(facts.rosters, date) === undefined),
    ...totalOf(days, sources, first),
  });
}

function datesOf(request: AbsenceRequest): CivilDate[] {
  if (request.kind === 'swap') return [...new Set([request.date, request.otherDate])].sort();
  return daysBetween(request) < longestLeave ? eachDate(request) : [];
}

interface Facts {
  readonly sources: VacancySources;
  readonly rosters: readonly Roster[];
  readonly problems: ReadonlyMap<string, RosterProblem>;
}

async function readFacts(repositories: Repositories, key: string, dates: readonly CivilDate[]): Promise<Result<Facts>> {
  const found = await contractInTerm(repositories, key);
  if (!found.ok) return found;
  const [first = '' as CivilDate, last = first] = [dates[0], dates.at(-1)];
  const range = { from: addDays(first, -1), to: addDays(last, 1) };
  const rosters = await repositories.rosters.published(key, range);
  const problems = new Map<string, RosterProblem>();
  for (const { id, certificate } of rosters) {
    const problem = await recentProblem(certificate.problemHash, () => repositories.rosters.problem(key, id));
    if (problem !== undefined) problems.set(id, problem);
  }
  return done({ sources: await vacancySources(repositories, { ...found.value, range }), rosters, problems });
}

function withoutWorker(
  assignments: readonly Assignment[],
  { worker, from, to }: { readonly worker: string; readonly from: CivilDate; readonly to: CivilDate },
): Assignment[] {
  return assignments.filter((duty) => duty.worker !== worker || duty.date < from || to < duty.date);
}

function swapped(
  { assignments }: VacancySources,
  request: Extract<AbsenceRequest, { kind: 'swap' }>,
): Assignment[] | undefined {
  const { worker, date, other, otherDate } = request;
  if (!assignments.some((duty) => duty.worker === worker && duty.date === date)) return undefined;
  return assignments.map((duty) => {
    if (duty.worker === worker && duty.date === date) return { ...duty, worker: other };
    return duty.worker === other && duty.date === otherDate ? { ...duty, worker } : duty;
  });
}

/** The lines of the days if everybody keeps to the assignments; posts stay dealt as they were published. */
function linesWith(
  assignments: readonly Assignment[],
  dates: readonly CivilDate[],
  sources: VacancySources,
): VacancyLine[] {
  return vacanciesOnDates(dates, { ...sources, presence: expectedPresence(sources.contract, assignments) });
}

/** What the second list of a day has beyond the first. */
function beyond(
  before: readonly VacancyLine[],
  after: readonly VacancyLine[],
  date: CivilDate,
): Pick<PricedDay, 'units' | 'amountFen' | 'lines'> {
  const [earlier, later] = [before, after].map((lines) => lines.filter((line) => line.date === date));
  const known = new Map((earlier ?? []).map((line) => [line.id, line]));
  const [was, is] = [earlier ?? [], later ?? []];
  const amounts = is.concat(was).map(({ amountFen }) => amountFen);
  return {
    units: sumHeadcountDays(is.map(({ units }) => units)).sub(sumHeadcountDays(was.map(({ units }) => units))),
    amountFen: amounts.includes(null)
      ? null
      : fen(
          sumFen(is.flatMap(({ amountFen }) => amountFen ?? [])) -
            sumFen(was.flatMap(({ amountFen }) => amountFen ?? [])),
        ),
    lines: is.filter((line) => known.get(line.id)?.units.equals(line.units) !== true),
  };
}

/** The cheapest lawful ones for each duty, asked of each roster at one time. */
async function standIns(
  { rosters, problems }: Facts,
  duties: readonly Assignment[],
): Promise<Map<Assignment, ReplacementList['replacements']>> {
  const byRoster = groupBy(duties, ({ date }) => rosterInForce(rosters, date));
  const answers = [...byRoster].map(async ([roster, inside]) => {
    const problem = roster === undefined ? undefined : problems.get(roster.id);
    if (roster === undefined || problem === undefined) return [];
    const lists = await replacementsApart(problem, roster, inside);
    return inside.map((duty, index): [Assignment, ReplacementList['replacements']] => [
      duty,
      lists[index]?.replacements.filter(({ cost }) => cost !== null).slice(0, 5) ?? [],
    ]);
  });
  return new Map((await Promise.all(answers)).flat());
}

function totalOf(
  days: readonly PricedDay[],
  { contract, rates }: VacancySources,
  from: CivilDate,
): Pick<AbsencePrice, 'units' | 'amountFen' | 'indicativeFen' | 'clause'> {
  const units = sumHeadcountDays(days.map((day) => day.units));
  const clause = vacancyClause(contract, from) ?? null;
  const isPriced = clause !== null && rates.length > 0 && days.every(({ amountFen }) => amountFen !== null);
  return {
    units,
    amountFen: isPriced ? sumFen(days.flatMap(({ amountFen }) => amountFen ?? [])) : null,
    indicativeFen: fen(Math.round(units.mul(contract.planning.vacancyPricePerDay).mul(100).valueOf())),
    clause,
  };
}
