import { fen, parseYuan, type Fen } from '../../shared/fen.js';

/** As much as any form of the ledger takes: eleven digits of yuan. */
export const mostYuan = fen(9_999_999_999_999);

/** What was written, where it is an amount that may be sent. */
export function amountIn(yuan: string, most: Fen = mostYuan): Fen | undefined {
  const amount = parseYuan(yuan);
  return amount !== undefined && amount > 0 && amount <= most ? amount : undefined;
}
