import Fraction from 'fraction.js';
import { readXlsx } from 'hucre/xlsx';
import { paperWorkbook } from '../../../src/adapters/excel/paper-workbook.js';
import { statementWorkbook } from '../../../src/adapters/excel/statement-workbook.js';
import { readLine, writeLine } from '../../../src/domain/ledger/journal/line-record.js';
import { interpretationRegister } from '../../../src/domain/ledger/readings/interpretation.js';
import { statementOf, type Statement } from '../../../src/domain/ledger/statement.js';
import type { VacancyMonth } from '../../../src/domain/ledger/vacancy/vacancy-line.js';
import { reductionConfirmation } from '../../../src/domain/papers/month-papers.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen, roundToFen } from '../../../src/shared/fen.js';
import { differing, itInOffice, recalculated } from '../../support/office.js';
import { openFormulas } from '../../support/spreadsheet-formulas.js';
import { agreed, fullDay, monthOfHall, pricedHall, rate, record } from '../../support/vacancy-month.js';

const workingDays = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15'];

/** A vacancy a day by the minute, so that no line ends at a whole fen. */
function shortDays(option: string): VacancyMonth {
  const presence = workingDays.flatMap((date, index) => [
    ...fullDay(date, ['窗1']),
    record(`${date} W001 hall/window 窗1 09:${String(31 + index * 4)}-17:00`),
  ]);
  return monthOfHall(presence, {
    choices: agreed(['V6', 'minutes'], ['V22', option]),
  });
}

function statement(vacancies: VacancyMonth, option: string): Statement {
  const contract = pricedHall();
  return statementOf({
    ...{ contract, term: contract.term, rates: [rate], vacancies, waived: [], corrections: [], findings: [] },
    register: interpretationRegister(agreed(['V22', option]), civilDate('2026-05-31')),
    ...{ status: 'posted', version: 1, pendingEntries: 0, provisionalYear: null },
  });
}

/** Where the last line of a reduction confirmation states its standard, in yuan. */
async function lastStandard(confirmation: Uint8Array): Promise<{ sheet: string; place: string }> {
  const { sheets } = await readXlsx(confirmation);
  const { name, rows } = present(sheets[0], 'sheet');
  const row = rows.findLastIndex((cells) => cells.includes(rate.annualFen / 100));
  return { sheet: name, place: `${String(row)},${String(rows[row]?.indexOf(rate.annualFen / 100))}` };
}

const exactOf = ({ lines }: VacancyMonth) =>
  lines.map(({ rate: of, units }) => new Fraction(of?.annualFen ?? 0).div(of?.divisor ?? 1).mul(units));
const amountsOf = ({ lines }: VacancyMonth) => lines.map(({ amountFen }) => Number(amountFen));
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

