import { fen, yuanText } from '../../shared/fen.js';

/** Yuan of the planner's objective, which is no money of the ledger: rounded to fen only to be read. */
export function objectiveYuan(yuan: number): string {
  return yuanText(fen(Math.round(yuan * 100)));
}

/** A share that isn't zero never reads as zero. */
export function percentText(share: number): string {
  const percent = share * 100;
  if (percent === 0) return '0%';
  return percent < 0.01 ? '<0.01%' : `${percent.toFixed(2)}%`;
}

/** `6463/48` → `134.65`: exact in storage, two decimals to read. */
export function headcountText(exact: string): string {
  const [numerator = '0', denominator = '1'] = exact.split('/');
  return String(Math.round((Number(numerator) / Number(denominator)) * 100) / 100);
}

export function hoursText(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}

/** How many of a group's posts a window needs, as the contract says it. */
export type Crew =
  | { readonly kind: 'full' }
  | { readonly kind: 'share'; readonly numerator: number; readonly denominator: number; readonly minimum: number }
  | { readonly kind: 'fixed'; readonly count: number };

/** English only: `1 headcount-day`, `0.5 headcount-days`. */
export function headcountDaysText(exact: string): string {
  const units = headcountText(exact);
  return `${units} ${/^[+-]?1$/u.test(units) ? 'headcount-day' : 'headcount-days'}`;
}

/** English only: `1 post`, `2 posts`. */
export function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** `+¥60.00` or `−¥12.00`: what a change adds. */
export function signed(write: (value: number) => string, value: number): string {
  return `${value < 0 ? '−' : '+'}${write(Math.abs(value))}`;
}
