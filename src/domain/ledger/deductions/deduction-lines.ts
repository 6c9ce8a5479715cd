import { assert } from '../../../shared/assert.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { fen, sumFen, yuanText, type Fen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import { deductionsOn, liabilityCapOn } from '../../contract/in-force.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import { amountOn, scaled } from '../settlement/amount-base.js';
import type { DeductionLine } from './deduction-line.js';
import { deductionReading } from '../readings/deduction-reading.js';
import type { Incident, IncidentRule } from './incident.js';
import { choicesOn } from '../readings/interpretation.js';
import { assess } from './assess.js';
import { incidentCap, inTime, type Assessed, type CapBefore } from './assessed.js';
import type { DeductionInput } from './deduction-input.js';

/** A deduction with the caps that it came under. */
export interface CappedDeduction {
  readonly line: DeductionLine;
  /** All that the line counts towards, even where it isn't cut by it (M20). */
  readonly caps: readonly CapBefore[];
}

/** The money of all incidents of a contract. */
export function deductionLines(input: DeductionInput): DeductionLine[] {
  return cappedDeductions(input).map(({ line }) => line);
}

/**
 * The money of all incidents of a contract, in the order of their days: earlier ones use up a cap first. Every family
 * has its base, its cap, what counts as one occurrence, and the instalment that bears it.
 */
export function cappedDeductions(input: DeductionInput): CappedDeduction[] {
  const used = new Map<string, number>();
  const earlier: Incident[] = [];
  const taken: DeductionLine[] = [];
  const { amountFen: original } = input.contract;
  return [...input.incidents].sort(inTime).map((incident) => {
    const rule = ruleOf(input.contract, incident);
    const liabilityCap = liabilityCapOn(input.contract, incident.date);
    const reading = deductionReading(choicesOn(input, incident.date), incident.date);
    const deductedFen = (since?: CivilDate) =>
      sumFen(
        taken.flatMap(({ debtor, date, amountFen }) =>
          debtor === 'contractor' && (since === undefined || date >= since) ? [amountFen] : [],
        ),
      );
    const assessed = assess(input, { incident, rule, earlier, reading, deductedFen });
    earlier.push(incident);
    const total = amountOn(input.contract, input.bases, incident.date);
    const debtor = 'debtor' in rule && rule.debtor !== undefined ? rule.debtor : 'contractor';
    const caps = [
      ...(assessed.cap === null ? [] : [assessed.cap]),
      ...(liabilityCap === undefined || debtor === 'client'
        ? []
        : [{ key: 'liability', amountFen: scaled(liabilityCap.amountFen, total.amountFen, original) }]),
    ];
    const shared = (key: string) =>
      rule.family === 'shareOfTotalBySeverity' && key === rule.key && reading.capCovers === 'errors-and-vacancies'
        ? input.vacancyFenUntil(incident.date)
        : 0;
    const asBefore = (cap: { readonly key: string; readonly amountFen: Fen }): CapBefore => ({
      ...cap,
      usedFen: fen((used.get(cap.key) ?? 0) + shared(cap.key)),
    });
    const limits = caps.map(asBefore);
    const left = limits.map(({ amountFen, usedFen }) => Math.max(0, amountFen - usedFen));
    const capLeftFen = left.length === 0 ? null : fen(Math.min(...left));
    const amountFen = fen(Math.min(assessed.accruedFen, capLeftFen ?? assessed.accruedFen));
    // M20: the sum for a breach of confidentiality is never cut, but may use up the cap of the incidents.
    const inside =
      rule.key === 'confidentiality' && reading.confidentiality === 'inside-cap'
        ? incidentCap(input, incident.date, total)
        : null;
    const counted = inside === null ? limits : [...limits, asBefore(inside)];
    for (const { key } of counted) used.set(key, (used.get(key) ?? 0) + amountFen);
    const line: DeductionLine = {
      id: `${incident.contract}/${incident.date}/${rule.key}/${incident.id}`,
      contract: incident.contract,
      incident: incident.id,
      rule: rule.key,
      family: rule.family,
      date: incident.date,
      clause: rule.clause,
      title: assessed.title,
      debtor,
      base: assessed.base,
      accruedFen: assessed.accruedFen,
      capLeftFen,
      amountFen,
      instalment: assessed.instalment,
      evidence: incident.evidence,
      document: incident.document,
      explanation: withCap(assessed, capLeftFen, amountFen),
      notices: assessed.notices ?? [],
    };
    taken.push(line);
    return { line, caps: assessed.monthCap === undefined ? counted : [...counted, assessed.monthCap] };
  });
}

/** The rule as it stood on the day of what happened. */
export function ruleOf(
  contract: ServiceContract,
  { rule: key, date }: { readonly rule: string; readonly date: CivilDate },
): IncidentRule {
  const rule = deductionsOn(contract, date).find((each) => each.key === key);
  assert(
    rule !== undefined && rule.family !== 'perHeadcountDay',
    `${key} is a rule of incidents of ${contract.key} on ${date}`,
  );
  return rule;
}

function withCap({ explanation, accruedFen }: Assessed, capLeftFen: Fen | null, amountFen: Fen): LocalText {
  if (capLeftFen === null || amountFen === accruedFen) return explanation;
  return {
    zh: `${explanation.zh}；累计上限尚余 ${yuanText(capLeftFen)}，本次计 ${yuanText(amountFen)}`,
    en: `${explanation.en}; the cap has ${yuanText(capLeftFen)} left, so ${yuanText(amountFen)} is taken`,
  };
}
