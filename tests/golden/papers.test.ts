import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { readTable } from '../../src/adapters/excel/read-table.js';
import { paperWorkbook } from '../../src/adapters/excel/paper-workbook.js';
import { paperPdf } from '../../src/adapters/pdf/paper-pdf.js';
import { projectRoot } from '../../src/adapters/system/project-root.js';
import { actualSettlement } from '../../src/application/actual-settlement/actual-settlement.js';
import { answerLines } from '../../src/application/answer-lines/answer-lines.js';
import { enterRate } from '../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../src/application/import-attendance/import-attendance.js';
import { recordIncident } from '../../src/application/incidents/incidents.js';
import { monthLines } from '../../src/application/month-lines/month-lines.js';
import { makePaper } from '../../src/application/papers/make-paper.js';
import { paperHash, paperJson } from '../../src/application/papers/paper-json.js';
import { postVacancies } from '../../src/application/post-vacancies/post-vacancies.js';
import { meetCondition, recordInvoice } from '../../src/application/settlement/prepare-instalment.js';
import { viewSettlement } from '../../src/application/settlement/read-settlement.js';
import { recordPayment } from '../../src/application/settlement/record-payment.js';
import { settleInstalment } from '../../src/application/settlement/settle-instalment.js';
import { holdsAttendance } from '../../src/domain/attendance/columns.js';
import { amountInCapitals } from '../../src/domain/ledger/amount-in-capitals.js';
import type { Paper, PaperKind } from '../../src/domain/papers/paper.js';
import { present } from '../../src/shared/assert.js';
import { civilDate, civilMonth } from '../../src/shared/civil-date.js';
import { yuanDecimal, yuanText } from '../../src/shared/fen.js';
import type { Result } from '../../src/shared/result.js';
import { goldenText } from '../support/golden-files.js';
import { absent } from '../support/databases.js';
import { differing, itInOffice, recalculated } from '../support/office.js';
import { openFormulas } from '../support/spreadsheet-formulas.js';
import { openWorld, type World } from '../support/world.js';

const contract = 'shijingshan';
const cases: readonly (readonly [PaperKind, string])[] = [
  ['attendance-confirmation', '2026-05'],
  ['vacancy-detail', '2026-05'],
  ['reduction-confirmation', '2026-05'],
  ['quarterly-statement', '2026-Q2'],
  ['instalment-settlement', 'first'],
  ['payment-request', 'first'],
  ['actual-settlement', '2026-05-31-contractor-termination'],
];
const textReader = '/usr/bin/pdftotext';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

