import { attendanceGap } from '../../domain/ledger/vacancy/attendance-gap.js';
import { sharedLine, type Shared } from '../../domain/ledger/shared-line.js';
import type { VacancyLine, WaivedLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import { causeNames, exactVacancyAmount } from '../../domain/ledger/vacancy/vacancy-ruling.js';
import { yuanDecimal, type Fen } from '../../shared/fen.js';
import { decimalText, headcountDays, headcountDaysText, type HeadcountDays } from '../../shared/headcount-days.js';
import type { MonthVacancies } from '../preview-vacancies/month-vacancies.js';
import type { VacancyLineView, VacancyMonthView, WaivedLineView } from './view.js';

/** A month as plain JSON; the one view that the command line and the HTTP API share. */
export function presentVacancies(month: MonthVacancies): VacancyMonthView {
  const { vacancies, plan } = month;
  const total = (key: 'undisputed' | 'contested' | 'total', lines: number) => ({
    lines,
    ...quantity(vacancies[key].units),
    ...money(vacancies[key].amountFen),
  });
  const contested = vacancies.lines.filter(({ isContested }) => isContested).length;
  return {
    contract: vacancies.contract,
    month: vacancies.month,
    status: month.status,
    lines: vacancies.lines.map((line) => presentLine(sharedLine(line))),
    undisputed: total('undisputed', vacancies.lines.length - contested),
    contested: total('contested', contested),
    total: total('total', vacancies.lines.length),
    waived: month.waived.map((line) => presentWaivedLine(sharedLine(line))),
    incidents: [...vacancies.incidents],
    serviceDays: vacancies.serviceDays,
    daysWithoutAttendance: [...vacancies.daysWithoutAttendance],
    attendanceGap: attendanceGap(vacancies),
    required: quantity(vacancies.requiredUnits),
    filled: quantity(vacancies.filledUnits),
    posting: { posted: plan.posted, reversed: plan.reversed, unchanged: plan.unchanged, waived: plan.waived.length },
  };
}

/** As both parties share it: kinds of leave are blurred. */
export function presentLine(line: Shared<VacancyLine>): VacancyLineView {
  const { id, date, postGroup, post, due, requiredMinutes, unattendedMinutes, cover } = line;
  const { units, rate, amountFen, hasImpactEvidence, clause, isContested } = line;
  const { cause, evidence, explanation } = line;
  return {
    ...{ id, date, postGroup, post, due, requiredMinutes, unattendedMinutes, cause, cover, evidence },
    ...{ hasImpactEvidence, clause, isContested, explanation },
    halves: [...line.halves],
    ruling: [...line.ruling],
    registerVersion: line.registerVersion,
    causeName: causeNames[cause],
    ...quantity(units),
    rate:
      rate === null
        ? null
        : {
            annualFen: rate.annualFen,
            annual: yuanDecimal(rate.annualFen),
            divisor: decimalText(rate.divisor),
            divisorExact: headcountDaysText(rate.divisor),
            document: rate.document,
          },
    dailyRate: rate === null ? null : decimalText(exactVacancyAmount(rate, headcountDays(1, 100))),
    ...money(amountFen),
    ...presentRounding(line),
  };
}

function presentRounding({ rounding }: Pick<VacancyLine, 'rounding'>): Pick<VacancyLineView, 'rounding'> {
  if (rounding === undefined) return {};
  const { mode, before } = rounding;
  if (before === undefined) return { rounding: { mode } };
  return { rounding: { mode, before: { ...before, exactFen: headcountDaysText(before.exactFen) } } };
}

export function presentWaivedLine(line: Shared<WaivedLine>): WaivedLineView {
  return { ...presentLine(line), waiverNote: line.waiverNote };
}

function quantity(units: HeadcountDays): { readonly units: string; readonly unitsExact: string } {
  return { units: decimalText(units), unitsExact: headcountDaysText(units) };
}

function money(amount: Fen | null): { readonly amountFen: Fen | null; readonly amount: string | null } {
  return { amountFen: amount, amount: amount === null ? null : yuanDecimal(amount) };
}
