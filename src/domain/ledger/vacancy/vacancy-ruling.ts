import { firstOfMonth, lastOfMonth, type CivilDate, type CivilMonth } from '../../../shared/civil-date.js';
import { roundToFen, type Fen, type RoundingMode } from '../../../shared/fen.js';
import { headcountDays, headcountDaysText, type HeadcountDays } from '../../../shared/headcount-days.js';
import type { LocalText } from '../../../shared/text.js';
import type { VacancyCause } from '../../attendance/presence.js';
import { deductionsOn } from '../../contract/in-force.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import type { VacancyReading } from '../readings/vacancy-reading.js';
import type { HalfAttendance } from './post-filling.js';
import { windowHalves, type Half } from './post-demand.js';
import { lineRounding } from '../rounding.js';
import type { ApprovedRate, VacancyFact, VacancyLine } from './vacancy-line.js';
import { isUndisputedCause } from './vacancy-cause.js';

/** A half of a post's day with what it weighs. */
export interface WeighedHalf extends HalfAttendance {
  readonly units: HeadcountDays;
}

/** Which halves are vacant, and how much of their weight (V6). More than 50 % unattended is vacant; exactly 50 % is not. */
export function vacantHalves(
  halves: readonly WeighedHalf[],
  reading: Pick<VacancyReading, 'partialDay' | 'latenessMinutes'>,
): { readonly half: Half; readonly units: HeadcountDays }[] {
  const isMostlyEmpty = (half: HalfAttendance) => half.unattendedMinutes * 2 > half.requiredMinutes;
  const isMoreThanLate = (half: HalfAttendance) => half.unattendedMinutes >= reading.latenessMinutes;
  switch (reading.partialDay) {
    case 'full-day':
      return halves.every(isMostlyEmpty) ? [...halves] : [];
    case 'half-day':
      return halves.filter(isMostlyEmpty);
    case 'any-gap':
      return halves.filter((half) => isMostlyEmpty(half) || isMoreThanLate(half));
    case 'minutes':
      return halves.filter(isMoreThanLate).map(({ half, units, unattendedMinutes, requiredMinutes }) => ({
        half,
        units: units.mul(unattendedMinutes).div(requiredMinutes),
      }));
  }
}

/** Amount of a quantity under a rate: exact, then to whole fen, once (V2, V22). */
export function vacancyAmount(
  rate: { readonly annualFen: Fen; readonly divisor: HeadcountDays },
  units: HeadcountDays,
  mode: RoundingMode = 'half-up',
): Fen {
  return roundToFen(exactVacancyAmount(rate, units), mode);
}

/** The same in exact fen, before the rounding of V22. */
export function exactVacancyAmount(
  rate: { readonly annualFen: Fen; readonly divisor: HeadcountDays },
  units: HeadcountDays,
): HeadcountDays {
  return headcountDays(rate.annualFen).div(rate.divisor).mul(units);
}

/** The rate in force on a day: the latest effective date, and of equal dates the one entered last. */
export function rateOn(rates: readonly ApprovedRate[], date: string): ApprovedRate | undefined {
  const inForce = rates.filter(({ from }) => from <= date);
  return inForce
    .sort((a, b) => (a.from === b.from ? compare(a.recordedAt, b.recordedAt) : compare(a.from, b.from)))
    .at(-1);
}

/** The article that turns a vacancy of a day into money; contracts without one keep units only (M5). */
export function vacancyClause(contract: ServiceContract, date: CivilDate): string | undefined {
  return deductionsOn(contract, date).find((rule) => rule.family === 'perHeadcountDay')?.clause;
}

/** The article that prices vacancies in a month; as it stood last where it changed or ended in between. */
export function vacancyClauseIn({ deductions }: ServiceContract, month: CivilMonth): string | undefined {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)];
  return deductions.findLast(
    ({ family, from, to }) =>
      family === 'perHeadcountDay' && (from === undefined || from <= last) && (to === undefined || first <= to),
  )?.clause;
}

