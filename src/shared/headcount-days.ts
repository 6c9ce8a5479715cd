import Fraction from 'fraction.js';

/**
 * 人数×天数: an exact quantity of service units. A full service day of one post is 1,
 * a half day 1/2, a Saturday of four hours 1/2 (V6, V9). Written as `3/2` in storage and files.
 */
export type HeadcountDays = Fraction;

export function headcountDays(numerator: number, denominator = 1): HeadcountDays {
  return new Fraction(numerator, denominator);
}

export function parseHeadcountDays(text: string): HeadcountDays {
  return new Fraction(text);
}

export function sumHeadcountDays(quantities: Iterable<HeadcountDays>): HeadcountDays {
  // The same few quantities come by the thousand: counting them first spares the exact additions.
  const counts = new Map<HeadcountDays, number>();
  for (const quantity of quantities) counts.set(quantity, (counts.get(quantity) ?? 0) + 1);
  let total = new Fraction(0);
  for (const [quantity, count] of counts) total = total.add(count === 1 ? quantity : quantity.mul(count));
  return total;
}

/** `3/2`, exact; whole numbers without a denominator. */
export function headcountDaysText(quantity: HeadcountDays): string {
  return quantity.toFraction();
}

/** `1.5`, for people: rounded to six places where the quantity has no finite decimal. */
export function decimalText(quantity: HeadcountDays): string {
  return quantity.round(6).toString();
}
