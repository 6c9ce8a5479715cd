import { present } from '../../src/shared/assert.js';
import { done } from '../../src/shared/result.js';
import { en } from '../../src/web/messages/en.js';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, type Visit } from './browser.js';

describeInBrowser('signing in', (stage) => {
  let visit: Visit;
  afterEach(async () => {
    await visit.close();
  });

  it('opens the manager’s roster with login and password, and says when they are wrong', async () => {
    await stage().world.unitOfWork.write(async ({ accounts }) => {
      const user = present(await accounts.findByLogin('manager-sujiatuo'), 'the sample manager');
      await accounts.save({ ...user, passwordHash: 'plain:correct horse battery' });
      return done(null);
    });
    visit = await stage().visit();
    const { page } = visit;
    await visit.open('/');
    expect(visit.complaints).toEqual([]);
    await page.getByRole('button', { name: zh.session.signIn }).click();
    await page.locator('input[name=login][aria-invalid=true]:focus').waitFor();
    expect(await page.getByText(zh.changes.faults.empty).count()).toBe(2);
    await page.getByLabel(zh.session.login).fill('manager-sujiatuo');
    await page.getByLabel(zh.session.password, { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel(zh.session.password, { exact: true }).fill('correct horse battery');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: zh.roster.title, exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/contracts/sujiatuo/roster');
    // The browser itself notes the refused password; nothing else may complain.
    expect(visit.complaints.filter((line) => !line.includes('401'))).toEqual([]);
  });

  it('takes the token of a sign-in address out of the bar, and signs out', async () => {
    visit = await stage().visit({ login: 'client-sujiatuo' });
    const { page } = visit;
    expect(page.url()).not.toContain('sign-in');
    await page.getByRole('button', { name: zh.session.signOut }).click();
    await page.getByLabel(zh.session.login).waitFor();
    await visit.open('/contracts');
    await page.getByLabel(zh.session.login).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('lets whoever’s session is over sign out, and sign in again from a refusal', async () => {
    visit = await stage().visit({ login: 'staff-shijingshan', width: 360 });
    const { page, context } = visit;
    await visit.open('/contracts/shijingshan/my-leave');
    await context.clearCookies();
    await page.getByRole('button', { name: zh.requests.send }).click();
    await page.getByRole('alert').getByRole('button', { name: zh.session.signIn }).waitFor();
    await page.getByRole('button', { name: zh.session.signOut }).click();
    await page.getByLabel(zh.session.login).waitFor();
    // Who signs out knows it; whose session ended elsewhere is told.
    expect(await page.getByText(zh.session.ended).count()).toBe(0);
  });

  it('tells whoever’s session is over why the sign-in page is back', async () => {
    visit = await stage().visit({ login: 'staff-shijingshan', width: 360 });
    await visit.context.clearCookies();
    await visit.open('/contracts/shijingshan/my-shifts');
    await visit.page.getByText(zh.session.ended).waitFor();
    expect(new URL(visit.page.url()).pathname).toBe('/contracts/shijingshan/my-shifts');
  });

  it('says that a sign-in address is no longer good', async () => {
    visit = await stage().visit();
    await visit.open(`/?sign-in=${'x'.repeat(43)}`);
    await visit.page.getByRole('alert').waitFor();
    await visit.page.getByLabel(zh.session.login).waitFor();
  });

  it('switches the language and keeps it', async () => {
    visit = await stage().visit({ login: 'client-sujiatuo' });
    const { page } = visit;
    await page.getByRole('button', { name: zh.language.other }).click();
    await page.getByRole('button', { name: en.session.signOut }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: en.session.signOut }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
    expect(visit.complaints).toEqual([]);
  });

  it('turns a stranger of the contract away', async () => {
    visit = await stage().visit({ login: 'manager-sujiatuo' });
    for (const place of ['', '/roster', '/today', '/people', '/vacancies', '/statements', '/my-shifts']) {
      await visit.open(`/contracts/shijingshan${place}`);
      await visit.page.getByRole('heading', { name: zh.states.noPermissionTitle }).first().waitFor();
    }
    await visit.open('/contracts');
    expect(await visit.page.getByText('石景山').count()).toBe(0);
  });
});