describe('V22: fractions of a fen', () => {
  it.each([
    ['half-up', [1, 2, 3, 3]],
    ['half-even', [0, 2, 2, 3]],
    ['floor', [0, 1, 2, 2]],
  ] as const)('%s', (mode, rounded) => {
    const values = [new Fraction(1, 2), new Fraction(3, 2), new Fraction(5, 2), new Fraction(26, 10)];
    expect(values.map((value) => roundToFen(value, mode))).toEqual(rounded);
    expect(values.map((value) => roundToFen(value.neg(), mode))).toEqual(rounded.map((value) => 0 - value));
  });

  it.each(['per-line', 'per-line-half-even', 'per-line-floor'])('%s: every line by itself', (option) => {
    const month = shortDays(option);
    const mode = option === 'per-line' ? 'half-up' : option.endsWith('floor') ? 'floor' : 'half-even';
    expect(amountsOf(month)).toEqual(exactOf(month).map((exact) => Number(roundToFen(exact, mode))));
    expect(month.total.amountFen).toBe(sumOf(amountsOf(month)));
  });

  it.each([
    ['per-statement', 'half-up'],
    ['per-statement-half-even', 'half-even'],
    ['per-statement-floor', 'floor'],
  ] as const)('%s: the lines add up to the statement rounded once', (option, mode) => {
    const month = shortDays(option);
    const exact = exactOf(month).reduce((sum, value) => sum.add(value), new Fraction(0));
    expect(month.total.amountFen).toBe(Number(roundToFen(exact, mode)));
    for (const [index, amount] of amountsOf(month).entries())
      expect(Math.abs(amount - (exactOf(month)[index]?.valueOf() ?? 0))).toBeLessThanOrEqual(1);
  });

  it.each([
    // Two half days at 22.5 fen each, and at 23.5.
    ['per-line', [23, 23], [24, 24]],
    ['per-line-half-even', [22, 22], [24, 24]],
    ['per-line-floor', [22, 22], [23, 23]],
    ['per-statement', [23, 22], [24, 23]],
    ['per-statement-half-even', [22, 23], [24, 23]],
    ['per-statement-floor', [22, 23], [23, 24]],
  ])('%s: halves of a fen', (option, low, high) => {
    const presence = ['2026-05-11', '2026-05-12'].flatMap((date) => [
      ...fullDay(date, ['窗1']),
      record(`${date} W001 hall/window 窗1 13:00-17:00`),
    ]);
    const under = (annualFen: number) =>
      monthOfHall(presence, {
        rates: [{ ...rate, annualFen: fen(annualFen) }],
        choices: agreed(['V9', 'none'], ['V22', option]),
      });
    const divisor = Number(under(1).lines[0]?.rate?.divisor.valueOf());
    expect([amountsOf(under(45 * divisor)), amountsOf(under(47 * divisor))]).toEqual([low, high]);
  });

  it.each(['per-line-half-even', 'per-line-floor', 'per-statement', 'per-statement-half-even', 'per-statement-floor'])(
    '%s: the formulas of both workbooks compute to the lines, and the notes say how',
    async (option) => {
      const month = shortDays(option);
      const sheet = statement(month, option);
      for (const workbook of [await statementWorkbook(sheet), await paperWorkbook(reductionConfirmation(sheet, 1))]) {
        const formulas = (await openFormulas(workbook)).all();
        const differing = formulas.filter(({ stored, computed }) =>
          typeof computed === 'number' ? Math.abs(computed - Number(stored)) > 1e-6 : computed !== stored,
        );
        expect(differing).toEqual([]);
        const amounts = formulas.filter(({ formula }) => /^(?:ROUND|ROUNDDOWN|IF\(MOD)/u.test(formula));
        expect(amounts.map(({ computed }) => Math.round(Number(computed) * 100))).toEqual(amountsOf(month));
      }
      const words = option.startsWith('per-statement') ? '整表一次取整' : '逐行';
      expect(sheet.notes.map(({ zh }) => zh).join('')).toContain(words);
    },
  );

  const readings = [
    ['per-line', 'half-up'],
    ['per-line-half-even', 'half-even'],
    ['per-line-floor', 'floor'],
    ['per-statement', 'half-up'],
    ['per-statement-half-even', 'half-even'],
    ['per-statement-floor', 'floor'],
  ] as const;

  itInOffice('LibreOffice recomputes both workbooks to the fen under every reading', async () => {
    const workbooks = await Promise.all(
      readings.map(async ([option]) => {
        const sheet = statement(shortDays(option), option);
        const confirmation = await paperWorkbook(reductionConfirmation(sheet, 1));
        // Somebody corrects the standard of the last line.
        const entry = { ...(await lastStandard(confirmation)), value: 223_300 };
        return [
          [`${option} statement`, { bytes: await statementWorkbook(sheet) }],
          [`${option} confirmation`, { bytes: confirmation }],
          [`${option} corrected`, { bytes: confirmation, entries: [entry] }],
        ] as const;
      }),
    );
    const results = await recalculated(Object.fromEntries(workbooks.flat()));
    const totalOf = (name: string) =>
      Math.round(Number(results.get(name)?.findLast(({ formula }) => formula.startsWith('SUM('))?.computed) * 100);
    for (const [option, mode] of readings) {
      const month = shortDays(option);
      for (const name of [`${option} statement`, `${option} confirmation`]) {
        expect([name, differing(results.get(name) ?? [])]).toEqual([name, []]);
        expect(results.get(name)?.filter(({ stored }) => stored === '大写与合计一致')).toHaveLength(1);
      }
      expect(totalOf(`${option} confirmation`)).toBe(month.total.amountFen);
      const exact = exactOf(month);
      const last = exact.at(-1) ?? new Fraction(0);
      const corrected = option.startsWith('per-statement')
        ? Number(
            roundToFen(
              exact.reduce((sum, value) => sum.add(value), last),
              mode,
            ),
          )
        : sumOf(amountsOf(month).slice(0, -1)) + Number(roundToFen(last.mul(2), mode));
      expect([option, totalOf(`${option} corrected`)]).toEqual([option, corrected]);
    }
  });

  it.each(['per-line-floor', 'per-statement-half-even'])('%s: a posted line is read back whole', (option) => {
    for (const line of shortDays(option).lines) expect(writeLine(readLine(writeLine(line)))).toBe(writeLine(line));
  });

  it('per line and half-up leaves no trace in a line: those of before stand as they are', () => {
    for (const line of shortDays('per-line').lines) expect(writeLine(line)).not.toContain('rounding');
  });
});
