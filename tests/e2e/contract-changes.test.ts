import { zh } from '../../src/web/messages/zh.js';
import { choose, describeInBrowser, violations } from './browser.js';

const group = '老山街道政务服务中心 · 综合窗口';

describeInBrowser('the contract page', (stage) => {
  it('changes an assumed post count on a document, shows the effect first, keeps the history and takes it back', async () => {
    const visit = await stage().visit({ login: 'manager-shijingshan' });
    const { page } = visit;
    await visit.open('/contracts/shijingshan');
    await page.getByRole('button', { name: zh.changes.title(group) }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('岗位数', { exact: true }).fill('6');
    await drawer.getByRole('checkbox', { name: zh.changes.stillAssumed }).uncheck();
    await drawer.getByRole('button', { name: zh.changes.preview }).click();
    const effect = drawer.getByRole('status', { name: zh.changes.effect });
    await effect.getByRole('cell', { name: group }).waitFor();
    expect(await violations(page)).toEqual([]);
    await drawer.getByLabel(zh.changes.document).fill('甲方岗位表，2026-05-06');
    await drawer.getByRole('button', { name: zh.changes.save }).click();
    await drawer.waitFor({ state: 'detached' });

    const history = page.locator('.contract-changes > li');
    await history.filter({ hasText: '甲方岗位表' }).waitFor();
    expect(await history.count()).toBe(1);
    const text = (await history.first().textContent()) ?? '';
    expect(text).toContain(zh.people.change('岗位数', '4', '6'));
    expect(text).toContain('石景山区政务服务综合窗口服务项目经理');

    await history.getByRole('button', { name: zh.changes.undo }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(zh.changes.document).fill('甲方函，2026-05-06');
    await dialog.getByRole('button', { name: zh.changes.undo }).click();
    await history.filter({ hasText: zh.changes.undoes(1) }).waitFor();
    await history.filter({ hasText: zh.changes.undone }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('changes shares and cap of a deduction rule, and what calendars show, from a day on', async () => {
    const visit = await stage().visit({ login: 'manager-shijingshan' });
    const { page } = visit;
    await visit.open('/contracts/shijingshan');
    await page.getByRole('button', { name: zh.changes.title('工作失误扣减') }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('重大失误').fill('0.45');
    await drawer.getByLabel(zh.changes.fields['cap'] ?? '').fill('200000');
    await drawer.getByRole('button', { name: zh.changes.preview }).click();
    await drawer.getByRole('status', { name: zh.changes.effect }).waitFor();
    expect(await violations(page)).toEqual([]);
    await drawer.getByLabel(zh.changes.document).fill('补充协议三');
    await drawer.getByRole('button', { name: zh.changes.save }).click();
    await drawer.waitFor({ state: 'detached' });
    const change = page.locator('.contract-changes > li').filter({ hasText: '补充协议三' });
    await change.waitFor();
    expect(await change.textContent()).toContain('重大失误 0.45%');
    expect(await change.textContent()).toContain(
      zh.people.change(zh.changes.fields['cap'] ?? '', '¥156,310.00', '¥200,000.00'),
    );

    await page.getByRole('button', { name: zh.changes.title(zh.contract.feed) }).click();
    await drawer.getByRole('checkbox', { name: zh.changes.fields['showsLocation'] ?? '' }).uncheck();
    await drawer.getByLabel(zh.changes.fields['clause'] ?? '').fill('补充协议四');
    await drawer.getByLabel(zh.changes.document).fill('补充协议四');
    await drawer.getByRole('button', { name: zh.changes.save }).click();
    await page.getByText(zh.contract.feedShows.timesOnly).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('sends nothing wrong, says beside the field what is wrong, and gives the focus back', async () => {
    const visit = await stage().visit({ login: 'manager-shijingshan' });
    const { page } = visit;
    await visit.open('/contracts/shijingshan');
    const opener = page.getByRole('button', { name: zh.changes.title(group) });
    await opener.click();
    const drawer = page.getByRole('dialog');
    const headcount = drawer.getByLabel('岗位数', { exact: true });
    await headcount.fill('99999999999');
    await drawer.getByLabel(zh.changes.fields['clause'] ?? '').fill(' ');
    await drawer.getByLabel(zh.changes.document).fill('甲方岗位表');
    await drawer.getByRole('button', { name: zh.changes.save }).click();
    await drawer.getByText(zh.changes.faults.between(1, 9999)).waitFor();
    await drawer.getByText(zh.changes.faults.empty).waitFor();
    expect(await headcount.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);

    await headcount.fill('5');
    await drawer.getByLabel(zh.changes.fields['clause'] ?? '').fill('补充协议');
    await drawer.getByLabel(zh.changes.fields['to'] ?? '').fill('2026-05-01');
    await drawer.getByLabel(zh.changes.fields['to'] ?? '').press('Enter');
    await drawer.getByRole('button', { name: zh.changes.save }).click();
    await drawer.getByText('截止日 2026-05-01 早于生效日 2026-05-06').waitFor();

    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.getByRole('button', { name: zh.changes.addTitle(zh.changes.parts['postGroups'] ?? '') }).click();
    // Nothing is chosen from a drawer that still slides in: its list would open elsewhere, or not at all.
    await drawer.getByRole('button', { name: zh.changes.preview }).click({ trial: true });
    await choose(page, { field: drawer.getByLabel(zh.contract.site, { exact: true }), option: '老山街道政务服务中心' });
    await choose(page, { field: drawer.getByLabel(zh.contract.function, { exact: true }), option: '综合窗口' });
    await drawer.getByText(zh.changes.faults.groupExists).waitFor();
    // Of the earlier end, refused once by the server: Enter in the field of the day sent nothing.
    expect(visit.complaints).toEqual([expect.stringContaining('400')]);
    await visit.close();
  });

  it('leads to every part of the page and back to the top, by keyboard on a phone too', async () => {
    const visit = await stage().visit({ login: 'manager-shijingshan', width: 360 });
    const { page } = visit;
    await visit.open('/contracts/shijingshan');
    const contents = page.getByRole('navigation', { name: zh.contents.label });
    const toggle = contents.getByRole('button', { name: zh.contents.label });
    await toggle.focus();
    await page.keyboard.press('Enter');
    const link = contents.getByRole('link', { name: zh.changes.history });
    await link.focus();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await link.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('changes');
    // The bar follows the page's scroll, a frame later.
    await toggle.filter({ hasText: zh.changes.history }).waitFor();
    await contents.getByRole('button', { name: zh.contents.top }).click();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('offers no change to who may only read', async () => {
    const visit = await stage().visit({ login: 'client-shijingshan', width: 360, language: 'en' });
    await visit.open('/contracts/shijingshan');
    await visit.page.getByRole('heading', { name: 'Changes', exact: true }).waitFor();
    expect(await visit.page.getByRole('button', { name: /^Change/u }).count()).toBe(0);
    await visit.close();
  });
});
