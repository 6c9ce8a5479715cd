import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, type Visit } from './browser.js';

describeInBrowser('calendar feeds', (stage) => {
  let visit: Visit;
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('are issued by the manager, fetched by a calendar, and withdrawn', async () => {
    visit = await stage().visit({ login: 'manager-sujiatuo' });
    const { page } = visit;
    await visit.open('/contracts/sujiatuo/feeds');
    await page.getByRole('button', { name: zh.feeds.manage }).first().click();
    await page.getByRole('button', { name: zh.feeds.issue }).click();
    const url = (await page.getByTestId('feed-url').textContent()) ?? '';
    expect(url).toMatch(/\/calendar\/[A-Za-z0-9_-]{43}\.ics$/u);
    expect(
      await page.getByAltText(zh.feeds.qrAlt).evaluate((image) => (image as { naturalWidth?: number }).naturalWidth),
    ).toBeGreaterThan(0);
    const feed = await fetch(url);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR/u);

    await page.getByRole('button', { name: zh.feeds.revoke, exact: true }).click();
    await page.getByRole('tooltip').getByRole('button', { name: zh.feeds.revoke, exact: true }).click();
    await page.getByRole('button', { name: zh.feeds.issue }).waitFor();
    expect((await fetch(url)).status).toBe(404);
  });

  it('are subscribed by staff on a phone, beside their shifts and messages', async () => {
    visit = await stage().visit({ login: 'staff-sujiatuo', width: 360 });
    const { page } = visit;
    await page.waitForURL('**/contracts/sujiatuo/my-shifts');
    await page.getByRole('heading', { level: 1, name: zh.mine.shiftsTitle }).waitFor();
    const tabs = page.locator('.shell-tabs');
    await tabs.getByRole('link', { name: zh.navigation.myMessages }).click();
    await page.getByRole('heading', { level: 1, name: zh.mine.messagesTitle }).waitFor();
    // A phone has room for four; the others stand behind “more”.
    await tabs.getByRole('button', { name: zh.navigation.more }).click();
    await page.getByRole('dialog').getByRole('link', { name: zh.navigation.myCalendar }).click();
    await page.getByRole('button', { name: zh.feeds.issue }).click();
    await page.getByTestId('feed-url').waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
  });
});
