import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '../../src/adapters/excel/read-table.js';
import { projectRoot } from '../../src/adapters/system/project-root.js';
import { closePeriod } from '../../src/application/close-period/close-period.js';
import { enterRate } from '../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../src/application/import-attendance/import-attendance.js';
import { postVacancies } from '../../src/application/post-vacancies/post-vacancies.js';
import type { VacancyLine } from '../../src/domain/ledger/vacancy/vacancy-line.js';
import { present } from '../../src/shared/assert.js';
import { civilDate, civilMonth } from '../../src/shared/civil-date.js';
import { fen, yuanDecimal, yuanText } from '../../src/shared/fen.js';
import { decimalText } from '../../src/shared/headcount-days.js';
import type { Result } from '../../src/shared/result.js';
import { en } from '../../src/web/messages/en.js';
import { zh } from '../../src/web/messages/zh.js';
import type { World } from '../support/world.js';
import { describeInBrowser, violations } from './browser.js';

const contract = 'shijingshan';
const month = civilMonth('2026-05');
const address = `/contracts/${contract}/reconciliation?month=${month}`;

/** May posted from the sample's attendance, and the lines that it gives. */
async function postedMay(world: World): Promise<readonly VacancyLine[]> {
  const bytes = readFileSync(join(projectRoot, 'fixtures/attendance/shijingshan-2026-05.csv'));
  const table = valueOf(await readTable({ name: '考勤.csv', bytes }, () => true));
  valueOf(await importAttendance(world, { contract, table }));
  const rate = { yuanPerPostYear: '111650.00', document: '测试用批复', from: civilDate('2026-04-02') };
  valueOf(await enterRate(world, { contract, ...rate }));
  return valueOf(await postVacancies(world, { contract, month })).vacancies.lines;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

/** The client's ledger as it writes it: a heading of its own for the date, and only the lines that it has. */
function clientFile(lines: readonly VacancyLine[]): Buffer {
  const rows = lines.map(({ date, post, units, amountFen }) =>
    [date, post, decimalText(units), yuanDecimal(present(amountFen, 'amount'))].join(','),
  );
  return Buffer.from(['缺岗日子,窗口,天数,核减金额（元）', ...rows].join('\n'));
}

describeInBrowser('reconciliation', (stage) => {
  let lines: readonly VacancyLine[];
  beforeAll(async () => {
    lines = await postedMay(stage().world);
  });

  it('takes in the client’s file, whose columns are mapped once, and shows where the counts differ', async () => {
    const visit = await stage().visit({ login: 'finance-shijingshan' });
    const { page } = visit;
    await visit.open(address);
    await page.getByRole('button', { name: zh.reconciliation.import }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel(zh.reconciliation.file)
      .setInputFiles({ name: '甲方台账.csv', mimeType: 'text/csv', buffer: clientFile(lines.slice(1)) });
    await dialog.getByRole('button', { name: zh.reconciliation.import }).click();
    await dialog.getByText('缺岗日子').first().waitFor();
    await dialog.getByLabel(zh.reconciliation.fields.date, { exact: true }).fill('缺岗日子');
    await dialog.getByRole('button', { name: zh.reconciliation.import }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(zh.reconciliation.open(1, 1)).waitFor();
    await page.locator('.bridge svg').waitFor();
    expect(await violations(page)).toEqual([]);
    // The first try is refused with 400, which the browser notes by itself.
    expect(visit.complaints.filter((one) => !one.includes('400'))).toEqual([]);
    await visit.close();
  });

  it('is answered by the client on a phone', async () => {
    const visit = await stage().visit({ login: 'client-shijingshan', width: 360, language: 'en' });
    const { page } = visit;
    await visit.open(address);
    await page.getByText(en.reconciliation.bridgeTable).click();
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.locator('.ant-table-row').getByRole('button').click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(en.reconciliation.stances.maintains).check();
    await drawer.getByLabel(en.reconciliation.stanceReason).fill('当日有人在岗');
    await drawer.getByRole('button', { name: en.reconciliation.sendAnswer }).click();
    await drawer.getByText(en.reconciliation.states.answered, { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('is decided by finance on the parties’ document, and both totals meet', async () => {
    const visit = await stage().visit({ login: 'finance-shijingshan' });
    const { page } = visit;
    await visit.open(address);
    const totals = page.locator('.total dd');
    const theirs = await totals.nth(1).locator('.figure').textContent();
    expect(await totals.nth(0).locator('.figure').textContent()).not.toBe(theirs);
    await page.locator('.ant-table-row').getByRole('checkbox').check();
    await page.getByRole('button', { name: zh.reconciliation.decide }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(zh.reconciliation.outcomes.theirs).check();
    await dialog.getByLabel(zh.reconciliation.reason).fill('监控显示当日有人在岗');
    await dialog.getByLabel(zh.reconciliation.document).fill('5月对账会议纪要');
    await dialog.getByRole('button', { name: zh.reconciliation.decide }).click();
    await page.getByText(zh.reconciliation.open(0, 0)).waitFor();
    expect(await totals.nth(0).locator('.figure').textContent()).toBe(theirs);
    expect(await totals.nth(2).locator('.figure').textContent()).toBe('¥0.00');
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('is decided after closing by a correction in the open month', async () => {
    const { world } = stage();
    world.clock.setToday(civilDate('2026-06-03'));
    const sealed = valueOf(await closePeriod(world, { contract, month }));
    const visit = await stage().visit({ login: 'finance-shijingshan' });
    const { page } = visit;
    await visit.open(address);
    await page.getByText(zh.reconciliation.closed).waitFor();
    await page.getByRole('button', { name: zh.reconciliation.importAgain }).click();
    const count = page.getByRole('dialog');
    const later = { name: '甲方台账（二）.csv', mimeType: 'text/csv', buffer: clientFile(lines.slice(2)) };
    await count.getByLabel(zh.reconciliation.file).setInputFiles(later);
    await count.getByRole('button', { name: zh.reconciliation.import }).click();
    await count.waitFor({ state: 'hidden' });
    await page.getByText(zh.reconciliation.open(1, 1)).waitFor();
    await page.locator('.ant-table-row').getByRole('checkbox').check();
    await page.getByRole('button', { name: zh.reconciliation.decide }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(zh.reconciliation.outcomes.waived).check();
    await dialog.getByLabel(zh.reconciliation.reason).fill('双方同意不再核减');
    await dialog.getByLabel(zh.reconciliation.document).fill('6月对账会议纪要');
    await dialog.getByRole('button', { name: zh.reconciliation.decide }).click();
    await page.getByText(zh.reconciliation.open(0, 0)).waitFor();
    await visit.open(`/contracts/${contract}/lines?month=2026-06`);
    await page.getByText(zh.closing.corrections.title(1)).waitFor();
    const waived = present(present(lines[1], 'the second line').amountFen, 'amount');
    await page.getByRole('cell', { name: yuanText(fen(0 - waived)) }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(valueOf(await closePeriod(world, { contract, month }))).toEqual(sealed);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
