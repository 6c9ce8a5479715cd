import { present } from '../../src/shared/assert.js';
import { done } from '../../src/shared/result.js';
import { zh } from '../../src/web/messages/zh.js';
import { codeOf } from '../support/authenticator.js';
import { describeInBrowser, violations } from './browser.js';

describeInBrowser('one-time codes', (stage) => {
  it('are switched on by the person, asked for at sign-in, and a recovery code stands in for the telephone', async () => {
    const { world } = stage();
    const visit = await stage().visit({ login: 'client-anding', width: 360 });
    const { page } = visit;
    await visit.open('/account');
    await page.getByLabel(zh.account.next, { exact: true }).fill('four unrelated words');
    await page.getByLabel(zh.account.again).fill('four unrelated words');
    await page.getByRole('button', { name: zh.account.set }).click();
    await page.getByText(zh.account.passwordKept).waitFor();
    await page.getByRole('button', { name: zh.account.begin }).click();
    await page.getByRole('img', { name: zh.account.qrAlt }).waitFor();
    const secret = present(await page.locator('.second-factor-begun .code').textContent(), 'secret').replaceAll(
      ' ',
      '',
    );
    await page.getByLabel(zh.account.code, { exact: true }).fill(codeOf(secret, world.clock.now()));
    await page.getByRole('button', { name: zh.account.confirm }).click();
    await page.getByText(zh.account.recoveryTitle).waitFor();
    const recoveryCode = present(await page.locator('.recovery-codes li').first().textContent(), 'recovery code');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: zh.account.saved }).click();
    await page.getByText(zh.account.codesLeft(10)).waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();

    const again = await stage().visit({ width: 360 });
    await again.open('/');
    await again.page.getByLabel(zh.session.login).fill('client-anding');
    await again.page.getByLabel(zh.session.password, { exact: true }).fill('four unrelated words');
    await again.page.keyboard.press('Enter');
    await again.page.getByLabel(zh.account.codeLabel).fill('000000');
    await again.page.keyboard.press('Enter');
    await again.page.getByRole('alert').waitFor();
    expect(await violations(again.page)).toEqual([]);
    await again.page.getByLabel(zh.account.codeLabel).fill(recoveryCode);
    await again.page.keyboard.press('Enter');
    await again.page.locator('.shell').waitFor();
    await again.close();
    await world.unitOfWork.write(async ({ accounts }) => {
      await accounts.removeSecondFactor(present(await accounts.findByLogin('client-anding'), 'client').id);
      return done(null);
    });
  });
});
