import { addDays, daysBetween, eachDate, type CivilDate } from '../shared/civil-date.js';
import { done, refuse, type Result } from '../shared/result.js';
import type { PlanningFacts } from './planning-facts.js';

/** Any quarter is planned at once, whoever serves. */
const quarterDays = 92;
/** No plan is longer than a year, the longest averaging cycle. */
const planDaysMax = 366;
/** Beyond a quarter people times days: a hall of 156 people for a quarter, or a desk of eleven for a year three times over. */
const personDaysMax = 15_000;
/** Any seven consecutive days need a rest day (Labour Law 38), so six published days ahead can bear on the plan. */
const tailDaysMax = 6;

/** The days of a problem. */
export interface Horizon {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** `from` … `to` and, after them, published days that stand as pins and demand nothing (the tail). */
  readonly days: readonly CivilDate[];
  /** Last of `days`. */
  readonly lastDay: CivilDate;
  /** First day of the unbroken stretch of known duties that ends on the eve of `from`; `from` when there is none. */
  readonly knownFrom: CivilDate;
  /** Index into `days`; may lie outside of it. */
  index(date: CivilDate): number;
}

/** Refuses `invalid-input` (reversed, too long for so many people) and `outside-term`. */
export function horizonOf(facts: Pick<PlanningFacts, 'from' | 'to' | 'term' | 'known' | 'workers'>): Result<Horizon> {
  const { from, to, term, known, workers } = facts;
  if (to < from) {
    return refuse('invalid-input', {
      zh: `结束日期 ${to} 早于开始日期 ${from}。请调换两个日期。`,
      en: `The last day ${to} lies before the first day ${from}: swap them.`,
    });
  }
  const length = daysBetween({ from, to }) + 1;
  const longest = Math.max(quarterDays, Math.min(planDaysMax, Math.floor(personDaysMax / Math.max(1, workers.length))));
  if (length > longest) {
    const until = addDays(from, longest - 1);
    return refuse('invalid-input', {
      zh: `${from} 至 ${to} 共 ${length} 天，${workers.length} 人一次最多排 ${longest} 天。请先排到 ${until}，再接着排其余日期：后一段会沿用前一段的班次、工时和分担。`,
      en: `${from} to ${to} is ${length} days; for ${workers.length} people one plan covers at most ${longest}: plan until ${until} first and go on from there, the next plan carries on their duties, hours and shares.`,
    });
  }
  if (from < term.from || to > term.to) {
    return refuse(
      'outside-term',
      {
        zh: `${from} 至 ${to} 超出合同服务期（${term.from} 至 ${term.to}）。请选择服务期内的日期。`,
        en: `${from} to ${to} reaches outside the contract's term (${term.from} to ${term.to}): choose days within it.`,
      },
      { term },
    );
  }
  const lastDay = lastTailDay({ to, known });
  const days = eachDate({ from, to: lastDay });
  const indices = new Map(days.map((date, index) => [date, index]));
  return done({
    from,
    to,
    days,
    lastDay,
    knownFrom: firstKnownDay({ from, known }),
    index: (date) => indices.get(date) ?? daysBetween({ from, to: date }),
  });
}

function lastTailDay({ to, known }: Pick<PlanningFacts, 'to' | 'known'>): CivilDate {
  let last = to;
  while (daysBetween({ from: to, to: last }) < tailDaysMax && known.days.has(addDays(last, 1))) last = addDays(last, 1);
  return last;
}

function firstKnownDay({ from, known }: Pick<PlanningFacts, 'from' | 'known'>): CivilDate {
  let first = from;
  while (known.days.has(addDays(first, -1))) first = addDays(first, -1);
  return first;
}
