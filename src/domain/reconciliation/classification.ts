import { fen, roundToFen, yuanText, type Fen } from '../../shared/fen.js';
import { decimalText, headcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import type { LocalText } from '../../shared/text.js';
import { literalCauses } from '../ledger/vacancy/vacancy-cause.js';
import type { VacancyLine } from '../ledger/vacancy/vacancy-line.js';
import { halfNames, vacancyAmount } from '../ledger/vacancy/vacancy-ruling.js';
import type { Difference, DifferenceClass, TheirSide } from './difference.js';

/** What our records say of a post that makes no line of ours. */
export interface RecordsAtPost {
  readonly standIn: { readonly worker: string } | null;
  readonly lateness: { readonly minutes: number; readonly window: string | null } | null;
  /** False where the group need not be manned on that day. */
  readonly isOpen: boolean;
}

type Verdict = Pick<Difference, 'class' | 'reading' | 'explanation'>;

/** Only the client counts something here: what do our records say instead? */
export function judgeTheirs({ standIn, lateness, isOpen }: RecordsAtPost): Verdict {
  if (!isOpen)
    return verdict('reading', 'V1', {
      zh: '我方日历：当日该岗位组无须开岗，不计空岗。',
      en: 'By our calendar the group need not be manned on this day, so no vacancy counts.',
    });
  if (standIn !== null)
    return verdict('replaced', 'V8', {
      zh: `我方记录：当日由 ${standIn.worker} 顶岗。`,
      en: `Our records: ${standIn.worker} stood in.`,
    });
  if (lateness !== null)
    return verdict('late', lateness.window === null ? 'V7' : 'V10', {
      zh: `我方记录：迟到或短时离岗 ${lateness.minutes} 分钟，未达空岗标准。`,
      en: `Our records: ${lateness.minutes} minutes of lateness or absence from the post, not enough for a vacancy.`,
    });
  return verdict('only-theirs', null, {
    zh: '我方记录该岗位当日到岗，无空岗。',
    en: 'Our records show the post manned on this day.',
  });
}

export const onlyOurs: Verdict = {
  class: 'only-ours',
  reading: null,
  explanation: { zh: '甲方台账中没有此行。', en: 'The client’s count has no such row.' },
};

/** Both count something: do they count the same? */
export function judgeBoth(ours: VacancyLine, theirs: TheirSide): Verdict {
  if (!theirs.units.equals(ours.units)) return judgeQuantity(ours, theirs);
  if (hasOtherParts(ours, theirs))
    return verdict('quantity', null, {
      zh: `人天相同，时段不同：我方为${partsText(ours).zh}。`,
      en: `The same quantity at other times: ours is ${partsText(ours).en}.`,
    });
  const money = judgeMoney(ours, theirs);
  if (money !== undefined) return money;
  const causes = theirs.claims.flatMap(({ cause }) => cause ?? []);
  const isLiteral = literalCauses.includes(ours.cause);
  if (causes.some((cause) => literalCauses.includes(cause) !== isLiteral))
    return verdict('reading', 'V5', {
      zh: '数量和金额相同，对原因的认定不同，影响有无争议的划分。',
      en: 'Quantity and amount agree; the cause is seen otherwise, which decides whether the line is disputed.',
    });
  return verdict('agreed', null, { zh: '双方一致。', en: 'Both parties agree.' });
}

function judgeQuantity(ours: VacancyLine, theirs: TheirSide): Verdict {
  const isMore = theirs.units.compare(ours.units) > 0;
  const both = {
    zh: `我方 ${decimalText(ours.units)} 人天，甲方 ${decimalText(theirs.units)} 人天`,
    en: `${decimalText(ours.units)} headcount-days ours, ${decimalText(theirs.units)} theirs`,
  };
  if (isMore && ours.cover !== null)
    return verdict('replaced', 'V8', {
      zh: `${both.zh}；我方扣除 ${ours.cover} 顶岗的时段。`,
      en: `${both.en}; we leave out the time in which ${ours.cover} stood in.`,
    });
  if (isMore && ours.cause === 'late')
    return verdict('late', 'V7', {
      zh: `${both.zh}；人员迟到，我方只计其缺岗的半天。`,
      en: `${both.en}; the person came late and we count the missed half only.`,
    });
  const reading = quantityReading(ours, theirs);
  if (reading !== null)
    return verdict('reading', reading, {
      zh: `${both.zh}；符合 ${reading} 的另一种读法。`,
      en: `${both.en}; another reading of ${reading} gives their figure.`,
    });
  return verdict('quantity', null, { zh: `${both.zh}。`, en: `${both.en}.` });
}

/** The register's item of which another reading gives the client's quantity for the same facts. */
function quantityReading(ours: VacancyLine, theirs: TheirSide): string | null {
  if (ours.halves.includes('saturday')) return isAny(theirs.units, saturdayWeights) ? 'V9' : null;
  if (hasOtherParts(ours, theirs)) return null;
  const byMinutes = headcountDays(ours.unattendedMinutes, ours.requiredMinutes);
  const isNamed = theirs.claims.every(({ part }) => part !== null);
  return theirs.units.equals(byMinutes) || (isNamed && theirs.units.equals(1)) ? 'V6' : null;
}

const saturdayWeights = [headcountDays(1, 2), headcountDays(1)];

function isAny(units: HeadcountDays, candidates: readonly HeadcountDays[]): boolean {
  return candidates.some((candidate) => candidate.equals(units));
}

/** Whether the rows name parts of the day, and others than our line's. */
function hasOtherParts({ halves }: VacancyLine, { claims }: TheirSide): boolean {
  const named = new Set(claims.flatMap(({ part }) => part ?? []));
  if (named.size === 0 || claims.some(({ part }) => part === null)) return false;
  if (named.has('whole')) return halves.length < 2 && !halves.includes('saturday');
  return named.size !== halves.length || !halves.every((half) => named.has(half));
}

/** Divisors that people use for a daily rate, besides the post's own service units (V2). */
const otherDivisors = [365, 366, 360, 261, 250, 248];

function judgeMoney({ units, rate, amountFen }: VacancyLine, theirs: TheirSide): Verdict | undefined {
  const { amountFen: amount, claims, isValuedByUs } = theirs;
  if (amount === null || isValuedByUs || amount === amountFen) return undefined;
  const both = {
    zh: `人天相同，我方 ${amountFen === null ? '无金额' : yuanText(amountFen)}，甲方 ${yuanText(amount)}`,
    en: `The same quantity; ${amountFen === null ? 'no amount' : yuanText(amountFen)} ours, ${yuanText(amount)} theirs`,
  };
  const divisor =
    rate === null
      ? undefined
      : otherDivisors.find((days) => isOneOf(amount, amountsOver(rate.annualFen, days, theirs)));
  if (divisor !== undefined)
    return verdict('reading', 'V2', {
      zh: `${both.zh}；同一年标准，甲方除以 ${divisor}。`,
      en: `${both.en}; the same annual standard divided by ${divisor}.`,
    });
  if (amountFen !== null && Math.abs(amount - amountFen) <= claims.length)
    return verdict('reading', 'V22', {
      zh: `${both.zh}；差额来自取整。`,
      en: `${both.en}; the difference comes from rounding.`,
    });
  return verdict('rate', null, {
    zh: `${both.zh}；甲方日标准 ${yuanText(perDay(amount, units))}。`,
    en: `${both.en}; their daily rate is ${yuanText(perDay(amount, units))}.`,
  });
}

/** The amount of the rows under another divisor: rounded once, or row by row. */
function amountsOver(annualFen: Fen, days: number, { units, claims }: TheirSide): Fen[] {
  const rate = { annualFen, divisor: headcountDays(days) };
  const byRow = claims.reduce((sum, claim) => sum + vacancyAmount(rate, claim.units), 0);
  return [vacancyAmount(rate, units), fen(byRow)];
}

function isOneOf(amount: Fen, candidates: readonly Fen[]): boolean {
  return candidates.includes(amount);
}

function perDay(amount: Fen, units: HeadcountDays): Fen {
  return roundToFen(headcountDays(amount).div(units));
}

/**
 * What a difference moves, by class; exactly their amount less ours. Where quantity and rate both differ, the quantity
 * is valued at our rate and what is left is the rate's.
 */
export function effectsOf(
  judged: DifferenceClass,
  ours: VacancyLine | null,
  theirs: TheirSide | null,
): Difference['effects'] {
  const total = (theirs?.amountFen ?? 0) - (ours?.amountFen ?? 0);
  if (total === 0) return [];
  const rate = ours?.rate ?? null;
  if (ours === null || theirs === null || rate === null || judged === 'rate' || theirs.units.equals(ours.units))
    return [{ class: judged, fen: fen(total) }];
  const quantity = vacancyAmount(rate, theirs.units, ours.rounding?.mode) - (ours.amountFen ?? 0);
  return [
    { class: judged, fen: fen(quantity) },
    { class: 'rate' as const, fen: fen(total - quantity) },
  ].filter((effect) => effect.fen !== 0);
}

function partsText({ halves }: VacancyLine): LocalText {
  return {
    zh: halves.map((half) => halfNames[half].zh).join('、'),
    en: halves.map((half) => halfNames[half].en).join(' and '),
  };
}

function verdict(judged: DifferenceClass, reading: string | null, explanation: LocalText): Verdict {
  return { class: judged, reading, explanation };
}
