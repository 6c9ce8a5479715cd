import type { Fen } from '../../shared/fen.js';
import type { HeadcountDays } from '../../shared/headcount-days.js';
import type { SignatureBlock } from '../ledger/statement.js';

/** The papers that pass between the parties, one model for workbook, print and data. */
export const paperKinds = [
  'attendance-confirmation',
  'vacancy-detail',
  'reduction-confirmation',
  'quarterly-statement',
  'acceptance-form',
  'instalment-settlement',
  'payment-request',
  'actual-settlement',
] as const;
export type PaperKind = (typeof paperKinds)[number];

export const paperNames: Readonly<Record<PaperKind, string>> = {
  'attendance-confirmation': '考勤确认单',
  'vacancy-detail': '空岗明细',
  'reduction-confirmation': '核减确认单',
  'quarterly-statement': '季度核减结算表',
  'acceptance-form': '验收评价表',
  'instalment-settlement': '结算单',
  'payment-request': '付款申请',
  'actual-settlement': '据实结算单',
};

/** The journal entry up to which a paper is right, and its hash: under the last line of every form of it. */
export function versionText(version: number, hash: string): string {
  return `版本：${version === 0 ? '无台账分录' : `台账第 ${String(version)} 笔`}\u3000SHA-256：${hash}`;
}

export interface Paper {
  readonly kind: PaperKind;
  readonly contract: string;
  /** `2026-05`, `2026-Q2`, the key of an instalment, or a day of settlement with the termination's rule, if any. */
  readonly period: string;
  readonly title: string;
  /** Sequence of the last journal entry that it rests on; 0 for a paper that rests on none. */
  readonly version: number;
  /** Nothing in it is posted yet, or not all: printed across the page. */
  readonly isDraft: boolean;
  readonly parties: string;
  readonly facts: readonly string[];
  readonly warnings: readonly string[];
  readonly table: PaperTable;
  /** The amount in figures and capitals, both written from these fen; the figure's cell is in the table's last total. */
  readonly amount: { readonly label: string; readonly column: string; readonly fen: Fen } | null;
  readonly notes: readonly string[];
  readonly signatures: readonly SignatureBlock[];
}

/** Text, a whole number, exact headcount-days, or fen: as the column's kind says. Null is a blank to be filled in by hand. */
export type PaperValue = string | number | HeadcountDays | null;

export interface PaperColumn {
  readonly key: string;
  readonly heading: string;
  /** Share of the page. */
  readonly width: number;
  readonly kind: 'text' | 'count' | 'units' | 'yuan';
  /**
   * How the value follows from others of its row: `ROUND({annual}/{divisor}*{units},2)`, yuan as decimals; or the
   * member of each row that holds it, where rows follow otherwise than one another.
   */
  readonly formula?: string | { readonly from: string };
}

export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly Readonly<Record<string, PaperValue>>[];
  /** Printed where there are no rows. */
  readonly emptyText: string;
  readonly totals: readonly PaperTotal[];
  /** A figure that follows from the last total, for papers filled in by hand; `{points}` is its cell, `{points*}` the rows. */
  readonly outcome?: { readonly label: string; readonly column: string; readonly formula: string };
}

/** Sums of some columns over all rows, or over those whose column reads so. */
export interface PaperTotal {
  readonly label: string;
  readonly where: { readonly column: string; readonly equals: string } | null;
  readonly sums: Readonly<Record<string, PaperValue>>;
}
