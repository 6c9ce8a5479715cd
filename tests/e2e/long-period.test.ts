import type { Locator } from 'playwright-core';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, violations } from './browser.js';

describeInBrowser('a year on the board', (stage) => {
  it('is walked month by month in every view, and named with its years', async () => {
    const visit = await stage().visit({ login: 'manager-sujiatuo' });
    const { page } = visit;
    await visit.open('/contracts/sujiatuo/roster?from=2026-04-06&to=2027-03-28');
    for (const view of ['coverage', 'workers', 'posts'] as const) {
      await page.getByTitle(zh.roster.views[view], { exact: true }).click();
      const day = page.locator('.board-grid [data-date="2026-12-01"]');
      await day.waitFor();
      const isInSight = () =>
        day.evaluate((heading) => {
          const { left, right } = heading.getBoundingClientRect();
          return left > 0 && right < window.innerWidth;
        });
      expect(await isInSight()).toBe(false);
      await page.getByRole('navigation', { name: zh.roster.toMonth }).getByText('2026年12月').click();
      expect(await isInSight()).toBe(true);
    }
    // Only the days in sight are drawn, and each under its heading; the keyboard gets to any of them.
    await page.getByTitle(zh.roster.views.workers, { exact: true }).click();
    await page.locator('.board-grid [data-row="1"] > [data-column="1"]').click();
    for (const { key, date, number } of [
      { key: 'End', date: '2027-03-28', number: 357 },
      { key: 'Control+ArrowLeft', date: '2026-04-06', number: 1 },
    ]) {
      await page.keyboard.press(key);
      const cell = page.locator(`[data-row="1"] > [data-column="${String(number)}"]:focus`);
      await cell.waitFor();
      const leftOf = (one: Locator) => one.evaluate((element) => Math.round(element.getBoundingClientRect().left));
      const heading = page.locator('[role="columnheader"]', { has: page.locator(`[data-date="${date}"]`) });
      expect(await leftOf(cell)).toBe(await leftOf(heading));
    }
    expect(await page.locator('[data-row="1"] > .day-cell').count()).toBeLessThan(60);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: zh.roster.generate }).click();
    await page.getByRole('heading', { name: zh.generate.titleFor('2026年4月6日 至 2027年3月28日') }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
