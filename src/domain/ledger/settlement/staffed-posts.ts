import { eachDate, monthOf, type CivilDate } from '../../../shared/civil-date.js';
import type { ActualSettlement } from './actual-settlement.js';
import type { CountedVacancy } from './served-posts.js';
import type { AmountBase } from './amount-base.js';
import { vacanciesOn } from '../vacancy/day-vacancies.js';
import { demandOn, monthFacts, type MonthFacts } from '../vacancy/month-facts.js';
import type { PeriodSeal } from '../journal/journal.js';
import { isDeduction } from '../journal/ledger-line.js';
import type { LineHistory } from '../journal/line-history.js';
import { haveSameFacts, ruledAlike } from '../journal/posting.js';
import { servedPosts } from './served-posts.js';
import { roundedByStatement } from '../vacancy/statement-rounding.js';
import { inOrder } from '../vacancy/vacancy-engine.js';
import type { VacancySources } from '../vacancy/vacancy-sources.js';
import type { VacancyLine } from '../vacancy/vacancy-line.js';

interface StaffedInput {
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly bases: readonly AmountBase[];
  readonly seals: readonly PeriodSeal[];
  readonly sources: VacancySources;
  readonly histories: ReadonlyMap<string, LineHistory>;
}

type Staffed = Pick<ActualSettlement, 'posts' | 'daysWithoutAttendance'> & {
  readonly vacancies: readonly CountedVacancy[];
};

/**
 * What posts were asked for and served until a day. Closed months stand as the journal has them; open ones as their
 * facts say, without what the parties set aside.
 */
export function staffedUntil(on: CivilDate, { term, bases, seals, sources, histories }: StaffedInput): Staffed {
  const dates = eachDate({ from: term.from, to: on });
  const factsOf = factsByMonth(sources, seals);
  const sealed = new Set(seals.map(({ month }) => month));
  const closed = [...histories.values()].flatMap(({ open, line }) =>
    open === null || isDeduction(line) || line.date > on || !sealed.has(monthOf(line.date)) ? [] : [line],
  );
  const ruled = dates
    .filter((date) => !sealed.has(monthOf(date)) && isRecorded(date, factsOf(date)))
    .flatMap((date) => vacanciesOn(date, demandOn(date, factsOf(date)), factsOf(date)).lines);
  const open = roundedByStatement(ruled).filter((line) => !isSetAside(line, histories));
  const vacancies = [...closed, ...open].map((line): CountedVacancy => {
    return { line, isContested: isContested(line, standing(line, histories)) };
  });
  const byPlace = new Map(vacancies.map((vacancy) => [placeOf(vacancy.line), vacancy]));
  return {
    posts: servedPosts({ dates, factsOf, bases, vacancyOf: (place) => byPlace.get(placeOf(place)) }),
    daysWithoutAttendance: dates.filter(
      (date) => !isRecorded(date, factsOf(date)) && demandOn(date, factsOf(date)).length > 0,
    ),
    vacancies,
  };
}

function placeOf({ date, postGroup, post }: Pick<VacancyLine, 'date' | 'postGroup' | 'post'>): string {
  return [date, postGroup, post].join('|');
}

function isRecorded(date: CivilDate, { presenceByDate }: MonthFacts): boolean {
  return presenceByDate.has(date);
}

/** What the journal says of a line, while it is still ruled so. */
function standing(line: VacancyLine, histories: ReadonlyMap<string, LineHistory>): LineHistory | undefined {
  const history = histories.get(line.id);
  return history !== undefined && !isDeduction(history.line) && ruledAlike(history.line, line) ? history : undefined;
}

/** A waiver stays while its facts stand, whatever they would cost by now. */
function isSetAside(line: VacancyLine, histories: ReadonlyMap<string, LineHistory>): boolean {
  const history = histories.get(line.id);
  return history?.isSetAside === true && !isDeduction(history.line) && haveSameFacts(history.line, line);
}

/** What the parties answered goes before the reading of the cause (V5). */
function isContested(line: VacancyLine, history: LineHistory | undefined): boolean {
  return history?.phase !== 'agreed' && (history?.phase === 'disputed' || line.isContested);
}

/** A closed month keeps the register that it was closed under; months of one register share what was worked out. */
function factsByMonth(unordered: VacancySources, seals: readonly PeriodSeal[]): (date: CivilDate) => MonthFacts {
  const sources = inOrder(unordered);
  const closedAt = new Map(seals.map(({ month, recordedAt }) => [month, recordedAt]));
  const known = new Map<number, MonthFacts>();
  return (date) => {
    const until = closedAt.get(monthOf(date));
    const choices = sources.choices.filter(({ agreedAt }) => until === undefined || agreedAt <= until);
    const facts = known.get(choices.length) ?? monthFacts({ ...sources, choices });
    known.set(choices.length, facts);
    return facts;
  };
}
