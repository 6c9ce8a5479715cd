import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../src/adapters/excel/read-table.js';
import { statementWorkbook } from '../../src/adapters/excel/statement-workbook.js';
import { statementPdf } from '../../src/adapters/pdf/statement-pdf.js';
import { projectRoot } from '../../src/adapters/system/project-root.js';
import { enterRate } from '../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../src/application/import-attendance/import-attendance.js';
import { monthStatement } from '../../src/application/month-statement/month-statement.js';
import { statementJson } from '../../src/application/month-statement/statement-json.js';
import { postVacancies } from '../../src/application/post-vacancies/post-vacancies.js';
import { holdsAttendance } from '../../src/domain/attendance/columns.js';
import type { Statement } from '../../src/domain/ledger/statement.js';
import { civilDate, civilMonth } from '../../src/shared/civil-date.js';
import type { Result } from '../../src/shared/result.js';
import { goldenText } from '../support/golden-files.js';
import { openFormulas } from '../support/spreadsheet-formulas.js';
import { openWorld, type World } from '../support/world.js';

const contract = 'shijingshan';
const month = civilMonth('2026-05');

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

describe('statement of Shijingshan, May 2026, from the sample attendance', () => {
  let world: World;
  let statement: Statement;

  beforeAll(async () => {
    world = await openWorld({ contracts: [contract], today: '2026-06-05' });
    const bytes = readFileSync(join(projectRoot, 'fixtures/attendance/shijingshan-2026-05.csv'));
    const table = valueOf(await readTable({ name: 'shijingshan-2026-05.csv', bytes }, holdsAttendance));
    valueOf(await importAttendance(world, { contract, table }));
    valueOf(
      await enterRate(world, {
        contract,
        yuanPerPostYear: '111650.00',
        document: '示例批复〔2026〕1号',
        from: civilDate('2026-04-02'),
      }),
    );
    valueOf(await postVacancies(world, { contract, month }));
    statement = valueOf(await monthStatement(world, { contract, month }));
  });
  afterAll(async () => {
    await world.close();
  });

  it('is the golden document, byte for byte', () => {
    const json = statementJson(statement);
    expect(json).toBe(goldenText('statement-shijingshan-2026-05.json', json));
  });

  it('can be recomputed from its lines with whole numbers alone', () => {
    // Nothing of the program is used here: annual fen × units ÷ divisor, half up, as anybody would on paper.
    const document = JSON.parse(statementJson(statement)) as {
      lines: {
        unitsExact: string;
        amountFen: number;
        isContested: boolean;
        rate: { annualFen: number; divisorExact: string };
      }[];
      undisputed: { amountFen: number };
      contested: { amountFen: number };
      total: { amountFen: number; amount: string };
    };
    const ratio = (text: string): [bigint, bigint] => {
      const [numerator = '0', denominator = '1'] = text.split('/');
      return [BigInt(numerator), BigInt(denominator)];
    };
    const sums = { undisputed: 0n, contested: 0n };
    for (const { rate, unitsExact, amountFen, isContested } of document.lines) {
      const [units, unitsBelow] = ratio(unitsExact);
      const [divisor, divisorBelow] = ratio(rate.divisorExact);
      const above = BigInt(rate.annualFen) * units * divisorBelow;
      const below = unitsBelow * divisor;
      const amount = (2n * above + below) / (2n * below);
      expect(amount).toBe(BigInt(amountFen));
      sums[isContested ? 'contested' : 'undisputed'] += amount;
    }
    expect(sums).toEqual({
      undisputed: BigInt(document.undisputed.amountFen),
      contested: BigInt(document.contested.amountFen),
    });
    expect(sums.undisputed + sums.contested).toBe(BigInt(document.total.amountFen));
    expect(document.lines.length).toBeGreaterThan(0);
  });

  it('the workbook’s formulas compute to what they show, and to the statement', async () => {
    const formulas = (await openFormulas(await statementWorkbook(statement))).all();
    const differing = formulas.filter(({ stored, computed }) =>
      typeof computed === 'number' ? Math.abs(computed - Number(stored)) > 1e-6 : computed !== stored,
    );
    expect(differing).toEqual([]);
    const amounts = formulas.filter(({ formula }) => formula.startsWith('ROUND('));
    expect(amounts.map(({ computed }) => Math.round(Number(computed) * 100))).toEqual(
      statement.lines.map(({ amountFen }) => amountFen),
    );
    const total = formulas.find(({ formula, cell }) => formula.startsWith('SUM(') && cell.startsWith('N'));
    expect(Math.round(Number(total?.computed) * 100)).toBe(statement.total.amountFen);
    expect(formulas.some(({ computed }) => computed === '大写与合计一致')).toBe(true);
  });

  it('the workbook prints on A4 landscape with a frozen, repeated heading', async () => {
    const { sheets } = await openFormulas(await statementWorkbook(statement));
    expect(sheets.map(({ name }) => name)).toEqual(['空岗核减确认表', '计算依据', '事件与免计']);
    expect(sheets[0]?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '$4:$4',
    });
    expect(sheets[0]?.freezePane?.rows).toBe(4);
    const texts = sheets[0]?.rows.flat().map(String).join('\n') ?? '';
    expect(texts).toContain(`合计（大写）：${statement.total.capitals ?? ''}`);
    for (const word of ['甲方（', '乙方（', '（盖章）', '制表', '审核', '确认']) expect(texts).toContain(word);
  });

  it('the same statement gives the same bytes', async () => {
    const [one, two] = [await statementWorkbook(statement), await statementWorkbook(statement)];
    expect(Buffer.compare(one, two)).toBe(0);
    const [first, second] = [await statementPdf(statement), await statementPdf(statement)];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-');
  });
});
