import { canonicalJson, sha256 } from '../../domain/ledger/journal/journal-hash.js';
import type { Statement, StatementTotal } from '../../domain/ledger/statement.js';
import { yuanDecimal } from '../../shared/fen.js';
import { decimalText, headcountDaysText } from '../../shared/headcount-days.js';
import { presentLine, presentWaivedLine } from '../post-vacancies/present.js';

/**
 * The statement as a JSON document with sorted members: the same data gives the same bytes. Money stands as fen and as
 * yuan, quantities as decimal and as exact text, as in the vacancy view; `hash` covers all the rest.
 */
export function statementJson(statement: Statement): string {
  const document = { ...presentStatement(statement), hash: statementHash(statement) };
  return `${JSON.stringify(JSON.parse(canonicalJson(document)), null, 2)}\n`;
}

/** SHA-256 of the statement's canonical JSON: the same in workbook, print and data, so that three prints can be told to be one statement. */
export function statementHash(statement: Statement): string {
  return sha256(canonicalJson(presentStatement(statement)));
}

export function presentStatement(statement: Statement) {
  const { lines, waived, required, filled, groupNames, rates, undisputed, contested, total, evidenced, ...rest } =
    statement;
  return {
    ...rest,
    rates: rates.map(({ annualFen, document, from }) => ({
      annualFen,
      annual: yuanDecimal(annualFen),
      document,
      from,
    })),
    lines: lines.map((line) => ({ ...presentLine(line), postGroupName: groupNames.get(line.postGroup) ?? null })),
    waived: waived.map(presentWaivedLine),
    undisputed: presentTotal(undisputed),
    contested: presentTotal(contested),
    total: presentTotal(total),
    evidenced: presentTotal(evidenced),
    required: { units: decimalText(required), unitsExact: headcountDaysText(required) },
    filled: { units: decimalText(filled), unitsExact: headcountDaysText(filled) },
  };
}

function presentTotal({ lines, units, amountFen, capitals }: StatementTotal) {
  return {
    lines,
    units: decimalText(units),
    unitsExact: headcountDaysText(units),
    amountFen,
    amount: amountFen === null ? null : yuanDecimal(amountFen),
    capitals,
  };
}
