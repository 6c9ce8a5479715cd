export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  /** Places behind the point at most; absent = a whole number. */
  readonly decimals?: number;
}

/** The number that somebody wrote, full width or not; null where there is none within the bounds. */
export function numberIn(text: string, { min, max, decimals = 0 }: NumberBounds): number | null {
  const written = text.normalize('NFKC').trim().replace('。', '.');
  if (!/^\d{1,15}(?:\.\d+)?$/u.test(written) || (written.split('.')[1] ?? '').length > decimals) return null;
  const value = Number(written);
  return value < min || value > max ? null : value;
}
