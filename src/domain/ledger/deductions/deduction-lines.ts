import { daysBetween, monthOf, type CivilDate } from '../../../shared/civil-date.js';
import { assert } from '../../../shared/assert.js';
import { fen, sumFen, yuanText, type Fen } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import { deductionsOn, liabilityCapOn } from '../../contract/in-force.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import { amountOn, scaled, type AmountBase } from '../amount-base.js';
import type { DeductionLine } from '../deduction-line.js';
import { deductionReading, type DeductionReading } from '../deduction-reading.js';
import type { PeriodSeal } from '../journal.js';
import { choicesOn, type InterpretationChoice } from '../interpretation.js';
import type { FactsOf, Incident, IncidentRule, RuleOf } from '../incident.js';
import { bearingInstalment } from './bearer.js';
import { dailyDelay } from './daily-delay.js';
import { shareOf } from './exact-amount.js';
import { fixedPerIncident, isOverTenPercent } from './fixed-per-incident.js';
import { formTotal, quarterScore, scoreShortfall, ticksOf } from './score-shortfall.js';
import { monthCapFen, occurrencesOf, serviceMonths, shareOfMonthFee } from './share-of-month-fee.js';
import { severityAmount } from './share-of-total-by-severity.js';
import { percentageBase, sameEvent } from './stacking.js';

