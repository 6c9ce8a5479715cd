import { zh } from '../../src/web/messages/zh.js';
import { present } from '../../src/shared/assert.js';
import { codeOf } from '../support/authenticator.js';
import { describeInBrowser, seriousViolations } from './browser.js';

const password = 'four unrelated words';

describeInBrowser('an administrator', (stage) => {
  it('creates a user with a role in one contract, who signs in by the link and turns on one-time codes', async () => {
    const { world } = stage();
    const administrator = await stage().visit({ login: 'administrator' });
    await administrator.open('/administration/users');
    const { page } = administrator;
    await page.getByRole('button', { name: zh.users.add }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(zh.users.login).fill('new-finance');
    await drawer.getByLabel(zh.users.name).fill('新财务');
    await drawer.getByRole('button', { name: zh.users.addGrant }).click();
    expect(await seriousViolations(page)).toEqual([]);
    await drawer.getByLabel(zh.users.role).click({ force: true });
    await page.locator('.ant-select-item-option', { hasText: zh.roles.finance }).click();
    await drawer.getByRole('button', { name: zh.users.save }).click();
    await drawer.getByRole('button', { name: zh.users.link }).click();
    const link = present(await drawer.getByTestId('sign-in-link').textContent(), 'link');
    expect(administrator.complaints).toEqual([]);

    const visit = await stage().visit({ width: 360 });
    const phone = visit.page;
    await phone.goto(link);
    await phone.locator('.shell').waitFor();
    await visit.open('/account');
    await phone.getByLabel(zh.account.next, { exact: true }).fill(password);
    await phone.getByLabel(zh.account.again).fill(password);
    await phone.getByRole('button', { name: zh.account.change }).click();
    await phone.getByText(zh.account.changed).waitFor();
    await phone.getByRole('button', { name: zh.account.begin }).click();
    const shown = await phone.locator('.second-factor-begun .code').textContent();
    const secret = present(shown, 'secret').replaceAll(' ', '');
    await phone.getByLabel(zh.account.code, { exact: true }).fill(codeOf(secret, world.clock.now()));
    await phone.getByRole('button', { name: zh.account.confirm }).click();
    await phone.getByText(zh.account.recoveryTitle).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();

    await administrator.open('/administration/access-log');
    for (const action of ['users.add', 'users.link', 'account.password', 'account.codesOn'])
      await page
        .getByRole('cell', { name: zh.accessLog.actions[action] ?? action, exact: true })
        .first()
        .waitFor();
    await administrator.close();
  });
});
