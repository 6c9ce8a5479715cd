import { daysBetween, monthOf, type CivilDate } from '../../../shared/civil-date.js';
import { assert } from '../../../shared/assert.js';
import { fen, yuanText, type Fen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import { amountOn, scaled, type AmountBase } from '../amount-base.js';
import type { DeductionLine } from '../deduction-line.js';
import { deductionReading, type DeductionReading } from '../deduction-reading.js';
import type { InterpretationChoice } from '../interpretation.js';
import type { FactsOf, Incident, IncidentRule, RuleOf } from '../incident.js';
import { dailyDelay } from './daily-delay.js';
import { shareOf } from './exact-amount.js';
import { fixedPerIncident, isOverTenPercent } from './fixed-per-incident.js';
import { formTotal, scoreShortfall } from './score-shortfall.js';
import { monthCapFen, occurrencesOf, serviceMonths, shareOfMonthFee } from './share-of-month-fee.js';
import { severityAmount } from './share-of-total-by-severity.js';

export interface DeductionInput {
  readonly contract: ServiceContract;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly bases: readonly AmountBase[];
  /** Those that stand. */
  readonly incidents: readonly Incident[];
  /** What the parties agreed on; a reading holds for incidents of its days. */
  readonly choices: readonly InterpretationChoice[];
  /** Vacancy reductions in force up to a day, where they share a cap with errors (V19). */
  readonly vacancyFenUntil: (date: CivilDate) => Fen;
}

/** What one incident comes to before caps that span several. */
interface Assessed {
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

export interface CappedDeduction {
  readonly line: DeductionLine;
  /** All that the line counts towards, even where it isn't cut by it (M20). */
  readonly caps: readonly CapBefore[];
}

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
  const { liabilityCap, amountFen: original } = input.contract;
  return [...input.incidents]
    .sort((a, b) => a.date.localeCompare(b.date) || a.recordedAt.localeCompare(b.recordedAt) || (a.id < b.id ? -1 : 1))
    .map((incident) => {
      const rule = ruleOf(input.contract, incident.rule);
      const reading = deductionReading(input.choices, incident.date);
      const assessed = assess(input, { incident, rule, earlier, reading });
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
        rule.key === 'confidentiality' && reading.confidentiality === 'inside-cap' ? incidentCap(input, total) : null;
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
      return { line, caps: assessed.monthCap === undefined ? counted : [...counted, assessed.monthCap] };
    });
}

export function ruleOf(contract: ServiceContract, key: string): IncidentRule {
  const rule = contract.deductions.find((each) => each.key === key);
  assert(rule !== undefined && rule.family !== 'perHeadcountDay', `${key} is a rule of incidents of ${contract.key}`);
  return rule;
}

interface One {
  readonly incident: Incident;
  readonly rule: IncidentRule;
  /** Incidents before this one, in order. */
  readonly earlier: readonly Incident[];
  /** The register as it was on the incident's day. */
  readonly reading: DeductionReading;
}

function assess(input: DeductionInput, { incident, rule, earlier, reading }: One): Assessed {
  const { facts } = incident;
  const before = earlier.filter((other) => other.rule === rule.key);
  const total = amountOn(input.contract, input.bases, incident.date);
  const fits = <F extends Incident['facts']['family']>(family: F): FactsOf<F> => {
    assert(facts.family === family, `the facts of ${incident.id} are those of ${family}`);
    return facts as FactsOf<F>;
  };
  switch (rule.family) {
    case 'fixedPerIncident':
      return fixed(input, rule, { facts: fits(rule.family), incident, before, total, reading });
    case 'shareOfTotalBySeverity':
      return severity(input, rule, { facts: fits(rule.family), total, reading });
    case 'shareOfMonthFee':
      return monthFee(input, rule, { facts: fits(rule.family), incident, before, total, reading });
    case 'scoreShortfall':
      return score(rule, fits(rule.family), reading);
    case 'dailyDelay':
      return delay(input, rule, { facts: fits(rule.family), incident, total, reading });
    case 'sumOnEvent':
      return sum(input, rule, total);
    case 'shareOfUnpaid':
      return unpaid(rule, fits(rule.family));
  }
}

type Total = ReturnType<typeof amountOn>;

/** One incident under its clause. */
interface Case<F extends Incident['facts']['family']> {
  readonly facts: FactsOf<F>;
  readonly incident: Incident;
  /** Earlier incidents of the same rule, in order. */
  readonly before: readonly Incident[];
  readonly total: Total;
  readonly reading: DeductionReading;
}

function capOf(
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
function incidentCap(input: DeductionInput, total: Total): Assessed['cap'] {
  const rule = input.contract.deductions.find(({ family }) => family === 'fixedPerIncident');
  return rule === undefined ? null : capOf(input, rule, total);
}

/** The contract's own word first; where it says nothing, the register's (V21). */
function bearerOf({ contract }: DeductionInput, bearer: string, reading: DeductionReading): string | null {
  const isFinal = bearer === 'final' || (bearer === 'next' && reading.bearer === 'final');
  return isFinal ? (contract.instalments.at(-1)?.key ?? null) : null;
}

function fixed(input: DeductionInput, rule: RuleOf<'fixedPerIncident'>, one: Case<'fixedPerIncident'>): Assessed {
  const { facts, incident, before, total, reading } = one;
  const grade = rule.grades.find(({ key }) => key === facts.grade);
  assert(grade !== undefined, `${facts.grade} is a grade of ${rule.key}`);
  const common = {
    title: grade.name,
    base: null,
    cap: capOf(input, rule, total),
    instalment: bearerOf(input, rule.bearer, reading),
  };
  const { poor, graded } = facts;
  if (grade.monthlyTest === undefined) {
    const { accruedFen } = fixedPerIncident([{ key: rule.key, grades: rule.grades }], [{ ...facts, rule: rule.key }], {
      confidentiality: 'separate',
      confidentialityFen: fen(0),
    });
    return {
      ...common,
      accruedFen,
      explanation: {
        zh: `${yuanText(grade.amountFen)} × ${facts.count} 次`,
        en: `${yuanText(grade.amountFen)} × ${facts.count}`,
      },
    };
  }
  // M16: one sum for each month over the threshold; the comparison is exact and strict (V23).
  const isCounted = before.some(
    (other) =>
      other.facts.family === 'fixedPerIncident' &&
      other.facts.grade === facts.grade &&
      monthOf(other.date) === monthOf(incident.date),
  );
  const isOver = poor !== undefined && graded !== undefined && isOverTenPercent({ poor, graded }, reading);
  return {
    ...common,
    accruedFen: isOver && !isCounted ? grade.amountFen : fen(0),
    explanation: isCounted
      ? { zh: '该月已计一次', en: 'The month counts once and has been counted' }
      : {
          zh: `一般及以下 ${poor ?? 0} / ${graded ?? 0} 人次，${isOver ? '超过' : '未超过'} 10%`,
          en: `${poor ?? 0} of ${graded ?? 0} gradings fair or worse, ${isOver ? 'more than' : 'not more than'} 10 %`,
        },
  };
}

function severity(
  input: DeductionInput,
  rule: RuleOf<'shareOfTotalBySeverity'>,
  { facts, total, reading }: Pick<Case<'shareOfTotalBySeverity'>, 'facts' | 'total' | 'reading'>,
): Assessed {
  const grade = rule.grades.find(({ key }) => key === facts.grade);
  assert(grade !== undefined, `${facts.grade} is a grade of ${rule.key}`);
  const share = shareText(grade);
  return {
    title: grade.name,
    base: total,
    accruedFen: severityAmount(rule, total.amountFen, facts.grade),
    cap: facts.isExcepted ? null : capOf(input, rule, total),
    instalment: bearerOf(input, rule.bearer, reading),
    explanation: {
      zh: `合同总额 ${yuanText(total.amountFen)} × ${share}${facts.isExcepted ? '；特别严重，不计入累计上限' : ''}`,
      en: `contract total ${yuanText(total.amountFen)} × ${share}${facts.isExcepted ? '; especially grave, outside the cap' : ''}`,
    },
  };
}

function monthFee(input: DeductionInput, rule: RuleOf<'shareOfMonthFee'>, one: Case<'shareOfMonthFee'>): Assessed {
  const { facts, incident, before, total, reading } = one;
  const months = serviceMonths({ amountFen: total.amountFen, term: input.term }, reading);
  const index = months.findIndex(({ from, to }) => from <= incident.date && incident.date <= to);
  const month = months[index];
  assert(month !== undefined, `${incident.date} lies in a service month`);
  const findings = before
    .filter(({ date }) => month.from <= date && date <= month.to)
    .flatMap(({ date, facts: other }) =>
      other.family === 'shareOfMonthFee' ? [{ date, cause: other.rootCause }] : [],
    );
  const earlier = occurrencesOf(findings, reading);
  const count = occurrencesOf([...findings, { date: incident.date, cause: facts.rootCause }], reading);
  const isKnown = count === earlier;
  // The month's sum is rounded once: each occurrence is what it adds to that sum.
  const whole = shareOfMonthFee(rule, { feeFen: month.feeFen, occurrences: count }, reading);
  const without = shareOfMonthFee(rule, { feeFen: month.feeFen, occurrences: earlier }, reading);
  return {
    title: rule.name,
    base: { amountFen: month.feeFen, document: total.document },
    accruedFen: fen(whole.deductionFen - without.deductionFen),
    cap: null,
    monthCap: { key: 'month', amountFen: monthCapFen(month.feeFen, reading), usedFen: without.deductionFen },
    instalment: input.contract.instalments[index]?.key ?? input.contract.instalments.at(-1)?.key ?? null,
    explanation: isKnown
      ? {
          zh: `当日同一原因“${facts.rootCause}”已计一次（M1）`,
          en: `the same root cause “${facts.rootCause}” was counted that day (M1)`,
        }
      : {
          zh: `当月服务费 ${yuanText(month.feeFen)} × ${shareText(rule)}，当月第 ${count} 次（${month.from} 至 ${month.to}）`,
          en: `month's fee ${yuanText(month.feeFen)} × ${shareText(rule)}, occurrence ${count} of the month (${month.from} to ${month.to})`,
        },
    notices: whole.warning === null ? [] : [whole.warning],
  };
}

function score(rule: RuleOf<'scoreShortfall'>, facts: FactsOf<'scoreShortfall'>, reading: DeductionReading): Assessed {
  const form = formTotal(rule, facts.ticks);
  assert(form.ok, 'a recorded score sheet is complete');
  const special = rule.specialEvents
    .filter(({ key }) => facts.specialEvents.includes(key))
    .reduce((points, event) => points + event.points, 0);
  const reached = form.value + special - facts.furtherPoints;
  return {
    title: rule.name,
    base: null,
    accruedFen: scoreShortfall(rule, String(reached), reading),
    cap: null,
    instalment: facts.instalment,
    explanation: {
      zh: `评分 ${form.value}${special === 0 ? '' : `，特别事项 ${special}`}${facts.furtherPoints === 0 ? '' : `，违约违规项 -${facts.furtherPoints}`}，得分 ${reached}；低于 ${rule.threshold} 分每分 ${yuanText(rule.perPointFen)}`,
      en: `form ${form.value}${special === 0 ? '' : `, special events ${special}`}${facts.furtherPoints === 0 ? '' : `, further −${facts.furtherPoints}`}, score ${reached}; ${yuanText(rule.perPointFen)} for each point under ${rule.threshold}`,
    },
  };
}

function delay(input: DeductionInput, rule: RuleOf<'dailyDelay'>, one: Omit<Case<'dailyDelay'>, 'before'>): Assessed {
  const { facts, incident, total, reading } = one;
  const until = facts.deliveredOn ?? incident.date;
  const daysLate = Math.max(0, daysBetween({ from: facts.due, to: until }));
  const { accruedFen, mayTerminate } = dailyDelay({ ...rule, cap: undefined }, total.amountFen, daysLate);
  const right = {
    zh: `逾期 ${daysLate} 日，达到 ${rule.terminationFromDay} 日：甲方有权解除合同。`,
    en: `${daysLate} days late, from day ${rule.terminationFromDay} on the client may terminate.`,
  };
  return {
    title: { zh: `${rule.name.zh}：${facts.task}`, en: `${rule.name.en}: ${facts.task}` },
    base: total,
    accruedFen,
    cap: capOf(input, rule, total),
    instalment: bearerOf(input, rule.bearer, reading),
    explanation: {
      zh: `合同总价款 ${yuanText(total.amountFen)} × ${shareText(rule)} × 逾期 ${daysLate} 日（${facts.due} 至 ${until}）`,
      en: `contract total ${yuanText(total.amountFen)} × ${shareText(rule)} × ${daysLate} days late (${facts.due} to ${until})`,
    },
    notices: mayTerminate ? [right] : [],
  };
}

function sum({ contract }: DeductionInput, rule: RuleOf<'sumOnEvent'>, total: Total): Assessed {
  const amountFen = scaled(rule.amountFen, total.amountFen, contract.amountFen);
  return {
    title: rule.name,
    base: total,
    accruedFen: amountFen,
    cap: null,
    instalment: null,
    explanation: { zh: `约定金额 ${yuanText(amountFen)}`, en: `agreed sum ${yuanText(amountFen)}` },
  };
}

function unpaid(rule: RuleOf<'shareOfUnpaid'>, facts: FactsOf<'shareOfUnpaid'>): Assessed {
  const amountFen = fen(facts.unpaidFen);
  return {
    title: rule.name,
    base: { amountFen, document: rule.clause },
    accruedFen: shareOf(amountFen, rule),
    cap: null,
    instalment: null,
    explanation: {
      zh: `应付未付 ${yuanText(amountFen)} × ${shareText(rule)}`,
      en: `due and unpaid ${yuanText(amountFen)} × ${shareText(rule)}`,
    },
  };
}

function shareText({ numerator, denominator }: { readonly numerator: number; readonly denominator: number }): string {
  return `${numerator}/${denominator}`;
}

function withCap({ explanation, accruedFen }: Assessed, capLeftFen: Fen | null, amountFen: Fen): LocalText {
  if (capLeftFen === null || amountFen === accruedFen) return explanation;
  return {
    zh: `${explanation.zh}；累计上限尚余 ${yuanText(capLeftFen)}，本次计 ${yuanText(amountFen)}`,
    en: `${explanation.en}; the cap has ${yuanText(capLeftFen)} left, so ${yuanText(amountFen)} is taken`,
  };
}