export interface DeductionInput {
  readonly contract: ServiceContract;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly bases: readonly AmountBase[];
  /** Those that stand. */
  readonly incidents: readonly Incident[];
  /** What the parties agreed on; a reading holds for incidents of its days. */
  readonly choices: readonly InterpretationChoice[];
  /** Incidents of a closed month keep the register that it was closed under. */
  readonly seals: readonly Pick<PeriodSeal, 'month' | 'recordedAt'>[];
  /** Vacancy reductions in force up to a day, where they share a cap with errors (V19) or lessen a base (V24). */
  readonly vacancyFenUntil: (date: CivilDate) => Fen;
  /** What one vacancy line in force takes, nothing where it isn't (V20). */
  readonly vacancyFenOf: (line: string) => Fen;
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

function inTime(a: Incident, b: Incident): number {
  return a.date.localeCompare(b.date) || a.recordedAt.localeCompare(b.recordedAt) || (a.id < b.id ? -1 : 1);
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

interface One {
  readonly incident: Incident;
  readonly rule: IncidentRule;
  /** Incidents before this one, in order. */
  readonly earlier: readonly Incident[];
  /** The register as it was on the incident's day. */
  readonly reading: DeductionReading;
  /** What the contractor's lines before this one take, since a day where one is given (V24). */
  readonly deductedFen: (since?: CivilDate) => Fen;
}

function assess(input: DeductionInput, { incident, rule, earlier, reading, deductedFen }: One): Assessed {
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
      return severity(input, rule, { facts: fits(rule.family), incident, total, reading, deductedFen });
    case 'shareOfMonthFee':
      return monthFee(input, rule, { facts: fits(rule.family), incident, before, total, reading, deductedFen });
    case 'scoreShortfall':
      return score(input, rule, { facts: fits(rule.family), incident, reading });
    case 'dailyDelay':
      return delay(input, rule, { facts: fits(rule.family), incident, total, reading, deductedFen });
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
  readonly deductedFen: One['deductedFen'];
}

/** The total that a percentage is taken of: before or after vacancies and other deductions (V24). */
function shareBase(
  { vacancyFenUntil }: DeductionInput,
  { incident, total, reading, deductedFen }: Pick<Case<never>, 'incident' | 'total' | 'reading' | 'deductedFen'>,
): Total {
  const deducted = () => fen(deductedFen() + vacancyFenUntil(incident.date));
  if (reading.percentageBase === 'gross') return total;
  return { ...total, amountFen: percentageBase({ grossFen: total.amountFen, deductedFen: deducted() }, reading) };
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
function incidentCap(input: DeductionInput, date: CivilDate, total: Total): Assessed['cap'] {
  const rule = deductionsOn(input.contract, date).find(({ family }) => family === 'fixedPerIncident');
  return rule === undefined ? null : capOf(input, rule, total);
}

function fixed(
  input: DeductionInput,
  rule: RuleOf<'fixedPerIncident'>,
  one: Omit<Case<'fixedPerIncident'>, 'deductedFen'>,
): Assessed {
  const { facts, incident, before, total, reading } = one;
  const grade = rule.grades.find(({ key }) => key === facts.grade);
  assert(grade !== undefined, `${facts.grade} is a grade of ${rule.key}`);
  const common = {
    title: grade.name,
    base: null,
    cap: capOf(input, rule, total),
    instalment: bearingInstalment(input.contract, rule.bearer, reading),
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
  one: Omit<Case<'shareOfTotalBySeverity'>, 'before'>,
): Assessed {
  const { facts, total, reading } = one;
  const base = shareBase(input, one);
  const grade = rule.grades.find(({ key }) => key === facts.grade);
  assert(grade !== undefined, `${facts.grade} is a grade of ${rule.key}`);
  const share = shareText(grade);
  const beside = besideVacancy(input, facts.vacancy, {
    errorFen: severityAmount(rule, base.amountFen, facts.grade),
    reading,
  });
  return {
    title: grade.name,
    base,
    accruedFen: beside.amountFen,
    cap: facts.isExcepted ? null : capOf(input, rule, total),
    instalment: bearingInstalment(input.contract, rule.bearer, reading),
    explanation: {
      zh: `合同总额${netText(base, total).zh} ${yuanText(base.amountFen)} × ${share}${facts.isExcepted ? '；特别严重，不计入累计上限' : ''}${beside.text.zh}`,
      en: `contract total${netText(base, total).en} ${yuanText(base.amountFen)} × ${share}${facts.isExcepted ? '; especially grave, outside the cap' : ''}${beside.text.en}`,
    },
  };
}

/** An error that is the same event as a vacancy (V20): nothing, what exceeds the vacancy's reduction, or all of it. */
function besideVacancy(
  { vacancyFenOf }: DeductionInput,
  vacancy: string | undefined,
  { errorFen, reading }: { readonly errorFen: Fen; readonly reading: DeductionReading },
): { readonly amountFen: Fen; readonly text: LocalText } {
  if (vacancy === undefined) return { amountFen: errorFen, text: { zh: '', en: '' } };
  const vacancyFen = vacancyFenOf(vacancy);
  const { errorFen: counted } = sameEvent({ vacancyFen, errorFen }, reading);
  const amountFen = fen(reading.sameEvent === 'higher' ? Math.max(0, counted - vacancyFen) : counted);
  return {
    amountFen,
    text: {
      zh: `；与空岗 ${vacancy} 为同一事件，空岗已核减 ${yuanText(vacancyFen)}，本项计 ${yuanText(amountFen)}（V20）`,
      en: `; the same event as vacancy ${vacancy}, which takes ${yuanText(vacancyFen)}: ${yuanText(amountFen)} of this (V20)`,
    },
  };
}

function netText(base: Total, total: Total): LocalText {
  return base === total ? { zh: '', en: '' } : { zh: '减此前扣款', en: ' net of earlier deductions' };
}

function monthFee(input: DeductionInput, rule: RuleOf<'shareOfMonthFee'>, one: Case<'shareOfMonthFee'>): Assessed {
  const { facts, incident, before, total, reading, deductedFen } = one;
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
  const deducted = deductedFen(month.from);
  const capFen = monthCapFen(month.feeFen, reading);
  // V24: of what the deductions before it have left of the month's fee, up to the month's cap (M2).
  const netFen = percentageBase({ grossFen: month.feeFen, deductedFen: deducted }, reading);
  const isNet = reading.percentageBase === 'net';
  const usedFen = isNet ? fen(Math.min(deducted, capFen)) : without.deductionFen;
  const shareFen = isNet ? (isKnown ? 0 : shareOf(netFen, rule)) : whole.deductionFen - without.deductionFen;
  return {
    title: rule.name,
    base: { amountFen: netFen, document: total.document },
    accruedFen: fen(isNet ? Math.min(shareFen, capFen - usedFen) : shareFen),
    cap: null,
    monthCap: { key: 'month', amountFen: capFen, usedFen },
    instalment: input.contract.instalments[index]?.key ?? input.contract.instalments.at(-1)?.key ?? null,
    explanation: isKnown
      ? {
          zh: `当日同一原因“${facts.rootCause}”已计一次（M1）`,
          en: `the same root cause “${facts.rootCause}” was counted that day (M1)`,
        }
      : {
          zh: `当月服务费${isNet ? '减此前扣款' : ''} ${yuanText(netFen)} × ${shareText(rule)}，当月第 ${count} 次（${month.from} 至 ${month.to}）`,
          en: `month's fee${isNet ? ' net of earlier deductions' : ''} ${yuanText(netFen)} × ${shareText(rule)}, occurrence ${count} of the month (${month.from} to ${month.to})`,
        },
    notices: whole.warning === null ? [] : [whole.warning],
  };
}

function score(
  { incidents }: DeductionInput,
  rule: RuleOf<'scoreShortfall'>,
  { facts, incident, reading }: Pick<Case<'scoreShortfall'>, 'facts' | 'incident' | 'reading'>,
): Assessed {
  const own = sheetScore(rule, facts, reading);
  const common = { title: rule.name, base: null, cap: null, instalment: facts.instalment };
  const sheets = reading.scoreUnit === 'team' ? [incident] : sheetsOf(incidents, rule, facts.instalment);
  if (sheets.at(-1)?.id !== incident.id)
    return {
      ...common,
      accruedFen: fen(0),
      explanation: {
        zh: `${own.text.zh}；本季度共 ${sheets.length} 张评分表，扣减按平均分计在最后一张（M8）`,
        en: `${own.text.en}; one of the quarter's ${sheets.length} sheets, the last of which carries the deduction by their mean (M8)`,
      },
    };
  const scores = sheets.map((sheet) =>
    sheet.facts.family === rule.family ? sheetScore(rule, sheet.facts, reading).points : 0,
  );
  const reached = quarterScore(scores, { scoreUnit: 'mean-of-sheets' }) ?? String(own.points);
  const mean = sheets.length === 1 ? '' : reached;
  return {
    ...common,
    accruedFen: scoreShortfall(rule, reached, reading),
    explanation: {
      zh: `${own.text.zh}${mean === '' ? '' : `；${sheets.length} 张评分表平均 ${mean} 分（M8）`}；低于 ${rule.threshold} 分每分 ${yuanText(rule.perPointFen)}`,
      en: `${own.text.en}${mean === '' ? '' : `; mean of ${sheets.length} sheets ${mean} (M8)`}; ${yuanText(rule.perPointFen)} for each point under ${rule.threshold}`,
    },
  };
}

/** A quarter's sheets in the order of their days. */
function sheetsOf(incidents: readonly Incident[], rule: RuleOf<'scoreShortfall'>, instalment: string): Incident[] {
  return incidents
    .filter(
      ({ facts, ...of }) => of.rule === rule.key && facts.family === rule.family && facts.instalment === instalment,
    )
    .sort(inTime);
}

function sheetScore(
  rule: RuleOf<'scoreShortfall'>,
  facts: FactsOf<'scoreShortfall'>,
  reading: Pick<DeductionReading, 'tenMinutes'>,
): { readonly points: number; readonly text: LocalText } {
  const form = formTotal(rule, ticksOf(rule, facts, reading));
  assert(form.ok, 'a recorded score sheet is complete');
  const special = rule.specialEvents
    .filter(({ key }) => facts.specialEvents.includes(key))
    .reduce((points, event) => points + event.points, 0);
  const points = form.value + special - facts.furtherPoints;
  const { minutesLate } = facts;
  const late =
    minutesLate === undefined
      ? { zh: '', en: '' }
      : {
          zh: `（最长迟到、早退 ${minutesLate} 分钟，M11）`,
          en: ` (at most ${minutesLate} minutes late or early, M11)`,
        };
  return {
    points,
    text: {
      zh: `评分 ${form.value}${late.zh}${special === 0 ? '' : `，特别事项 ${special}`}${facts.furtherPoints === 0 ? '' : `，违约违规项 -${facts.furtherPoints}`}，得分 ${points}`,
      en: `form ${form.value}${late.en}${special === 0 ? '' : `, special events ${special}`}${facts.furtherPoints === 0 ? '' : `, further −${facts.furtherPoints}`}, score ${points}`,
    },
  };
}

function delay(input: DeductionInput, rule: RuleOf<'dailyDelay'>, one: Omit<Case<'dailyDelay'>, 'before'>): Assessed {
  const { facts, incident, total, reading } = one;
  const base = shareBase(input, one);
  const until = facts.deliveredOn ?? incident.date;
  const daysLate = Math.max(0, daysBetween({ from: facts.due, to: until }));
  const { accruedFen, mayTerminate } = dailyDelay({ ...rule, cap: undefined }, base.amountFen, daysLate);
  const right = {
    zh: `逾期 ${daysLate} 日，达到 ${rule.terminationFromDay} 日：甲方有权解除合同。`,
    en: `${daysLate} days late, from day ${rule.terminationFromDay} on the client may terminate.`,
  };
  return {
    title: { zh: `${rule.name.zh}：${facts.task}`, en: `${rule.name.en}: ${facts.task}` },
    base,
    accruedFen,
    cap: capOf(input, rule, total),
    instalment: bearingInstalment(input.contract, rule.bearer, reading),
    explanation: {
      zh: `合同总价款${netText(base, total).zh} ${yuanText(base.amountFen)} × ${shareText(rule)} × 逾期 ${daysLate} 日（${facts.due} 至 ${until}）`,
      en: `contract total${netText(base, total).en} ${yuanText(base.amountFen)} × ${shareText(rule)} × ${daysLate} days late (${facts.due} to ${until})`,
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
