import { readFixtures } from '../../src/adapters/system/fixtures.js';
import { issueFeedAddress } from '../../src/application/feeds/issue-feed-address.js';
import { zh } from '../../src/web/messages/zh.js';
import { present } from '../../src/shared/assert.js';
import { codeOf } from '../support/authenticator.js';
import { choose, describeInBrowser, violations } from './browser.js';

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
    expect(await violations(page)).toEqual([]);
    await choose(page, { field: drawer.getByLabel(zh.users.role), option: zh.roles.finance });
    await drawer.getByRole('button', { name: zh.users.save }).click();
    await drawer.getByRole('button', { name: zh.users.link }).click();
    const link = present(await drawer.getByTestId('sign-in-link').textContent(), 'link');
    expect(administrator.complaints).toEqual([]);

    const visit = await stage().visit({ width: 360 });
    const phone = visit.page;
    await visit.open(link);
    // The term of the first contract is still to be confirmed, so its money pages refuse.
    visit.complaints.splice(0);
    await phone.locator('.shell').waitFor();
    await visit.open('/account');
    await phone.getByLabel(zh.account.next, { exact: true }).fill(password);
    await phone.getByLabel(zh.account.again).fill(password);
    await phone.getByRole('button', { name: zh.account.set }).click();
    await phone.getByText(zh.account.passwordKept).waitFor();
    await phone.getByRole('button', { name: zh.account.begin }).click();
    const shown = await phone.locator('.second-factor-begun .code').textContent();
    const secret = present(shown, 'secret').replaceAll(' ', '');
    await phone.getByLabel(zh.account.code, { exact: true }).fill(codeOf(secret, world.clock.now()));
    await phone.getByRole('button', { name: zh.account.confirm }).click();
    await phone.getByText(zh.account.recoveryTitle).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();

    await administrator.open('/administration/users');
    await page.getByRole('button', { name: zh.users.editOf('新财务') }).click();
    await drawer.getByRole('button', { name: zh.users.reset }).click();
    await page.getByRole('tooltip').getByRole('button', { name: zh.users.reset }).click();
    await drawer.getByTestId('sign-in-link').waitFor();
    // There is no password to take away any more.
    await drawer.getByRole('button', { name: zh.users.reset }).waitFor({ state: 'detached' });
    // By keyboard alone: the question takes the focus, and whatever takes the button's place has it afterwards.
    await drawer.getByRole('button', { name: zh.users.switchOff }).press('Enter');
    const cancel = page.getByRole('tooltip').getByRole('button', { name: zh.cancel });
    await cancel.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await drawer.getByRole('button', { name: zh.users.switchOn }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await drawer.getByRole('button', { name: zh.users.switchOff }).and(page.locator(':focus')).waitFor();
    await administrator.open('/administration/access-log');
    for (const action of ['users.add', 'users.link', 'account.password', 'account.codesOn'])
      await page
        .getByRole('cell', { name: zh.accessLog.actions[action] ?? action, exact: true })
        .first()
        .waitFor();
    await administrator.close();
  });

  it('takes in the file of a further contract, and of a wrong one shows every wrong place', async () => {
    const visit = await stage().visit({ login: 'administrator' });
    const { page } = visit;
    await visit.open('/administration/contracts');
    const contract = present(
      readFixtures().contracts.find(({ key }) => key === 'horqin'),
      'horqin',
    );
    const pick = (content: object) =>
      page.getByLabel(zh.contractsKept.file, { exact: true }).setInputFiles({
        name: 'contract.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(content)),
      });
    const send = page.getByRole('button', { name: zh.contractsKept.send });
    await pick({ ...contract, amountFen: 1 });
    await send.click();
    await page.getByRole('cell', { name: 'instalments', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    // The browser itself reports the refusal.
    expect(visit.complaints.splice(0)).toHaveLength(1);
    await pick(contract);
    expect(await page.getByRole('cell', { name: 'instalments', exact: true }).count()).toBe(0);
    await send.click();
    await page.getByText(zh.contractsKept.added(contract.name.zh)).waitFor();
    await page.getByRole('link', { name: contract.name.zh }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('sees every calendar address in use and withdraws one; nobody else sees them', async () => {
    const { world } = stage();
    const visit = await stage().visit({ login: 'administrator' });
    const { page } = visit;
    await visit.open('/administration/feeds');
    await page.getByRole('heading', { name: zh.feedsOverview.emptyTitle }).waitFor();
    const issued = await issueFeedAddress(world, { contract: 'sujiatuo', worker: 'S001' });
    expect(issued).toMatchObject({ ok: true });
    await visit.open('/administration/feeds');
    const row = page.getByRole('row').filter({ hasText: 'S001' });
    await row.getByText(zh.feeds.neverFetched).waitFor();
    await row.getByRole('button').click();
    await page.getByRole('tooltip').getByRole('button', { name: zh.feeds.revoke, exact: true }).click();
    await page.getByRole('heading', { name: zh.feedsOverview.emptyTitle }).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();

    const manager = await stage().visit({ login: 'manager-sujiatuo' });
    await manager.open('/administration/feeds');
    await manager.page.getByRole('alert').filter({ hasText: zh.states.noPermissionHint }).waitFor();
    await manager.close();
  });
});
