import Fraction from 'fraction.js';
import { addDays, daysBetween, lastOfMonth, monthOf, type CivilDate } from '../../../shared/civil-date.js';
import { fen, roundToFen, sumFen, type Fen } from '../../../shared/fen.js';
import { DateTime } from 'luxon';
import type { LocalText } from '../../../shared/text.js';
import type { DeductionRule } from '../../contract/service-contract.js';
import type { DeductionReading } from '../readings/deduction-reading.js';

type MonthFeeRule = Extract<DeductionRule, { family: 'shareOfMonthFee' }>;

/** A service month of a monthly billed contract: from the term's day of the month to the day before it in the next (M3). */
export interface ServiceMonth {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly feeFen: Fen;
}

interface MonthlyContract {
  readonly amountFen: Fen;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
}

/** The months of a monthly billed contract under M3; their fees add up to the contract total. */
export function serviceMonths(contract: MonthlyContract, { month }: Pick<DeductionReading, 'month'>): ServiceMonth[] {
  return month === 'service-months' ? equalMonths(contract) : calendarMonths(contract);
}

/**
 * Equal months, twelve of a year: each fee rounded down to fen, the rest in the last (11 × 147,208.33 + 147,208.37 for
 * 1,766,500.00). Days beside the last whole month of the term belong to it, or are one when they are more than half of one.
 */
function equalMonths({ amountFen, term }: MonthlyContract): ServiceMonth[] {
  const count = Math.max(1, Math.round(monthsBetween(term.from, addDays(term.to, 1))));
  const equal = Math.floor(amountFen / count);
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    return {
      from: plusMonths(term.from, index),
      to: isLast ? term.to : addDays(plusMonths(term.from, index + 1), -1),
      feeFen: fen(isLast ? amountFen - equal * (count - 1) : equal),
    };
  });
}

/** Calendar months by their days in the term, each rounded to fen; the last takes the difference. */
function calendarMonths({ amountFen, term }: MonthlyContract): ServiceMonth[] {
  const months: { from: CivilDate; to: CivilDate }[] = [];
  for (let from = term.from; from <= term.to;) {
    const end = lastOfMonth(monthOf(from));
    const to = end < term.to ? end : term.to;
    months.push({ from, to });
    from = addDays(to, 1);
  }
  const termDays = daysBetween(term) + 1;
  const fees = months.map((span) => roundToFen(new Fraction(amountFen).mul(daysBetween(span) + 1).div(termDays)));
  const rest = fen(amountFen - sumFen(fees));
  return months.map((span, index) => {
    const fee = fees[index] ?? fen(0);
    return { ...span, feeFen: index === months.length - 1 ? fen(fee + rest) : fee };
  });
}

function monthsBetween(from: CivilDate, to: CivilDate): number {
  return DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'months').months;
}

function plusMonths(date: CivilDate, months: number): CivilDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ months }).toISODate() as CivilDate;
}

export interface MonthFeeDeduction {
  readonly deductionFen: Fen;
  readonly netFen: Fen;
  /** More occurrences than a court would likely let stand (Civil Code 585, M2). */
  readonly warning: LocalText | null;
}

/** One written finding of the client: its day and the root cause that it names. */
export interface WrittenFinding {
  readonly date: CivilDate;
  readonly cause: string;
}

/** How many occurrences the findings of a month are (M1). */
export function occurrencesOf(
  findings: readonly WrittenFinding[],
  { occurrence }: Pick<DeductionReading, 'occurrence'>,
): number {
  if (occurrence === 'per-finding') return findings.length;
  const kinds = findings.map(({ date, cause }) => (occurrence === 'per-day' ? date : `${date} ${cause}`));
  return new Set(kinds).size;
}

const monthCaps = { 'month-fee': '1', 'thirty-percent': '3/10', 'twenty-percent': '1/5' } as const;

/** How far a month's fee can be reduced (M2). */
export function monthCapFen(feeFen: Fen, { monthCap }: Pick<DeductionReading, 'monthCap'>): Fen {
  return roundToFen(new Fraction(feeFen).mul(monthCaps[monthCap]));
}

/** A share of the month's fee for each occurrence (Sujiatuo 九、3), within the month's cap (M2). */
export function shareOfMonthFee(
  rule: Pick<MonthFeeRule, 'numerator' | 'denominator' | 'warnAbove'>,
  month: { readonly feeFen: Fen; readonly occurrences: number },
  reading: Pick<DeductionReading, 'monthCap'>,
): MonthFeeDeduction {
  const { feeFen, occurrences } = month;
  const exact = new Fraction(feeFen).mul(new Fraction(rule.numerator, rule.denominator)).mul(occurrences);
  const deductionFen = fen(Math.min(roundToFen(exact), monthCapFen(feeFen, reading)));
  const isMany = rule.warnAbove !== undefined && occurrences > rule.warnAbove;
  return {
    deductionFen,
    netFen: fen(feeFen - deductionFen),
    warning: isMany
      ? {
          zh: `本月 ${occurrences} 次，超过 ${rule.warnAbove ?? 0} 次：累计扣减比例偏高，依民法典第五百八十五条可请求适当减少，请先行核对。`,
          en: `${occurrences} occurrences this month, more than ${rule.warnAbove ?? 0}: check before settling, a court may reduce an excessive sum (Civil Code 585).`,
        }
      : null,
  };
}
