import type { CivilDate } from '../../../shared/civil-date.js';
import { fen, type Fen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import { deductionsOn } from '../../contract/in-force.js';
import { scaled, type amountOn } from '../settlement/amount-base.js';
import type { DeductionLine } from './deduction-line.js';
import type { DeductionReading } from '../readings/deduction-reading.js';
import type { FactsOf, Incident } from './incident.js';
import type { DeductionInput } from './deduction-input.js';
import { percentageBase } from './stacking.js';

/** What one incident comes to before caps that span several. */
export interface Assessed {
  readonly title: LocalText;
  readonly base: DeductionLine['base'];
  readonly accruedFen: Fen;
  /** Cap that it counts towards, and whose other incidents count too; null without one, or outside it. */
  readonly cap: { readonly key: string; readonly amountFen: Fen } | null;
  /** A cap that `accruedFen` keeps to already (M2). */
  readonly monthCap?: CapBefore;
  readonly instalment: string | null;
  readonly explanation: LocalText;
  readonly notices?: readonly LocalText[];
}

/** A cap that a deduction came under, and what earlier ones had used of it. */
export interface CapBefore {
  /** `liability`, `month`, a rule's key, or its family where the cap spans the family. */
  readonly key: string;
  readonly amountFen: Fen;
  readonly usedFen: Fen;
}

/** The contract total in force, with its document. */
export type Total = ReturnType<typeof amountOn>;

/** One incident under its clause. */
export interface Case<F extends Incident['facts']['family']> {
  readonly facts: FactsOf<F>;
  readonly incident: Incident;
  /** Earlier incidents of the same rule, in order. */
  readonly before: readonly Incident[];
  readonly total: Total;
  readonly reading: DeductionReading;
  /** What the contractor's lines before this one take, since a day where one is given (V24). */
  readonly deductedFen: (since?: CivilDate) => Fen;
}

/** The total that a percentage is taken of: before or after vacancies and other deductions (V24). */
export function shareBase(
  { vacancyFenUntil }: DeductionInput,
  { incident, total, reading, deductedFen }: Pick<Case<never>, 'incident' | 'total' | 'reading' | 'deductedFen'>,
): Total {
  const deducted = () => fen(deductedFen() + vacancyFenUntil(incident.date));
  if (reading.percentageBase === 'gross') return total;
  return { ...total, amountFen: percentageBase({ grossFen: total.amountFen, deductedFen: deducted() }, reading) };
}

/** The cap of a rule, scaled with the total. */
export function capOf(
  { contract }: DeductionInput,
  rule: { readonly key: string; readonly family: string; readonly cap?: { readonly amountFen: Fen } | undefined },
  total: Total,
): Assessed['cap'] {
  if (rule.cap === undefined) return null;
  // Changping's cap spans every rule of its family.
  const key = rule.family === 'fixedPerIncident' ? rule.family : rule.key;
  return { key, amountFen: scaled(rule.cap.amountFen, total.amountFen, contract.amountFen) };
}

/** The cap on the sums of incidents, for what else counts towards it. */
export function incidentCap(input: DeductionInput, date: CivilDate, total: Total): Assessed['cap'] {
  const rule = deductionsOn(input.contract, date).find(({ family }) => family === 'fixedPerIncident');
  return rule === undefined ? null : capOf(input, rule, total);
}

/** Incidents in the order of their days, then as they were recorded. */
export function inTime(a: Incident, b: Incident): number {
  return a.date.localeCompare(b.date) || a.recordedAt.localeCompare(b.recordedAt) || (a.id < b.id ? -1 : 1);
}

/** How a base that other deductions have lessened is named. */
export function netText(base: Total, total: Total): LocalText {
  return base === total ? { zh: '', en: '' } : { zh: '减此前扣款', en: ' net of earlier deductions' };
}

/** `5/100`. */
export function shareText({
  numerator,
  denominator,
}: {
  readonly numerator: number;
  readonly denominator: number;
}): string {
  return `${numerator}/${denominator}`;
}
