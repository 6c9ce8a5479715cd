import Fraction from 'fraction.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { roundToFen, sumFen, type Fen, type RoundingMode } from '../../../shared/fen.js';
import { headcountDays, headcountDaysText, type HeadcountDays } from '../../../shared/headcount-days.js';
import { postGroupsOn } from '../../contract/coverage.js';
import { amountOn, type AmountBase } from './amount-base.js';
import { postUnitsOn } from '../vacancy/day-vacancies.js';
import { demandOn, type MonthFacts } from '../vacancy/month-facts.js';
import type { VacancyLine } from '../vacancy/vacancy-line.js';
import { rateOn } from '../vacancy/vacancy-ruling.js';

/** A sum for one post and the whole term: an amount shared by a number of posts, with the document that states it. */
export interface PostStandard {
  readonly amountFen: Fen;
  readonly posts: number;
  readonly document: string;
}

/** Service units, from the first day of the term to the day of the settlement. */
interface ServedUnits {
  readonly required: HeadcountDays;
  /** Vacant, undisputed or agreed. */
  readonly vacant: HeadcountDays;
  /** Vacant as one party has it. */
  readonly contested: HeadcountDays;
  /** Of days without any attendance: nobody can say that they were served. */
  readonly unrecorded: HeadcountDays;
}

/** What posts of one group with one divisor served under one standard; every figure can be recomputed from the others. */
export interface ServedPosts extends ServedUnits {
  readonly postGroup: string;
  readonly posts: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Units of one post in the whole term (V2). */
  readonly divisor: HeadcountDays;
  /** How its values are rounded, each once (V22). */
  readonly rounding: RoundingMode;
  /** 区财政批复人员费用标准; null while none is on file (V3). */
  readonly approved: PostStandard | null;
  /** The contract's price of a post. */
  readonly price: PostStandard;
}

/** A vacancy until the day, undisputed or not. */
export interface CountedVacancy {
  readonly line: VacancyLine;
  readonly isContested: boolean;
}

interface ServedInput {
  readonly dates: readonly CivilDate[];
  /** Of a day's month: a closed one keeps the register that it was closed under. */
  readonly factsOf: (date: CivilDate) => MonthFacts;
  readonly vacancyOf: (place: Pick<VacancyLine, 'date' | 'postGroup' | 'post'>) => CountedVacancy | undefined;
  readonly bases: readonly AmountBase[];
}

/** What every post was asked for and served on some days, gathered into lines that share divisor and standards. */
export function servedPosts({ dates, factsOf, vacancyOf, bases }: ServedInput): ServedPosts[] {
  const lines = new Map<string, Gathered>();
  for (const date of dates) {
    const facts = factsOf(date);
    const { contract, rates, presenceByDate } = facts;
    const approved = approvedOn(rates, date);
    const price = priceOn(contract, bases, date);
    const { mode: rounding } = facts.readingOn(date).rounding;
    const isRecorded = presenceByDate.has(date);
    for (const day of demandOn(date, facts)) {
      for (const { post, units, divisor } of postUnitsOn(date, day, facts)) {
        if (divisor === undefined || divisor.equals(0)) continue;
        const postGroup = day.group.key;
        const key = [postGroup, headcountDaysText(divisor), rounding, textOf(approved), textOf(price)].join('|');
        const line = lines.get(key) ?? gathered({ postGroup, divisor, rounding, approved, price, date });
        lines.set(key, line);
        const vacancy = vacancyOf({ date, postGroup, post });
        line.posts.add(post);
        line.to = date;
        line.required = line.required.add(units);
        if (!isRecorded) line.unrecorded = line.unrecorded.add(units);
        else if (vacancy?.isContested === true) line.contested = line.contested.add(vacancy.line.units);
        else if (vacancy !== undefined) line.vacant = line.vacant.add(vacancy.line.units);
      }
    }
  }
  return [...lines.values()].map(({ posts, ...line }) => ({ ...line, posts: posts.size }));
}

type Changing = 'required' | 'vacant' | 'contested' | 'unrecorded' | 'to';
type Gathered = Omit<ServedPosts, 'posts' | Changing> & { -readonly [Key in Changing]: ServedPosts[Key] } & {
  readonly posts: Set<string>;
};

function gathered({
  date,
  ...line
}: Pick<ServedPosts, 'postGroup' | 'divisor' | 'rounding' | 'approved' | 'price'> & {
  readonly date: CivilDate;
}): Gathered {
  const none = headcountDays(0);
  return {
    ...{ ...line, posts: new Set<string>(), from: date, to: date },
    ...{ required: none, vacant: none, contested: none, unrecorded: none },
  };
}

function approvedOn(rates: MonthFacts['rates'], date: CivilDate): PostStandard | null {
  const rate = rateOn(rates, date);
  return rate === undefined ? null : { amountFen: rate.annualFen, posts: 1, document: rate.document };
}

/** The total in force over the posts in force. */
function priceOn(contract: MonthFacts['contract'], bases: readonly AmountBase[], date: CivilDate): PostStandard {
  const posts = postGroupsOn(contract, date).reduce((sum, { headcount }) => sum + headcount, 0);
  return { ...amountOn(contract, bases, date), posts };
}

function textOf(standard: PostStandard | null): string {
  return standard === null ? '' : `${standard.amountFen}/${standard.posts} ${standard.document}`;
}

/** Units that were staffed but for accepted vacancies, and units of which there is a record at all. */
export function servedUnits({ required, vacant, unrecorded }: ServedUnits): {
  readonly staffed: HeadcountDays;
  readonly recorded: HeadcountDays;
} {
  const recorded = required.sub(unrecorded);
  return { staffed: recorded.sub(vacant), recorded };
}

/** Money of some units under a standard: exact, then to fen once a line (V22). */
export function valueOf(
  { amountFen, posts }: Pick<PostStandard, 'amountFen' | 'posts'>,
  of: Pick<ServedPosts, 'divisor' | 'rounding'> & { readonly units: HeadcountDays },
): Fen {
  return roundToFen(new Fraction(amountFen).div(posts).div(of.divisor).mul(of.units), of.rounding);
}

/** Of lines that all have a standard; null as soon as one has none (no rate, no money). */
export function valueOfLines(
  lines: readonly ServedPosts[],
  {
    standard,
    units,
  }: { readonly standard: 'approved' | 'price'; readonly units: (line: ServedPosts) => HeadcountDays },
): Fen | null {
  const values = lines.map((line) => {
    const found = line[standard];
    return found === null ? null : valueOf(found, { ...line, units: units(line) });
  });
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : sumFen(known);
}
