import { canonicalJson, sha256 } from '../../domain/ledger/journal/journal-hash.js';
import type { Paper, PaperValue } from '../../domain/papers/paper.js';
import { isQuantity } from '../../domain/papers/totals.js';
import { amountInCapitals } from '../../domain/ledger/amount-in-capitals.js';
import { yuanDecimal } from '../../shared/fen.js';
import { headcountDaysText } from '../../shared/headcount-days.js';

/** A paper as a JSON document with sorted members: money is fen, quantities are exact text; `hash` covers all the rest. */
export function paperJson(paper: Paper): string {
  const document = { ...plain(paper), hash: paperHash(paper) };
  return `${JSON.stringify(JSON.parse(canonicalJson(document)), null, 2)}\n`;
}

/** SHA-256 of the paper's canonical JSON: the same in workbook, print and data, so that three prints can be told to be one paper. */
export function paperHash(paper: Paper): string {
  return sha256(canonicalJson(plain(paper)));
}

function plain({ table, amount, ...rest }: Paper) {
  const values = (record: Readonly<Record<string, PaperValue>>) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [key, isQuantity(value) ? headcountDaysText(value) : value]),
    );
  return {
    ...rest,
    table: {
      ...table,
      rows: table.rows.map(values),
      totals: table.totals.map((total) => ({ ...total, sums: values(total.sums) })),
    },
    amount:
      amount === null ? null : { ...amount, yuan: yuanDecimal(amount.fen), capitals: amountInCapitals(amount.fen) },
  };
}
