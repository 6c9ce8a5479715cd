import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/adapters/system/project-root.js';
import { zh } from '../../src/web/messages/zh.js';
import { confirm, describeInBrowser, violations, type Visit } from './browser.js';

describeInBrowser('a month of vacancies', (stage) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await stage().visit({ login: 'finance-shijingshan' });
  });
  afterEach(() => {
    expect(visit.complaints).toEqual([]);
  });
  afterAll(async () => {
    await visit.close();
  });

  it('begins with the attendance file', async () => {
    const { page } = visit;
    await visit.open('/contracts/shijingshan/attendance?month=2026-05');
    const moved = join(mkdtempSync(join(tmpdir(), 'attendance-')), '考勤.csv');
    writeFileSync(moved, '日期,工号\n');
    await page.getByLabel(zh.attendance.file).setInputFiles(moved);
    rmSync(moved);
    await page.getByRole('button', { name: zh.attendance.send }).click();
    await page.getByText(zh.states.fileChanged).waitFor();
    // The browser notes by itself that it couldn't read the file.
    visit.complaints.splice(0);
    await page
      .getByLabel(zh.attendance.file)
      .setInputFiles(join(projectRoot, 'fixtures/attendance/shijingshan-2026-05.csv'));
    await page.getByRole('button', { name: zh.attendance.send }).click();
    await page.getByRole('status').filter({ hasText: '已导入' }).waitFor();
    // On the screen page by page, on paper every row.
    const rows = page.locator('.ant-table-row');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(50);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await rows.count()).toBeGreaterThan(2800);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await rows.count()).toBe(50);
  });

  it('counts headcount-days alone until a rate is entered with its document', async () => {
    const { page } = visit;
    await visit.open('/contracts/shijingshan/vacancies?month=2026-05');
    await page.getByText(zh.finance.noRateTitle).waitFor();
    await page.getByText(zh.finance.noAmountYet).first().waitFor();
    await visit.open('/contracts/shijingshan/rates');
    const amount = page.getByLabel(zh.rates.perPostYear);
    await page.getByRole('button', { name: zh.rates.save }).click();
    await page.getByText(zh.rates.notAnAmount).waitFor();
    await page.getByText(zh.changes.faults.empty).waitFor();
    expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
    await amount.fill('1116500000000');
    await page.getByText(zh.rates.tooMuch('¥999,999,999.99')).waitFor();
    await amount.fill('111,650');
    await page.getByText(zh.rates.readAs('¥111,650.00')).waitFor();
    await page.getByLabel(zh.rates.document).fill('测试用批复，2026-03-20');
    await page.getByRole('button', { name: zh.rates.save }).click();
    await page.getByRole('cell', { name: '¥111,650.00' }).waitFor();
  });

  it('explains each line and goes to the journal once', async () => {
    const { page } = visit;
    await visit.open('/contracts/shijingshan/vacancies?month=2026-05');
    await page.locator('.total', { hasText: '¥' }).first().waitFor();
    await page.locator('.ant-table-row-expand-icon').first().click();
    await page.getByText(zh.finance.explanation).waitFor();
    const post = page.getByRole('button', { name: zh.finance.post });
    await post.click();
    await confirm(page.getByRole('dialog'), zh.finance.post);
    // Nothing is left to post: the button takes no focus any more, and the page does.
    await page.getByText(zh.finance.allPosted).waitFor();
    await page.waitForFunction("document.activeElement.id === 'main'");
    await visit.open('/contracts/shijingshan/journal?month=2026-05');
    await page.locator('.ant-table-row').first().waitFor();
    await visit.open('/contracts/shijingshan/verification');
    await page.getByRole('heading', { name: zh.verification.passed }).waitFor();
  });

  it('shows what else the event of a line touches, and what the cap has left', async () => {
    const { page } = visit;
    await visit.open('/contracts/shijingshan/lines?month=2026-05');
    await page.locator('.ant-table-row-expand-icon').first().click();
    const clauses = page.getByRole('region', { name: zh.overlap.title });
    await clauses.getByRole('row', { name: /第十九条.*一般失误.*不并计.*156,310\.00/u }).waitFor();
    // The table's hidden sizing row repeats the checkbox of its header; that is the component library's.
    const found = (await violations(page)).filter((each) => !each.includes('.ant-table-measure-row'));
    expect(found).toEqual([]);
  });

  it('is downloaded as a workbook, a print and data', async () => {
    const { page } = visit;
    await visit.open('/contracts/shijingshan/statements?month=2026-05');
    const magic: Record<string, string> = { xlsx: 'PK', pdf: '%PDF', json: '{' };
    for (const [format, start] of Object.entries(magic)) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`a.download[href$=".${format}"]`).click(),
      ]);
      expect(
        readFileSync(await download.path(), 'latin1')
          .trimStart()
          .startsWith(start),
      ).toBe(true);
    }
  });
});

describeInBrowser('a contract that is over', (stage) => {
  it('opens at the last month of its term, and asks for no other', async () => {
    stage().world.clock.setToday('2027-06-15');
    const visit = await stage().visit({ login: 'finance-shijingshan' });
    const asked: string[] = [];
    visit.page.on('request', (request) => {
      const month = new URL(request.url()).searchParams.get('month');
      if (month !== null) asked.push(month);
    });
    for (const page of ['vacancies', 'lines', 'statements', 'journal', 'reconciliation']) {
      await visit.open(`/contracts/shijingshan/${page}`);
      await visit.page.getByLabel(zh.finance.month, { exact: true }).waitFor();
    }
    expect([[...new Set(asked)], visit.complaints]).toEqual([['2027-04'], []]);
    await visit.close();
  });
});
