import type Fraction from 'fraction.js';
import { assert } from './assert.js';

/** Money: a whole number of fen (1/100 yuan). Never a fraction, never a float of yuan. */
export type Fen = number & { readonly __unit: 'fen' };

export function fen(amount: number): Fen {
  assert(Number.isSafeInteger(amount), `an amount of fen is a whole number, not ${amount}`);
  return amount as Fen;
}

/** Sum of amounts, checked to stay exact. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** Reads yuan as people write them (`111650`, `111,650.00`, `¥1,234.5`); undefined when it isn't an amount of whole fen. */
export function parseYuan(text: string): Fen | undefined {
  const match = /^(-?)[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/u.exec(text.trim());
  if (match === null) return undefined;
  const yuan = (match[2] ?? '').replaceAll(',', '');
  const amount = Number(yuan) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return undefined;
  return fen(match[1] === '-' && amount !== 0 ? -amount : amount);
}

/** `1234.50`: plain decimal yuan, for files and forms. */
export function yuanDecimal(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `¥1,234.50`, as finance writes it. */
export function yuanText(amount: Fen): string {
  const [whole = '0', cents = '00'] = yuanDecimal(amount).replace('-', '').split('.');
  return `${amount < 0 ? '-' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/gu, ',')}.${cents}`;
}

/** How a fraction of a fen goes: half away from zero, half to the even fen, or left out (V22). */
export type RoundingMode = 'half-up' | 'half-even' | 'floor';

/** The one rounding of money, once per ledger line: half away from zero unless the parties agreed otherwise (V22). */
export function roundToFen(exactFen: Fraction, mode: RoundingMode = 'half-up'): Fen {
  const magnitude = roundedMagnitude(exactFen, mode);
  return fen(Number(exactFen.s < 0n ? -magnitude : magnitude));
}

function roundedMagnitude({ n, d }: Fraction, mode: RoundingMode): bigint {
  const [whole, rest] = [n / d, (n % d) * 2n];
  if (mode === 'floor' || rest < d) return whole;
  if (rest > d || mode === 'half-up') return whole + 1n;
  return whole + (whole % 2n);
}
