import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { readTable } from '../../src/adapters/excel/read-table.js';
import { paperWorkbook } from '../../src/adapters/excel/paper-workbook.js';
import { paperPdf } from '../../src/adapters/pdf/paper-pdf.js';
import { projectRoot } from '../../src/adapters/system/project-root.js';
import { enterRate } from '../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../src/application/import-attendance/import-attendance.js';
import { makePaper } from '../../src/application/papers/make-paper.js';
import { paperHash, paperJson } from '../../src/application/papers/paper-json.js';
import { postVacancies } from '../../src/application/post-vacancies/post-vacancies.js';
import { holdsAttendance } from '../../src/domain/attendance/columns.js';
import { amountInCapitals } from '../../src/domain/ledger/amount-in-capitals.js';
import type { Paper, PaperKind } from '../../src/domain/papers/paper.js';
import { present } from '../../src/shared/assert.js';
import { civilDate, civilMonth } from '../../src/shared/civil-date.js';
import { yuanDecimal, yuanText } from '../../src/shared/fen.js';
import type { Result } from '../../src/shared/result.js';
import { openFormulas } from '../support/spreadsheet-formulas.js';
import { openWorld, type World } from '../support/world.js';

const contract = 'shijingshan';
const cases: readonly (readonly [PaperKind, string])[] = [
  ['attendance-confirmation', '2026-05'],
  ['vacancy-detail', '2026-05'],
  ['reduction-confirmation', '2026-05'],
  ['quarterly-statement', '2026-Q2'],
];
const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
/** Comma, quotation mark, UTF-8. */
const utf8Text = 'csv:Text - txt - csv (StarCalc):44,34,76';
const textReader = '/usr/bin/pdftotext';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

