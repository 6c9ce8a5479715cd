/** A part of a whole, exactly as the contract writes it: 5/1000. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** `0.5%`, to at most four places. */
export function percentText(share: Share): string {
  return `${percentDecimal(share)}%`;
}

/** `0.5`, for a field in percent. */
export function percentDecimal({ numerator, denominator }: Share): string {
  return String(Math.round((numerator / denominator) * 1e6) / 1e4);
}

/** Reads percent as people write them (`0.5`, `12 %`); undefined when it is none, or finer than four places. */
export function parsePercent(text: string): Share | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?\s*[%％]?$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', places = ''] = match;
  return { numerator: Number(whole + places), denominator: 100 * 10 ** places.length };
}
