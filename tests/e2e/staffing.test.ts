import { en } from '../../src/web/messages/en.js';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, violations } from './browser.js';

describeInBrowser('staffing', (stage) => {
  it('is solved group by group, and leave comes on top', async () => {
    const visit = await stage().visit({ login: 'manager-sujiatuo' });
    const { page } = visit;
    await visit.open('/contracts/sujiatuo/staffing');
    await page.getByRole('button', { name: zh.staffing.run }).click();
    const strength = page.getByRole('heading', { name: zh.staffing.strength });
    await strength.waitFor();
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(5);
    // Seven days of 9.5 hours and seven nights of 15.5: within 40 hours lie two nights, or a night and two days, or four days. Five
    // people with seven nights take six days at most.
    await rows.nth(0).getByText(zh.staffing.proven).waitFor();
    expect(await rows.nth(0).locator('b').allTextContents()).toEqual(['4', '6']);
    const figures = page.locator('dl.totals dd');
    const before = await figures.allTextContents();
    await page.getByLabel(zh.staffing.annualLeave).fill('15');
    await page.getByLabel(zh.staffing.sick).fill('5');
    const after = await figures.allTextContents();
    expect(after).not.toEqual(before);
    // A number that is being written anew counts as what it was, and an empty field left behind gets it back.
    const leave = page.getByLabel(zh.staffing.annualLeave);
    await leave.fill('');
    expect(await figures.allTextContents()).toEqual(after);
    await leave.blur();
    expect(await leave.inputValue()).toBe('15');
    expect(await violations(page)).toEqual([]);

    // The same on a phone, in English.
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('button', { name: 'English' }).click();
    await rows.nth(0).getByText(en.staffing.proven).waitFor();
    expect(await rows.nth(0).locator('b').allTextContents()).toEqual(['4', '6']);
    expect(await violations(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
