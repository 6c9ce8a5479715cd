import type { CivilDate } from '../../../shared/civil-date.js';
import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import { deductionsOn, liabilityCapOn } from '../../contract/in-force.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import { amountOn, scaled, type AmountBase } from '../settlement/amount-base.js';
import type { DeductionLine } from './deduction-line.js';
import { deductionReading } from '../readings/deduction-reading.js';
import { shareOf } from './exact-amount.js';
import { serviceMonths } from './share-of-month-fee.js';
import type { InterpretationChoice } from '../readings/interpretation.js';
import { isDeduction, type LedgerLine } from '../journal/ledger-line.js';

/** A sum that deductions stop at, or from which on they cost more than money: what a forecast is drawn against. */
export interface DeductionLimit {
  readonly key: string;
  /** A cap of a rule, the cap of the whole contract, a month's share that courts find too much (M2), the unpaid fees. */
  readonly kind: 'cap' | 'liability' | 'month-share' | 'fees';
  readonly name: LocalText;
  readonly clause: string;
  readonly limitFen: Fen;
  /** By lines in force, whatever was answered to them, and by vacancies that aren't posted yet. */
  readonly usedFen: Fen;
  /** Whether vacancies ahead use it up too. */
  readonly countsVacancies: boolean;
}

export interface LimitInput {
  readonly contract: ServiceContract;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly bases: readonly AmountBase[];
  readonly choices: readonly InterpretationChoice[];
  readonly today: CivilDate;
  /** In force, borne by the contractor. */
  readonly lines: readonly LedgerLine[];
  /** Vacancies that the attendance shows and the journal doesn't have. */
  readonly unpostedFen: Fen;
  /** Fees of the unsettled instalments, and what agreed deductions leave of them. */
  readonly fees: { readonly unsettledFen: Fen; readonly leftFen: Fen; readonly pendingFen: Fen };
}

/** Every limit of a contract under the total and the register of the day. */
export function deductionLimits(input: LimitInput): DeductionLimit[] {
  const deductions = input.lines.filter(isDeduction);
  return [
    ...ruleCaps(input, deductions),
    ...liabilityCap(input, deductions),
    ...monthShares(input, deductions),
    fees(input),
  ];
}

function ruleCaps(input: LimitInput, deductions: readonly DeductionLine[]): DeductionLimit[] {
  const { contract, bases, choices, today, lines, unpostedFen } = input;
  const reading = deductionReading(choices, today);
  const total = amountOn(contract, bases, today).amountFen;
  const vacancyFen = fen(sumOf(lines.filter((line) => !isDeduction(line))) + unpostedFen);
  return deductionsOn(contract, today).flatMap((rule): DeductionLimit[] => {
    if (!('cap' in rule) || rule.cap === undefined) return [];
    const isCounted = (line: DeductionLine) =>
      // An excepted incident has no cap (Shijingshan 第十九条); a breach of confidentiality may share one (M20).
      (line.rule === rule.key && line.capLeftFen !== null) ||
      (rule.family === 'fixedPerIncident' &&
        line.rule === 'confidentiality' &&
        reading.confidentiality === 'inside-cap');
    const countsVacancies = rule.family === 'shareOfTotalBySeverity' && reading.capCovers === 'errors-and-vacancies';
    const ownFen = sumOf(deductions.filter(isCounted));
    return [
      {
        key: rule.key,
        kind: 'cap',
        name: rule.name,
        clause: rule.clause,
        limitFen: scaled(rule.cap.amountFen, total, contract.amountFen),
        usedFen: fen(ownFen + (countsVacancies ? vacancyFen : 0)),
        countsVacancies,
      },
    ];
  });
}

function liabilityCap({ contract, bases, today }: LimitInput, deductions: readonly DeductionLine[]): DeductionLimit[] {
  const cap = liabilityCapOn(contract, today);
  if (cap === undefined) return [];
  return [
    {
      key: 'liability',
      kind: 'liability',
      name: { zh: '违约责任总额上限', en: 'Cap on all liability' },
      clause: cap.clause,
      limitFen: scaled(cap.amountFen, amountOn(contract, bases, today).amountFen, contract.amountFen),
      usedFen: sumOf(deductions),
      countsVacancies: false,
    },
  ];
}

/** Of the service month that today lies in. */
function monthShares(input: LimitInput, deductions: readonly DeductionLine[]): DeductionLimit[] {
  const { contract, term, bases, choices, today } = input;
  const { amountFen } = amountOn(contract, bases, today);
  const month = () =>
    serviceMonths({ amountFen, term }, deductionReading(choices, today)).find(
      ({ from, to }) => from <= today && today <= to,
    );
  return deductionsOn(contract, today).flatMap((rule): DeductionLimit[] => {
    if (rule.family !== 'shareOfMonthFee' || rule.warnAbove === undefined) return [];
    const current = month();
    if (current === undefined) return [];
    const { numerator, denominator, warnAbove } = rule;
    const own = deductions.filter(
      (line) => line.rule === rule.key && current.from <= line.date && line.date <= current.to,
    );
    return [
      {
        key: rule.key,
        kind: 'month-share',
        name: rule.name,
        clause: rule.clause,
        limitFen: shareOf(current.feeFen, { numerator: numerator * warnAbove, denominator }),
        usedFen: sumOf(own),
        countsVacancies: false,
      },
    ];
  });
}

/** Beyond the unpaid fees a deduction is a debt (M23). */
function fees({ contract, fees: { unsettledFen, leftFen, pendingFen }, unpostedFen }: LimitInput): DeductionLimit {
  return {
    key: 'fees',
    kind: 'fees',
    name: { zh: '未结各期服务费', en: 'Fees of the instalments not settled yet' },
    clause: contract.instalments.at(-1)?.clause ?? contract.amountClause,
    limitFen: unsettledFen,
    usedFen: fen(unsettledFen - leftFen + pendingFen + unpostedFen),
    countsVacancies: true,
  };
}

function sumOf(lines: readonly LedgerLine[]): Fen {
  return sumFen(lines.flatMap(({ amountFen }) => amountFen ?? []));
}