describe('papers of Shijingshan, May 2026', () => {
  let world: World;
  let folder: string;
  const papers = new Map<string, Paper>();
  const paper = (kind: PaperKind) => present(papers.get(kind), kind);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhiban-papers-'));
    world = await openWorld({ contracts: [contract], today: '2026-06-05' });
    const bytes = readFileSync(join(projectRoot, 'fixtures/attendance/shijingshan-2026-05.csv'));
    const table = valueOf(await readTable({ name: 'shijingshan-2026-05.csv', bytes }, holdsAttendance));
    valueOf(await importAttendance(world, { contract, table }));
    const rate = { yuanPerPostYear: '111650.00', document: '示例批复〔2026〕1号', from: civilDate('2026-04-02') };
    valueOf(await enterRate(world, { contract, ...rate }));
    valueOf(await postVacancies(world, { contract, month: civilMonth('2026-05') }));
    for (const [kind, period] of cases) papers.set(kind, valueOf(await makePaper(world, { contract, kind, period })));
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(cases)('%s: the workbook’s formulas compute to what they show', async (kind) => {
    const formulas = (await openFormulas(await paperWorkbook(paper(kind)))).all();
    expect(formulas.length).toBeGreaterThan(0);
    const differing = formulas.filter(({ stored, computed }) =>
      typeof computed === 'number' ? Math.abs(computed - Number(stored)) > 1e-6 : computed !== stored,
    );
    expect(differing).toEqual([]);
  });

  it.each(cases)('%s: the same paper gives the same bytes, in every form', async (kind) => {
    const [one, two] = [await paperWorkbook(paper(kind)), await paperWorkbook(paper(kind))];
    expect(Buffer.compare(one, two)).toBe(0);
    const [first, second] = [await paperPdf(paper(kind)), await paperPdf(paper(kind))];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(JSON.parse(paperJson(paper(kind)))).toMatchObject({ kind, hash: paperHash(paper(kind)) });
  });

  it('the reduction confirmation adds up to the fen, in figures and capitals', () => {
    const { table, amount } = paper('reduction-confirmation');
    const cents = (label: string) =>
      present(
        table.totals.find((total) => total.label.startsWith(label)),
        label,
      ).sums['amount'] as number;
    const lines = table.rows.reduce((sum, row) => sum + (row['amount'] as number), 0);
    expect(cents('合计')).toBe(lines);
    expect(cents('小计（无争议）') + cents('小计（有争议）')).toBe(lines);
    expect(amount?.fen).toBe(lines);
    expect(paper('quarterly-statement').amount?.fen).toBe(lines);
  });

  it('a period of the wrong kind is refused', async () => {
    expect(await makePaper(world, { contract, kind: 'vacancy-detail', period: '2026-Q2' })).toMatchObject({
      ok: false,
    });
    expect(await makePaper(world, { contract, kind: 'quarterly-statement', period: '2026-05' })).toMatchObject({
      ok: false,
    });
    expect(await makePaper(world, { contract, kind: 'acceptance-form', period: '2026-Q2' })).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });

  (office === undefined ? it.skip : it)(
    'LibreOffice recomputes the same totals to the fen (skipped without it)',
    async () => {
      for (const kind of ['reduction-confirmation', 'quarterly-statement'] as const) {
        // Stored results are taken out, so that every figure has to be computed by the other program.
        const { sheets } = await readXlsx(await paperWorkbook(paper(kind)), { readStyles: true });
        const bare = sheets.map((sheet) => ({
          name: sheet.name,
          cells: new Map(
            [...(sheet.cells ?? [])].map(([at, cell]) => [
              at,
              cell.formula === undefined ? cell : { formula: cell.formula, ...(cell.style && { style: cell.style }) },
            ]),
          ),
          rows: sheet.rows.map((row, rowIndex) =>
            row.map((value, column) =>
              sheet.cells?.get(`${String(rowIndex)},${String(column)}`)?.formula === undefined ? value : null,
            ),
          ),
        }));
        const file = join(folder, `${kind}.xlsx`);
        writeFileSync(file, await writeXlsx({ sheets: bare }));
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        execFileSync(office ?? '', [profile, '--headless', '--convert-to', utf8Text, '--outdir', folder, file], {
          timeout: 50_000,
          stdio: 'ignore',
        });
        const text = readFileSync(join(folder, `${kind}.csv`), 'utf8');
        const total = text.split(/\r?\n/u).find((line) => line.includes('合计\u3000')) ?? '';
        // With or without the sign, the separator and quotation marks, as the other program's settings have it.
        const figure = yuanDecimal(present(paper(kind).amount, 'amount').fen);
        expect(total.replaceAll(/["¥,]/gu, '').endsWith(figure)).toBe(true);
        expect(text).toContain('大写与合计一致');
      }
    },
  );

  (existsSync(textReader) ? it : it.skip)(
    'the print’s text can be taken out again (skipped without pdftotext)',
    async () => {
      const confirmation = paper('reduction-confirmation');
      const file = join(folder, 'print.pdf');
      writeFileSync(file, await paperPdf(confirmation));
      const text = execFileSync(textReader, ['-layout', file, '-'], { encoding: 'utf8' });
      const { fen } = present(confirmation.amount, 'amount');
      for (const said of [
        confirmation.title,
        yuanText(fen),
        amountInCapitals(fen),
        '第 1 页',
        '（盖章）',
        paperHash(confirmation),
      ])
        expect(text.replaceAll(/\s/gu, '')).toContain(said.replaceAll(/\s/gu, ''));
      const fonts = readFileSync(file, 'latin1');
      expect(fonts).toContain('/FontFile2');
    },
  );
});

it('Anding’s acceptance form has every row of its appendix, to be filled in', async () => {
  const world = await openWorld({ contracts: ['anding'] });
  try {
    const form = valueOf(await makePaper(world, { contract: 'anding', kind: 'acceptance-form', period: '2026-Q2' }));
    expect(form.table.rows).toHaveLength(8);
    expect(form.table.totals[0]?.sums['most']).toBe(100);
    const { sheets } = await readXlsx(await paperWorkbook(form), { readStyles: true });
    const formulas = [...(sheets[0]?.cells ?? [])].flatMap(([, { formula }]) => formula ?? []);
    expect(formulas).toContainEqual(
      expect.stringMatching(/^IF\(COUNT\(E\d+:E\d+\)<8,"",MAX\(0,80-E\d+\)\*100\.00\)$/u),
    );
    expect((await paperPdf(form)).length).toBeGreaterThan(1000);
  } finally {
    await world.close();
  }
});
