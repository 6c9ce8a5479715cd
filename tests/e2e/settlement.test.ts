import { enterRate } from '../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../src/application/import-attendance/import-attendance.js';
import { postVacancies } from '../../src/application/post-vacancies/post-vacancies.js';
import { civilDate, civilMonth } from '../../src/shared/civil-date.js';
import { done, type Result } from '../../src/shared/result.js';
import { en } from '../../src/web/messages/en.js';
import { zh } from '../../src/web/messages/zh.js';
import { assignmentOf } from '../support/publications.js';
import { sampleRoster } from '../support/sample-rows.js';
import { describeInBrowser, violations, type Stage, type Visit } from './browser.js';

const contract = 'shijingshan';
const address = (place: string) => `/contracts/${contract}/${place}`;
/** The term ends on 1 April 2027: a month of a single day, so that one row is all its attendance. */
const month = civilMonth('2027-04');
const lastDay = ['2027-04-01', 'W002', 'centre/management', '管理2', '08:30', '17:30', '到岗'];

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

/** A published roster of three posts for two days ahead, and the approved rate. */
async function publishDuties({ world }: Stage): Promise<void> {
  const rate = { yuanPerPostYear: '111650.00', document: '测试用批复', from: civilDate('2026-04-02') };
  valueOf(await enterRate(world, { contract, ...rate }));
  const assignments = ['2026-05-11', '2026-05-12'].flatMap((date) =>
    ['1', '2', '3'].map((n) =>
      assignmentOf({ date, postGroup: 'centre/management', worker: `W00${n}`, post: `管理${n}`, shift: 'f1' }),
    ),
  );
  const roster = { ...sampleRoster(contract, 'r1', '2026-05-11', '2026-05-12'), version: 1 };
  await world.unitOfWork.write(async ({ rosters }) => {
    await rosters.save({ ...roster, status: 'published', assignments }, null);
    return done(null);
  });
}

async function attendLastDay({ world }: Stage): Promise<void> {
  const rows = [['日期', '工号', '岗位组', '岗位', '到岗', '离岗', '状态'], lastDay];
  const table = { fileName: '考勤.csv', rows: rows.map((cells, index) => ({ number: index + 1, cells })) };
  valueOf(await importAttendance(world, { contract, table }));
}

async function isClean({ page, complaints }: Visit): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

