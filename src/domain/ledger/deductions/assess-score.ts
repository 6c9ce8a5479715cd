import Fraction from 'fraction.js';
import { assert } from '../../../shared/assert.js';
import { fen, yuanText } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import type { DeductionReading } from '../readings/deduction-reading.js';
import type { FactsOf, Incident, RuleOf } from './incident.js';
import { inTime, type Assessed, type Case } from './assessed.js';
import type { DeductionInput } from './deduction-input.js';
import { formTotal, quarterScore, scoreShortfall, ticksOf } from './score-shortfall.js';

/** Points below the threshold of a quarter, by its score sheets (Anding 第二条2.2). */
export function assessScore(
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
    sheet.facts.family === rule.family ? sheetScore(rule, sheet.facts, reading).points : new Fraction(0),
  );
  const reached = quarterScore(scores, { scoreUnit: 'mean-of-sheets' }) ?? own.points.toFraction();
  const mean = sheets.length === 1 ? '' : scoreText(new Fraction(reached));
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
): { readonly points: Fraction; readonly text: LocalText } {
  const form = formTotal(rule, ticksOf(rule, facts, reading));
  assert(form.ok, 'a recorded score sheet is complete');
  const special = rule.specialEvents
    .filter(({ key }) => facts.specialEvents.includes(key))
    .reduce((points, event) => points + event.points, 0);
  const further = new Fraction(facts.furtherPoints);
  const points = new Fraction(form.value + special).sub(further);
  const [reached, off] = [scoreText(points), scoreText(further)];
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
      zh: `评分 ${form.value}${late.zh}${special === 0 ? '' : `，特别事项 ${special}`}${off === '0' ? '' : `，违约违规项 -${off}`}，得分 ${reached}`,
      en: `form ${form.value}${late.en}${special === 0 ? '' : `, special events ${special}`}${off === '0' ? '' : `, further −${off}`}, score ${reached}`,
    },
  };
}

/** `76.4`, or `229/3` where no decimal says it all. */
function scoreText(points: Fraction): string {
  const decimal = points.toString();
  return decimal.includes('(') ? points.toFraction() : decimal;
}
