import { en } from '../../src/web/messages/en.js';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, violations } from './browser.js';

describeInBrowser('leave', (stage) => {
  it('is asked for on a telephone, priced and approved at the desk, and told to the person', async () => {
    const phone = await stage().visit({ login: 'staff-shijingshan', width: 360, hasMotion: true });
    await phone.open('/contracts/shijingshan/my-leave');
    await phone.page.getByRole('button', { name: zh.requests.send }).click();
    await phone.page.getByText(zh.requests.sent).waitFor();
    await phone.page.getByText(zh.requests.statuses.requested).waitFor();
    expect(await violations(phone.page)).toEqual([]);

    const desk = await stage().visit({ login: 'manager-shijingshan', language: 'en' });
    await desk.open('/contracts/shijingshan/leave-requests');
    await desk.page.getByRole('button', { name: en.requests.price }).click();
    await desk.page.getByText(en.requests.noDuty).waitFor();
    expect(await violations(desk.page)).toEqual([]);
    await desk.page.getByRole('button', { name: en.requests.approve }).click();
    await desk.page.getByText(en.requests.nothingTitle).waitFor();
    expect(desk.complaints).toEqual([]);
    await desk.close();

    await phone.open('/contracts/shijingshan/my-messages');
    await phone.page.getByText('请假已批准').waitFor();
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });

  it('beside a wish, which is told apart and counted for the manager', async () => {
    const phone = await stage().visit({ login: 'staff-shijingshan', width: 360, language: 'en' });
    await phone.open('/contracts/shijingshan/my-wishes');
    await phone.page.getByRole('button', { name: en.wishes.send }).click();
    await phone.page.getByText(en.wishes.sent).waitFor();
    await phone.page.getByText(en.wishes.outcomes.open).waitFor();
    expect(await violations(phone.page)).toEqual([]);
    const desk = await stage().visit({ login: 'manager-shijingshan' });
    await desk.open('/contracts/shijingshan/leave-requests');
    await desk.page.getByRole('columnheader', { name: zh.wishes.outcomes.refused }).waitFor();
    expect(await violations(desk.page)).toEqual([]);
    expect([...phone.complaints, ...desk.complaints]).toEqual([]);
    await desk.close();
    await phone.page.getByRole('button', { name: en.wishes.withdraw }).click();
    await phone.page.getByText(en.wishes.noneTitle).waitFor();
    await phone.close();
  });
});
