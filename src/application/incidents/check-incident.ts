import { deductionsOn } from '../../domain/contract/in-force.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { formTotal, ticksOf } from '../../domain/ledger/deductions/score-shortfall.js';
import type { DeductionReading } from '../../domain/ledger/readings/deduction-reading.js';
import type { VacancyLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import type { FactsOf, Incident, IncidentFacts, RuleOf } from '../../domain/ledger/deductions/incident.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';

export interface NewIncident {
  readonly rule: string;
  readonly date: CivilDate;
  readonly facts: IncidentFacts;
}

/** Whether an incident's facts are those that its rule needs; refuses `invalid-input` and `conflict` with what to do. */
export function checkIncident(
  contract: ServiceContract,
  { rule: key, facts, date }: NewIncident,
  known: {
    readonly incidents: readonly Incident[];
    readonly term: { readonly from: CivilDate; readonly to: CivilDate };
    /** Lines in force. */
    readonly vacancies: readonly Pick<VacancyLine, 'id' | 'date'>[];
    readonly reading: Pick<DeductionReading, 'scoreUnit' | 'tenMinutes'>;
  },
): Result<null> {
  const rule = deductionsOn(contract, date).find((each) => each.key === key);
  if (rule === undefined || rule.family === 'perHeadcountDay' || rule.family !== facts.family)
    return refuse('invalid-input', {
      zh: `合同没有按此登记的条款 ${key}：请从条款列表中选择。`,
      en: `The contract has no rule ${key} for such an incident: choose one of its rules.`,
    });
  switch (rule.family) {
    case 'fixedPerIncident':
      return checkFixed(rule, facts as FactsOf<'fixedPerIncident'>);
    case 'shareOfTotalBySeverity':
      return checkError(rule, facts as FactsOf<'shareOfTotalBySeverity'>, { date, vacancies: known.vacancies });
    case 'shareOfMonthFee':
      return known.term.from <= date && date <= known.term.to
        ? done(null)
        : refuse('outside-term', {
            zh: `${date} 不在任何服务月内。`,
            en: `${date} lies in no service month.`,
          });
    case 'scoreShortfall':
      return checkSheet(contract, rule, facts as FactsOf<'scoreShortfall'>, known);
    case 'dailyDelay':
      return checkDelay(facts as FactsOf<'dailyDelay'>, date);
    case 'sumOnEvent':
    case 'shareOfUnpaid':
      return done(null);
  }
}

/** A vacancy that is the same event must be in force and of the same day (V20). */
function checkError(
  rule: RuleOf<'shareOfTotalBySeverity'>,
  facts: FactsOf<'shareOfTotalBySeverity'>,
  { date, vacancies }: { readonly date: CivilDate; readonly vacancies: readonly Pick<VacancyLine, 'id' | 'date'>[] },
): Result<null> {
  const { vacancy } = facts;
  if (vacancy === undefined || vacancies.some((line) => line.id === vacancy && line.date === date))
    return checkExample(rule, facts);
  return refuse('invalid-input', {
    zh: `${date} 没有在账的空岗明细 ${vacancy}：请选当日已记账的空岗，或留空。`,
    en: `There is no vacancy line ${vacancy} in force on ${date}: choose a posted vacancy of that day, or leave it out.`,
  });
}

/** Where the clause says what belongs to a grade, the incident is classified by one of these and nothing else. */
function checkExample(
  rule: RuleOf<'shareOfTotalBySeverity'>,
  { grade, example }: FactsOf<'shareOfTotalBySeverity'>,
): Result<null> {
  const known = checkGrade(rule, { grade });
  const found = rule.grades.find(({ key }) => key === grade);
  if (!known.ok || found === undefined) return known;
  const examples = found.examples ?? [];
  if (example === undefined ? examples.length === 0 : examples.some(({ key }) => key === example)) return done(null);
  const other = rule.grades.find((each) => each.examples?.some(({ key }) => key === example) === true);
  const listed = (language: 'zh' | 'en') => examples.map(({ key, name }) => `${name[language]} (${key})`).join('、');
  if (other !== undefined)
    return refuse('invalid-input', {
      zh: `情形 ${example ?? ''} 属于${other.name.zh}，不属于${found.name.zh}：请改选等级或情形。`,
      en: `${example ?? ''} belongs to the grade ${other.name.en}, not ${found.name.en}: choose another grade or event.`,
    });
  return refuse('invalid-input', {
    zh:
      examples.length === 0
        ? `${found.name.zh}没有情形清单：请不填情形。`
        : `请按${rule.clause}选择${found.name.zh}的情形：${listed('zh')}。`,
    en:
      examples.length === 0
        ? `The grade ${found.name.en} has no list of events: leave the event out.`
        : `Choose by ${rule.clause} what happened of the grade ${found.name.en}: ${listed('en')}.`,
  });
}

function checkGrade(
  { grades }: { readonly grades: readonly { readonly key: string }[] },
  { grade }: { readonly grade: string },
): Result<null> {
  return grades.some(({ key }) => key === grade)
    ? done(null)
    : refuse('invalid-input', {
        zh: `没有等级 ${grade}：可选 ${grades.map(({ key }) => key).join('、')}。`,
        en: `There is no grade ${grade}: choose one of ${grades.map(({ key }) => key).join(', ')}.`,
      });
}

function checkFixed(rule: RuleOf<'fixedPerIncident'>, facts: FactsOf<'fixedPerIncident'>): Result<null> {
  const known = checkGrade(rule, facts);
  const isTest = rule.grades.find(({ key }) => key === facts.grade)?.monthlyTest !== undefined;
  if (!known.ok || !isTest) return known;
  const { poor, graded } = facts;
  if (poor !== undefined && graded !== undefined && graded > 0 && poor <= graded) return done(null);
  return refuse('invalid-input', {
    zh: '请写明当月考核总人次（大于 0）和其中“一般及以下”的人次。',
    en: 'Give the month’s gradings (more than 0) and how many of them were fair or worse.',
  });
}

function checkSheet(
  contract: ServiceContract,
  rule: RuleOf<'scoreShortfall'>,
  facts: FactsOf<'scoreShortfall'>,
  {
    incidents,
    reading,
  }: {
    readonly incidents: readonly Incident[];
    readonly reading: Pick<DeductionReading, 'scoreUnit' | 'tenMinutes'>;
  },
): Result<null> {
  if (facts.minutesLate !== undefined && !rule.form.some(({ judges }) => judges === 'lateness'))
    return refuse('invalid-input', {
      zh: '评分表没有按迟到分钟定分的行：请直接选分。',
      en: 'No row of the form goes by minutes late: tick its option instead.',
    });
  const total = formTotal(rule, ticksOf(rule, facts, reading));
  if (!total.ok) return total;
  const unknown = facts.specialEvents.filter((key) => !rule.specialEvents.some((event) => event.key === key));
  if (unknown.length > 0 || !contract.instalments.some(({ key }) => key === facts.instalment))
    return refuse('invalid-input', {
      zh: '评分表的季度或特别事项不在合同中，请重新选择。',
      en: 'The sheet’s quarter or a special event isn’t in the contract: choose again.',
    });
  const isScored =
    reading.scoreUnit === 'team' &&
    incidents.some(
      ({ facts: other, revocation }) =>
        revocation === null && other.family === 'scoreShortfall' && other.instalment === facts.instalment,
    );
  return isScored
    ? refuse('conflict', {
        zh: '本季度已有评分表：如需更正，请先撤销原表再登记。',
        en: 'The quarter has a score sheet: strike it off before you enter another.',
      })
    : done(null);
}

function checkDelay({ due, deliveredOn }: FactsOf<'dailyDelay'>, date: CivilDate): Result<null> {
  return date >= due && (deliveredOn === null || deliveredOn >= due)
    ? done(null)
    : refuse('invalid-input', {
        zh: `登记日和完成日不能早于期限 ${due}：没有逾期则无需登记。`,
        en: `Neither the incident nor the delivery can lie before the due date ${due}: nothing is late then.`,
      });
}
