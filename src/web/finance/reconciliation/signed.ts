import { fen, yuanText } from '../../../shared/fen.js';

/** `+¥12.00`, `-¥12.00`, `¥0.00`: a change carries its sign. */
export function signedYuan(amountFen: number): string {
  return `${amountFen > 0 ? '+' : ''}${yuanText(fen(amountFen))}`;
}

/** `+0.5`, `-1`, `0` from the API's decimal text, as shortened for reading. */
export function signedUnits(short: string): string {
  return short === '0' || short.startsWith('-') ? short : `+${short}`;
}
