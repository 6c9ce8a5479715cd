import { fen, type Fen, type RoundingMode } from '../../shared/fen.js';
import { headcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import type { LocalText } from '../../shared/text.js';

/** V22: how fractions of a fen go, and whether each line is rounded or the month's statement as a whole. */
export interface Rounding {
  readonly mode: RoundingMode;
  readonly per: 'line' | 'statement';
}

export const roundingNames: Readonly<Record<RoundingMode, LocalText>> = {
  'half-up': { zh: '四舍五入', en: 'half-up' },
  'half-even': { zh: '四舍六入五成双', en: 'half to even' },
  floor: { zh: '舍去分以下', en: 'fractions of a fen left out' },
};

/** Rounding of a line other than the default, half-up line by line. */
export interface LineRounding {
  readonly mode: RoundingMode;
  /**
   * Where the statement is rounded as a whole: what its lines before this one come to, exact and as rounded. The line
   * takes what it adds to the rounded sum, so that the lines add up to the statement rounded once.
   */
  readonly before?: { readonly exactFen: HeadcountDays; readonly amountFen: Fen } | undefined;
}

/** `per-line`, `per-statement-floor` …: unit of rounding, then its mode unless that is half-up. */
export function roundingOf(option: string): Rounding {
  const per = option.startsWith('per-statement') ? 'statement' : 'line';
  const mode = (['half-even', 'floor'] as const).find((candidate) => option.endsWith(candidate)) ?? 'half-up';
  return { mode, per };
}

/** What a line says of its rounding before the lines around it are known; undefined for the default. */
export function lineRounding({ mode, per }: Rounding): LineRounding | undefined {
  if (per === 'statement') return { mode, before: { exactFen: headcountDays(0), amountFen: fen(0) } };
  return mode === 'half-up' ? undefined : { mode };
}