describeInBrowser('from the forecast and an incident to a closed month', (stage) => {
  let finance: Visit;
  let client: Visit;
  afterAll(async () => {
    await finance.close();
    await client.close();
  });

  it('the forecast draws the days ahead, names every limit, and leads to the shifts that are vacant', async () => {
    await publishDuties(stage());
    const visit = await stage().visit({ login: 'manager-shijingshan' });
    const { page } = visit;
    await visit.open(address('forecast'));
    await page.locator('.course-plot svg').waitFor();
    await page.getByRole('listitem').filter({ hasText: '工作失误扣减' }).getByText(zh.forecast.levels.clear).waitFor();
    await page.getByText(zh.forecast.table).click();
    await isClean(visit);
    await page.getByRole('link', { name: zh.forecast.openShift('管理4', '5月11日') }).click();
    await page.waitForURL(/roster\?.*from=2026-05-11.*to=2026-05-17/u);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('finance enters an incident under its clause and sees what it costs and touches', async () => {
    stage().world.clock.setToday('2027-05-05');
    await attendLastDay(stage());
    finance = await stage().visit({ login: 'finance-shijingshan' });
    client = await stage().visit({ login: 'client-shijingshan', language: 'en', width: 360 });
    // They arrive at the vacancies of a month after the term, which the service refuses.
    finance.complaints.splice(0);
    const { page } = finance;
    await finance.open(address('incidents'));
    await page.getByText(zh.incidents.emptyTitle).waitFor();
    await page.getByRole('button', { name: zh.incidents.record }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /第十九条/u }).check();
    await dialog.getByRole('radio', { name: '较大失误', exact: true }).check();
    await dialog.getByRole('radio', { name: '失当行为被拍下并传到网上' }).check();
    // Typed: leafing through the calendar's months is lost when the calendar is still opening.
    const day = dialog.getByLabel(zh.incidents.dates.shareOfTotalBySeverity);
    await day.fill('2027-04-01');
    await day.press('Enter');
    await dialog.getByText(zh.incidents.noVacancy).waitFor();
    await dialog.getByLabel(zh.incidents.documentLabel).fill('区局通知〔2027〕3号，2027-04-02');
    await dialog.getByRole('button', { name: zh.incidents.record }).click();
    await dialog.waitFor({ state: 'hidden' });
    const item = page.getByRole('listitem').filter({ hasText: '较大失误' });
    await item.getByText('¥31,262.00').first().waitFor();
    await item.getByText(zh.incidents.detail).click();
    await item
      .getByRole('region', { name: zh.overlap.title })
      .getByRole('row', { name: /第十九条/u })
      .first()
      .waitFor();
    await item.getByText(zh.lines.notAnswered).waitFor();
    await isClean(finance);
  });

  it('the client agrees on a phone', async () => {
    const { page } = client;
    await client.open(address('incidents'));
    await page.getByRole('button', { name: en.lines.agree, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: en.lines.agree, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.incident').getByText(en.lines.phases.agreed, { exact: true }).waitFor();
    await isClean(client);
  });

  it('an instalment bears it: conditions, invoice, settlement, payment', async () => {
    const { page } = finance;
    await finance.open(address('settlement'));
    const first = page.locator('.instalment').first();
    await first.getByText('¥31,262.00').first().waitFor();
    for (const condition of ['财政拨付到位', '收到等额发票']) {
      await first.getByRole('button', { name: `${zh.settlement.meet} ${condition}` }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: zh.settlement.meet }).click();
      await dialog.getByText(zh.changes.faults.empty).waitFor();
      await dialog.getByLabel(zh.settlement.meetDocument).fill('凭证，2027-05-04');
      // A click beside the dialog doesn't throw away what was written.
      await page.mouse.click(5, 5);
      await dialog.getByRole('button', { name: zh.settlement.meet }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    await first.getByRole('button', { name: zh.settlement.invoice }).click();
    let dialog = page.getByRole('dialog');
    // The net sum of the instalment stands in the field already.
    await dialog.getByText(zh.rates.readAs('¥7,784,238.00')).waitFor();
    await dialog.getByLabel(zh.settlement.invoiceNumber).fill('FP-2027-001');
    await dialog.getByRole('button', { name: zh.settlement.invoice }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: 'FP-2027-001', exact: true }).waitFor();
    // It is invoiced whole: nothing is left to be proposed for another one.
    await first.getByRole('button', { name: zh.settlement.invoice }).click();
    expect(await dialog.getByLabel(zh.settlement.invoiceAmount).inputValue()).toBe('');
    await dialog.getByLabel(zh.settlement.invoiceNumber).fill('发票 1');
    expect(await dialog.getByLabel(zh.settlement.invoiceNumber).getAttribute('aria-invalid')).toBe('true');
    await dialog.getByRole('button', { name: zh.cancel }).click();
    await dialog.waitFor({ state: 'hidden' });

    await client.open(address('settlement'));
    await client.page.getByRole('button', { name: en.settlement.holdThis }).first().click();
    let withheld = client.page.getByRole('dialog');
    await withheld.getByText('第十四条').waitFor();
    await withheld.getByLabel(en.settlement.holdReason).fill('月度总结逾期');
    await withheld.getByLabel(en.settlement.holdDocument).fill('整改通知〔2027〕5号');
    await withheld.getByRole('button', { name: en.settlement.hold, exact: true }).click();
    await withheld.waitFor({ state: 'hidden' });
    await isClean(client);
    await finance.open(address('settlement'));
    await page.getByText(/待乙方更正：月度总结逾期（整改通知〔2027〕5号）/u).waitFor();
    expect(await first.getByRole('button', { name: zh.settlement.settle }).isDisabled()).toBe(true);
    await isClean(finance);
    await client.page.getByRole('button', { name: `${en.settlement.release} First instalment` }).click();
    withheld = client.page.getByRole('dialog');
    await withheld.getByLabel(en.settlement.holdDocument).fill('整改验收意见，2027-05-05');
    await withheld.getByRole('button', { name: en.settlement.release, exact: true }).click();
    await withheld.waitFor({ state: 'hidden' });
    await finance.open(address('settlement'));

    await first.getByRole('button', { name: zh.settlement.settle }).click();
    dialog = page.getByRole('dialog');
    await dialog.getByLabel(zh.settlement.settleDocument).fill('第一期结算单，2027-05-05');
    await dialog.getByRole('button', { name: zh.settlement.settle }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.instalment').first().getByText(zh.settlement.statuses.settled).waitFor();
    await first.getByRole('button', { name: zh.settlement.payment }).click();
    dialog = page.getByRole('dialog');
    await dialog.getByLabel(zh.settlement.voucher).fill('国库支付回单 1');
    await dialog.getByRole('button', { name: zh.settlement.payment }).click();
    await dialog.waitFor({ state: 'hidden' });
    await first.getByText(zh.settlement.statuses.paid).waitFor();
    await page.getByRole('cell', { name: '国库支付回单 1' }).waitFor();
    await isClean(finance);
  });

  it('what was served until any day is worked out by each reading of the clause, with its paper', async () => {
    const { page } = finance;
    await finance.open(address('settlement'));
    const sheet = page.locator('#actual');
    await sheet.getByLabel(zh.actual.termination).click();
    await page.getByTitle(/第十七条/u).click();
    await sheet.getByRole('button', { name: zh.actual.compute }).click();
    const result = sheet.getByRole('region', { name: zh.actual.result('2027年4月1日') });
    await result.getByRole('row', { name: new RegExp(zh.actual.parts.deductions, 'u') }).waitFor();
    await result.getByText(/个服务日没有考勤/u).waitFor();
    // One post served one day of the year; the payment goes back, the deduction and 1 % for the termination with it.
    await result
      .getByRole('row', { name: new RegExp(`^${zh.actual.balance}`, 'u') })
      .getByText(/乙方应退/u)
      .first()
      .waitFor();
    await result.getByText(zh.actual.posts).click();
    await result.getByRole('link', { name: zh.papers.link(zh.papers.kinds['actual-settlement'], 'xlsx') }).waitFor();
    await isClean(finance);
    await client.open(address('settlement'));
    await client.page.getByRole('button', { name: en.actual.compute }).click();
    const until = client.page.getByRole('region', { name: /^Until/u });
    await until
      .getByText(/^The contractor repays/u)
      .first()
      .waitFor();
    await isClean(client);
  });

  it('the month is closed once it is posted, and its total and hash stand for both parties', async () => {
    const { page } = finance;
    await finance.open(address(`statements?month=${month}`));
    await page.getByRole('button', { name: zh.closing.close }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/还有 \d+ 笔未记账/u).waitFor();
    await dialog.getByRole('button', { name: zh.closing.close }).click();
    await dialog
      .getByRole('alert')
      .getByText(/请先记账再封账/u)
      .waitFor();
    // The refusal is a 409, which the browser notes by itself.
    expect(finance.complaints.splice(0)).toEqual([expect.stringContaining('409')]);
    await dialog.getByRole('button', { name: zh.cancel }).click();

    valueOf(await postVacancies(stage().world, { contract, month }));
    await finance.open(address(`statements?month=${month}`));
    await page.getByRole('button', { name: zh.closing.close }).click();
    await dialog.getByText(zh.closing.allPosted).waitFor();
    await dialog.getByText(/\d+ 行待答复、0 行有异议/u).waitFor();
    await dialog.getByRole('button', { name: zh.closing.close }).click();
    await dialog.waitFor({ state: 'hidden' });
    const hash = await page
      .locator('.code')
      .filter({ hasText: /^[0-9a-f]{64}$/u })
      .textContent();
    await isClean(finance);

    await client.open(address(`statements?month=${month}`));
    await client.page.getByText(hash ?? 'no hash').waitFor();
    await client.open(address('incidents'));
    await client.page.getByText(en.incidents.closed('April 2027')).waitFor();
    await client.open(address('settlement'));
    await client.page.getByText(en.settlement.statuses.paid).first().waitFor();
    await isClean(client);
    await finance.open(address(`reconciliation?month=${month}`));
    await page.getByText(zh.reconciliation.emptyTitle).waitFor();
  });
});
