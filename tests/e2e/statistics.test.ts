import { done } from '../../src/shared/result.js';
import { en } from '../../src/web/messages/en.js';
import { zh } from '../../src/web/messages/zh.js';
import { assignmentOf } from '../support/publications.js';
import { sampleRoster } from '../support/sample-rows.js';
import { describeInBrowser, violations } from './browser.js';

describeInBrowser('statistics', (stage) => {
  beforeAll(async () => {
    const date = '2026-05-16';
    const duty = assignmentOf({
      ...{ date, postGroup: 'centre/management', worker: 'W001', post: '管理1', shift: 's', from: 510, until: 750 },
    });
    const roster = { ...sampleRoster('shijingshan', 'month', date, date), status: 'published' as const, version: 1 };
    await stage().world.unitOfWork.write(async ({ rosters }) => {
      await rosters.save({ ...roster, assignments: [duty] }, null);
      return done(null);
    });
  });

  it.each([
    [1440, 'zh', zh],
    [360, 'en', en],
  ] as const)('are drawn at %i pixels, each chart with its figures', async (width, language, m) => {
    const visit = await stage().visit({ login: 'manager-shijingshan', width, language });
    const { page } = visit;
    await visit.open('/contracts/shijingshan/statistics?month=2026-05');
    await page
      .getByRole('img', { name: m.statistics.burdensLabel(5) })
      .locator('svg')
      .waitFor();
    // Shares of one bar are told apart without their colour.
    await page.locator('.figure-plot svg pattern').first().waitFor({ state: 'attached' });
    // On paper the figures are there without being unfolded.
    const figures = page.getByRole('cell', { name: '赵甲子 W001' }).first();
    expect(await figures.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await figures.waitFor();
    await page.emulateMedia({ media: 'screen' });
    for (const summary of await page.getByText(m.statistics.table, { exact: true }).all()) await summary.click();
    await figures.waitFor();
    expect(await page.locator('.figure-plot svg').count()).toBe(3);
    expect(await page.getByText(m.statistics.noTrend).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
