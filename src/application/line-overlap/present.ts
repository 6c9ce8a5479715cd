import type { OverlapCap, OverlapRow } from '../../domain/ledger/deductions/overlap.js';
import { yuanDecimal, type Fen } from '../../shared/fen.js';
import { decimalText, headcountDaysText } from '../../shared/headcount-days.js';
import type { LineOverlap } from './line-overlap.js';
import type { LineOverlapView } from './view.js';

export function presentOverlap({ line, date, rows }: LineOverlap): LineOverlapView {
  return { line, date, rows: rows.map(presentRow) };
}

type RowView = LineOverlapView['rows'][number];

function presentRow({ units, accruedFen, amountFen, caps, ...row }: OverlapRow): RowView {
  return {
    ...row,
    units: units === null ? null : decimalText(units),
    unitsExact: units === null ? null : headcountDaysText(units),
    ...{ accruedFen, accrued: accruedFen === null ? null : yuanDecimal(accruedFen) },
    ...{ amountFen, amount: amountFen === null ? null : yuanDecimal(amountFen) },
    caps: caps.map(presentCap),
  };
}

function presentCap({ kind, clause, reading, totalFen, usedFen, leftFen }: OverlapCap): RowView['caps'][number] {
  const money = (amountFen: Fen) => ({ amountFen, amount: yuanDecimal(amountFen) });
  return { kind, clause, reading, total: money(totalFen), used: money(usedFen), left: money(leftFen) };
}
