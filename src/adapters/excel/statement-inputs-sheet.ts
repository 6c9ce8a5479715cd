import type { WriteSheet } from 'hucre/xlsx';
import type { Statement } from '../../domain/ledger/statement.js';
import type { VacancyLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import { headcountDaysText, type HeadcountDays } from '../../shared/headcount-days.js';
import { SheetBuilder, type SheetCell } from './sheet-builder.js';
import { printLayout, styles } from './statement-styles.js';

export const inputsSheetName = '计算依据';

export interface InputsSheet {
  readonly sheet: WriteSheet;
  /** Where the line's annual standard and divisor stand, for the formulas of the first sheet. */
  readonly cellsOf: (line: VacancyLine) => { readonly rate: string; readonly divisor: string } | null;
}

/** Second sheet: rates with their documents, the divisor of each post, the register of readings, assumptions, findings. */
export function inputsSheet(statement: Statement): InputsSheet {
  const builder = new SheetBuilder(inputsSheetName);
  const columns = 5;
  builder.addWide('计算依据：更改本页的年标准或除数，明细页即重算', columns, styles.title, 26);
  const rateCells = addRates(builder, statement);
  const divisorCells = addDivisors(builder, statement);
  addRegister(builder, statement);
  addTexts(
    builder,
    '假设（合同未载明）',
    statement.assumptions.map(({ zh }) => zh),
    columns,
  );
  addTexts(
    builder,
    '待核实事项',
    statement.findings.map(({ clause, text }) => `${clause}：${text.zh}`),
    columns,
  );
  return {
    sheet: builder.sheet({ columns: [14, 28, 48, 60, 26].map((width) => ({ width })), ...printLayout(1) }),
    cellsOf: (line) => {
      const rate = rateCells.get(rateKey(line.rate));
      const divisor = divisorCells.get(divisorKey(line));
      return rate === undefined || divisor === undefined ? null : { rate, divisor };
    },
  };
}

/** Every rate that a line uses; rates that no line uses have no bearing on the sheet. */
function addRates(builder: SheetBuilder, { lines }: Statement): Map<string, string> {
  const cells = new Map<string, string>();
  builder.add(['年标准（元）', '批复文件'], styles.heading);
  for (const { rate } of lines) {
    if (rate === null || cells.has(rateKey(rate))) continue;
    const row = builder.add([{ content: rate.annualFen / 100, style: styles.yuan }, rate.document], styles.cell);
    cells.set(rateKey(rate), reference('A', row));
  }
  if (cells.size === 0) builder.add(['—', '未录入批复标准'], styles.cell);
  return cells;
}

function addDivisors(builder: SheetBuilder, { lines, groupNames }: Statement): Map<string, string> {
  const cells = new Map<string, string>();
  builder.add(['除数', '岗位', '岗位组'], styles.heading);
  for (const line of lines) {
    if (line.rate === null || cells.has(divisorKey(line))) continue;
    const row = builder.add(
      [
        { content: exactNumber(line.rate.divisor), style: styles.units },
        line.post,
        groupNames.get(line.postGroup)?.zh ?? line.postGroup,
      ],
      styles.cell,
    );
    cells.set(divisorKey(line), reference('A', row));
  }
  if (cells.size === 0) builder.add(['—', '—', '—'], styles.cell);
  return cells;
}

function addRegister(builder: SheetBuilder, { register }: Statement): void {
  builder.add(['口径', '问题', '采用', '理由', '依据'], styles.heading);
  for (const { key, question, options, chosen, reason, document } of register) {
    const option = options.find((candidate) => candidate.key === chosen)?.text.zh ?? chosen;
    builder.add([key, question.zh, option, reason.zh, document ?? '缺省口径，双方可另行约定'], styles.cell);
  }
}

function addTexts(builder: SheetBuilder, heading: string, texts: readonly string[], columns: number): void {
  builder.addWide(heading, columns, styles.heading);
  for (const text of texts.length === 0 ? ['无'] : texts) builder.addWide(text, columns, styles.text);
}

/** A quantity as a number, or as the division that it is where no decimal ends (1/3). */
export function exactNumber(quantity: HeadcountDays): SheetCell {
  const value = quantity.valueOf();
  return quantity.equals(quantity.round(6)) ? value : { formula: headcountDaysText(quantity), result: value };
}

function reference(column: string, row: number): string {
  return `'${inputsSheetName}'!$${column}$${row}`;
}

function rateKey(rate: VacancyLine['rate']): string {
  return rate === null ? '' : `${rate.annualFen} ${rate.document}`;
}

function divisorKey(line: VacancyLine): string {
  return `${line.postGroup} ${line.post} ${line.rate === null ? '' : headcountDaysText(line.rate.divisor)}`;
}