/** One error beside the month's vacancies, all agreed; the first instalment settled, invoiced and paid in part. */
async function settleFirst(world: World): Promise<void> {
  const instalment = 'first';
  const facts = {
    family: 'shareOfTotalBySeverity',
    grade: 'grave',
    example: 'criticised-by-circular',
    isExcepted: false,
  } as const;
  const incident = { contract, rule: 'error', date: civilDate('2026-05-11'), facts, evidence: '巡查记录' };
  valueOf(await recordIncident(world, { ...incident, document: '认定书1号' }));
  const month = civilMonth('2026-05');
  const { lines, revision } = valueOf(await monthLines(world, { contract, month }));
  const said = { answer: 'agreed', note: '', expectedRevision: revision } as const;
  valueOf(await answerLines(world.as('client'), { contract, month, lines: lines.map(({ id }) => id), ...said }));
  const terms = valueOf(await viewSettlement(world, { contract })).ledger.contract.instalments[0];
  for (const [condition] of (terms?.conditions ?? []).entries())
    valueOf(
      await meetCondition(world, { contract, instalment, condition, metOn: civilDate('2026-06-01'), document: '凭证' }),
    );
  const settled = valueOf(await settleInstalment(world, { contract, instalment, document: '结算单1号' }));
  const net = present(settled.settlement.instalments[0], instalment).netFen;
  const invoice = { contract, number: 'FP001', instalment, issuedOn: civilDate('2026-06-02') };
  valueOf(await recordInvoice(world, { ...invoice, yuan: yuanDecimal(net) }));
  const payment = { contract, purpose: 'instalment', instalment, paidOn: civilDate('2026-06-04') } as const;
  valueOf(await recordPayment(world, { ...payment, yuan: '5000000.00', document: '银行回单1号' }));
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
    await settleFirst(world);
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

  it('the instalment’s settlement is the golden document, byte for byte, and stays so when it is paid', () => {
    const json = paperJson(paper('instalment-settlement'));
    expect(json).toBe(goldenText('instalment-settlement-shijingshan-first.json', json));
  });

  it('第十四条: fee less every agreed deduction is what the instalment pays, in figures and capitals (SJS-19, V21)', () => {
    const { table, amount, isDraft } = paper('instalment-settlement');
    const sums = table.totals.map(({ label, sums: { amount: sum } }) => [label.split('\u3000')[0], sum]);
    const reduced = present(paper('reduction-confirmation').amount, 'amount').fen;
    expect(sums).toEqual([
      ['小计（应付）', 781_550_000],
      ['小计（扣减）', 0 - reduced - 4_689_300],
      ['本期应付净额', 781_550_000 - reduced - 4_689_300],
    ]);
    expect([amount?.fen, isDraft]).toEqual([sums[2]?.[1], false]);
    const request = paper('payment-request');
    expect(request.amount?.fen).toBe((amount?.fen ?? 0) - 500_000_000);
    expect(request.notes.join()).toContain('与本期应付净额一致');
  });

  it('第十六条、第十七条: each column of the actual settlement adds up to its balance (SJS-23, SJS-24)', async () => {
    const { table, notes, isDraft } = paper('actual-settlement');
    const settled = { contract, on: civilDate('2026-05-31'), termination: 'contractor-termination' };
    const [approved, price] = valueOf(await actualSettlement(world, settled)).balances;
    expect(table.totals[0]?.sums).toEqual({ atApproved: approved?.balanceFen, atPrice: price?.balanceFen });
    expect([approved?.balanceFen, price?.balanceFen]).not.toContain(null);
    // April has no attendance here: nobody can say that it was served.
    expect(isDraft).toBe(true);
    expect(notes.join()).toMatch(/按合同单价：(?:乙方应退|甲方应付) ¥[\d,]+\.\d\d（大写：/u);
    const beside = await makePaper(world, { contract, kind: 'actual-settlement', period: '2026-05' });
    expect(beside).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
  });

  it('an instalment that isn’t settled yet is a draft, and one that the contract has not is refused', async () => {
    const asked = (period: string) => makePaper(world, { contract, kind: 'instalment-settlement', period });
    const second = valueOf(await asked('second'));
    expect([second.isDraft, second.amount?.fen, second.warnings.length]).toEqual([true, 390_323_700, 1]);
    expect(second.notes.join()).toContain('尚未成就');
    expect(await asked('2026-05')).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
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

  itInOffice(
    'LibreOffice recomputes every paper to the fen, and what follows from a figure moves with it',
    async () => {
      const workbooks = await Promise.all(
        cases.map(async ([kind]) => [kind, { bytes: await paperWorkbook(paper(kind)) }] as const),
      );
      // The first line of the reduction is doubled by hand.
      const { sheets } = await readXlsx(await paperWorkbook(paper('reduction-confirmation')));
      const { columns, rows } = paper('reduction-confirmation').table;
      const row = present(
        sheets[0]?.rows.findIndex((cells) => cells[0] === rows[0]?.['date']),
        'first line',
      );
      const units = columns.findIndex(({ key }) => key === 'units');
      const changed = {
        bytes: await paperWorkbook(paper('reduction-confirmation')),
        entries: [{ sheet: sheets[0]?.name ?? '', place: `${String(row)},${String(units)}`, value: 2 }],
      };
      const results = await recalculated({ ...Object.fromEntries(workbooks), changed });

      for (const [kind] of cases) expect([kind, differing(present(results.get(kind), kind))]).toEqual([kind, []]);
      const totals = (name: string) =>
        present(results.get(name), name)
          .filter(({ formula }) => formula.startsWith('SUM('))
          .map(({ computed }) => Math.round(Number(computed) * 100));
      const sum = present(paper('reduction-confirmation').amount, 'amount').fen;
      expect(totals('reduction-confirmation')).toContain(sum);
      expect(totals('changed')).toContain(sum + (rows[0]?.['amount'] as number));
      const words = present(results.get('changed'), 'changed').map(({ computed }) => computed);
      expect(words).toContain('数字已被更改：大写不再有效，请重新出表');
    },
  );

  const takenOut = 'the print’s text can be taken out again';
  if (!existsSync(textReader)) absent(`pdftotext (poppler-utils) is not installed: ${takenOut}`);
  else
    it(takenOut, async () => {
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
    });
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

itInOffice('a scorer’s points become score and deduction in Anding’s acceptance form (M9)', async () => {
  const world = await openWorld({ contracts: ['anding'] });
  try {
    const form = valueOf(await makePaper(world, { contract: 'anding', kind: 'acceptance-form', period: '2026-Q2' }));
    const bytes = await paperWorkbook(form);
    const { sheets } = await readXlsx(bytes);
    const [sheet] = sheets;
    const first = present(
      sheet?.rows.findIndex((cells) => cells[0] === form.table.rows[0]?.['section']),
      'first row',
    );
    const entries = [8, 5, 10, 15, 10, 10, 8, 10.4].map((value, index) => ({
      ...{ sheet: sheet?.name ?? '', place: `${String(first + index)},4`, value },
    }));
    const results = await recalculated({ scored: { bytes, entries }, blank: { bytes } });
    const computed = (name: string) => present(results.get(name), name).map((cell) => cell.computed);
    // The full marks, the score of 76.4 and 3.6 points below the threshold at 100 yuan each.
    expect(computed('scored').map((value) => Math.round(Number(value) * 100) / 100)).toEqual([100, 76.4, 360]);
    expect(computed('blank').map((value) => value ?? '')).toEqual([100, 0, '']);
  } finally {
    await world.close();
  }
});