/** A fact under the register: units, rate, amount, and whether the parties may dispute it. */
export function ruleOn(
  fact: VacancyFact,
  ruling: {
    readonly clause: string;
    readonly units: HeadcountDays;
    readonly rate: VacancyLine['rate'];
    readonly isDonor: boolean;
    readonly reading: VacancyReading;
  },
): VacancyLine {
  const { clause, units, rate, isDonor, reading } = ruling;
  const rounding = rate === null ? undefined : lineRounding(reading.rounding);
  const applied = [
    'V1',
    ...(rate === null ? ['V3'] : ['V2', 'V3']),
    'V4',
    'V5',
    ...(fact.halves.includes('saturday') ? ['V9'] : ['V6']),
    ...(fact.halves.some((half) => half in windowHalves) ? ['V10'] : []),
    ...(isDonor || fact.cover !== null ? ['V8'] : []),
    ...(fact.cause === 'unapproved' ? ['V13'] : []),
    ...(rate === null ? [] : ['V22']),
  ];
  return {
    ...fact,
    id: [fact.contract, fact.date, fact.postGroup, fact.post].join('/'),
    clause,
    units,
    rate,
    amountFen: rate === null ? null : vacancyAmount(rate, units, reading.rounding.mode),
    ...(rounding === undefined ? {} : { rounding }),
    isContested: !isUndisputedCause(fact.cause, reading) || (reading.isImpactRequired && !fact.hasImpactEvidence),
    ruling: applied,
    registerVersion: reading.version,
    explanation: explanation(fact, units, isDonor),
  };
}

export const causeNames: Readonly<Record<VacancyCause, LocalText>> = {
  personnelChange: { zh: '人员变动', en: 'staff change' },
  recruiting: { zh: '招聘', en: 'recruiting' },
  transfer: { zh: '调动', en: 'transfer' },
  leave: { zh: '请假', en: 'leave' },
  sick: { zh: '病假', en: 'sick leave' },
  noShow: { zh: '未到岗', en: 'no-show' },
  late: { zh: '迟到或早退', en: 'late arrival or early departure' },
  unapproved: { zh: '到岗人员未经确认或未培训', en: 'the person present is not approved or not trained' },
  unstated: { zh: '未说明', en: 'not stated' },
};

export const halfNames: Readonly<Record<Half, LocalText>> = {
  morning: { zh: '上午', en: 'morning' },
  afternoon: { zh: '下午', en: 'afternoon' },
  saturday: { zh: '周六', en: 'Saturday' },
  day: { zh: '白班', en: 'day duty' },
  night: { zh: '夜班', en: 'night duty' },
  early: { zh: '早间', en: 'early window' },
  midday: { zh: '午间', en: 'midday window' },
  late: { zh: '晚间', en: 'late window' },
};

function explanation(fact: VacancyFact, units: HeadcountDays, isDonor: boolean): LocalText {
  const { halves, requiredMinutes, unattendedMinutes, due, cause } = fact;
  const quantity = headcountDaysText(units);
  return {
    zh:
      `${halves.map((half) => halfNames[half].zh).join('、')}空岗：应到 ${requiredMinutes} 分钟，无人 ${unattendedMinutes} 分钟，计 ${quantity} 人天；` +
      `${due === null ? '无排班人员' : `应到 ${due}`}，原因：${causeNames[cause].zh}${isDonor ? '（应到人员顶他岗，空岗移至本岗）' : ''}。`,
    en:
      `Vacant ${halves.map((half) => halfNames[half].en).join(' and ')}: ${requiredMinutes} min required, ${unattendedMinutes} min unattended, ${quantity} headcount-days; ` +
      `${due === null ? 'nobody rostered' : `${due} was due`}, cause: ${causeNames[cause].en}${isDonor ? ' (the person due stood in elsewhere, so the vacancy moved here)' : ''}.`,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
