import Fraction from 'fraction.js';
import { fen, roundToFen, type Fen } from '../../../shared/fen.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import type { DeductionRule } from '../../contract/service-contract.js';
import type { FactsOf } from './incident.js';
import type { DeductionReading } from '../readings/deduction-reading.js';

type ScoreRule = Extract<DeductionRule, { family: 'scoreShortfall' }>;

/**
 * Yuan for each point under the threshold (Anding 第二条2.2). `score` is exact text such as `76.4` or `229/3`.
 * A fraction of a point counts by M9, a score below zero by M10.
 */
export function scoreShortfall(
  rule: Pick<ScoreRule, 'threshold' | 'perPointFen'>,
  score: string,
  { points, scoreFloor }: Pick<DeductionReading, 'points' | 'scoreFloor'>,
): Fen {
  const exact = new Fraction(score);
  const counted = scoreFloor === 'zero' && exact.compare(0) < 0 ? new Fraction(0) : exact;
  const missing = new Fraction(rule.threshold).sub(counted);
  if (missing.compare(0) <= 0) return fen(0);
  const charged = points === 'pro-rata' ? missing : points === 'per-started-point' ? missing.ceil() : missing.floor();
  return roundToFen(charged.mul(rule.perPointFen));
}

/**
 * The score of a quarter from its forms' totals (M8): one form for the team, or the arithmetic mean of several, as
 * exact text. Undefined when the reading asks for one form and several (or none) are given.
 */
export function quarterScore(
  totals: readonly (number | Fraction)[],
  { scoreUnit }: Pick<DeductionReading, 'scoreUnit'>,
): string | undefined {
  if (totals.length === 0 || (scoreUnit === 'team' && totals.length > 1)) return undefined;
  const sum = totals.reduce<Fraction>((total, each) => total.add(each), new Fraction(0));
  return sum.div(totals.length).toFraction();
}

/** The option of 勤务管理 that minutes of lateness come to, by index (M11): on time, within ten minutes, above. */
export function latenessOption(minutes: number, { tenMinutes }: Pick<DeductionReading, 'tenMinutes'>): 0 | 1 | 2 {
  if (minutes <= 0) return 0;
  return minutes < 10 || (minutes === 10 && tenMinutes === 'within') ? 1 : 2;
}

/** The ticks of a sheet; minutes late tick the row that judges them, whatever was ticked there (M11). */
export function ticksOf(
  rule: Pick<ScoreRule, 'form'>,
  { ticks, minutesLate }: Pick<FactsOf<'scoreShortfall'>, 'ticks' | 'minutesLate'>,
  reading: Pick<DeductionReading, 'tenMinutes'>,
): Readonly<Record<string, number>> {
  const row = rule.form.find(({ judges }) => judges === 'lateness');
  if (minutesLate === undefined || row === undefined) return ticks;
  return { ...ticks, [row.key]: latenessOption(minutesLate, reading) };
}

/**
 * Total of a filled scoring form: one option per row, by index; unknown or missing rows are refused with their keys.
 * Special events can bring it below zero, which {@link scoreShortfall} then reads by M10.
 */
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
  return done(total - furtherDeduction);
}
