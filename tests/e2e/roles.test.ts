import { enterRate } from '../../src/application/enter-rate/enter-rate.js';
import { saveUser } from '../../src/application/manage-users/save-user.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser } from './browser.js';

describeInBrowser('the pages of each role', (stage) => {
  it('offer an auditor to look, never to change, and say who did what on the server itself', async () => {
    const entered = await enterRate(stage().world, {
      contract: 'shijingshan',
      yuanPerPostYear: '111650.00',
      document: '费用标准批复',
      from: civilDate('2026-04-02'),
    });
    expect(entered).toMatchObject({ ok: true });
    const visit = await stage().visit({ login: 'auditor-shijingshan' });
    const { page } = visit;
    await visit.open('/contracts/shijingshan/attendance');
    await page.getByRole('heading', { name: zh.attendance.records, exact: true }).waitFor();
    expect(await page.getByRole('heading', { name: zh.attendance.import }).count()).toBe(0);
    await visit.open('/contracts/shijingshan/people');
    await page.getByRole('button', { name: zh.people.lookAt('W001') }).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('button', { name: zh.people.save }).count()).toBe(0);
    await visit.open('/contracts/shijingshan/rates');
    await page.getByText(zh.commandLine).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('offer whoever is manager and finance in one contract what both may do', async () => {
    const grants = (['manager', 'finance'] as const).map((role) => ({ contract: 'sujiatuo', role, worker: null }));
    const user = { id: null, login: 'both-sujiatuo', name: '经理兼财务', isActive: true, grants };
    expect(await saveUser(stage().world, user)).toMatchObject({ ok: true });
    const visit = await stage().visit({ login: 'both-sujiatuo' });
    const { page } = visit;
    await visit.open('/contracts/sujiatuo/rates');
    await page.getByRole('button', { name: zh.rates.save }).waitFor();
    await visit.open('/contracts/sujiatuo/people');
    await page.getByRole('button', { name: zh.people.add }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('keep whoever has but one contract in it beside the account', async () => {
    const visit = await stage().visit({ login: 'staff-sujiatuo', width: 360 });
    await visit.open('/account');
    await visit.page.getByRole('navigation').getByRole('link', { name: zh.navigation.myShifts }).click();
    await visit.page.getByRole('heading', { level: 1, name: zh.mine.shiftsTitle }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
