import Fraction from 'fraction.js';
import { fen, roundToFen, type Fen } from '../../../shared/fen.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import type { DeductionRule } from '../../contract/service-contract.js';

type ScoreRule = Extract<DeductionRule, { family: 'scoreShortfall' }>;

/** How a fraction of a point counts (M9): the default is pro rata. */
export type PointReading = 'proRata' | 'perStartedPoint' | 'perFullPoint';

/**
 * Yuan for each point under the threshold (Anding 第二条2.2). `score` is exact text such as `76.4`;
 * scores below zero count as zero (M10).
 */
export function scoreShortfall(
  rule: Pick<ScoreRule, 'threshold' | 'perPointFen'>,
  score: string,
  reading: PointReading = 'proRata',
): Fen {
  const floored = new Fraction(score).compare(0) < 0 ? new Fraction(0) : new Fraction(score);
  const missing = new Fraction(rule.threshold).sub(floored);
  if (missing.compare(0) <= 0) return fen(0);
  const points = reading === 'proRata' ? missing : reading === 'perStartedPoint' ? missing.ceil() : missing.floor();
  return roundToFen(points.mul(rule.perPointFen));
}

/** Total of a filled scoring form: one option per row, by index; unknown or missing rows are refused with their keys. */
export function formTotal(
  rule: Pick<ScoreRule, 'form'>,
  ticks: Readonly<Record<string, number>>,
  furtherDeduction = 0,
): Result<number> {
  const wrong = rule.form.filter((row) => row.options[ticks[row.key] ?? -1] === undefined).map(({ key }) => key);
  const unknown = Object.keys(ticks).filter((key) => !rule.form.some((row) => row.key === key));
  if (wrong.length > 0 || unknown.length > 0) {
    return refuse(
      'invalid-input',
      {
        zh: `评分表每行须选一项：${[...wrong, ...unknown].join('、')}。`,
        en: `Tick one option in each row: ${[...wrong, ...unknown].join(', ')}.`,
      },
      { rows: [...wrong, ...unknown] },
    );
  }
  const total = rule.form.reduce((sum, row) => sum + (row.options[ticks[row.key] ?? -1]?.points ?? 0), 0);
  return done(Math.max(0, total - furtherDeduction));
}

/** What is paid for the quarter; a shortfall of the payment stays a debt (Anding 第三条3.3). */
export function quarterNet(paymentFen: Fen, deductionFen: Fen): { readonly paidFen: Fen; readonly debtFen: Fen } {
  return { paidFen: fen(Math.max(0, paymentFen - deductionFen)), debtFen: fen(Math.max(0, deductionFen - paymentFen)) };
}
