import { civilDate } from '../../src/shared/civil-date.js';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, type Visit } from './browser.js';

/** Two days of a team of eleven: planned in seconds. */
const period = 'from=2026-05-07&to=2026-05-08';

describeInBrowser('a roster from demand to publication', (stage) => {
  let visit: Visit;
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('is generated with progress and a proof, then published after its difference was shown', async () => {
    visit = await stage().visit({ login: 'manager-sujiatuo', hasMotion: true });
    const { page } = visit;
    await visit.open(`/contracts/sujiatuo/roster?${period}`);
    await page.getByText(zh.roster.noRosterTitle).waitFor();
    await page.getByRole('button', { name: zh.roster.generate }).click();
    await page.getByLabel(zh.generate.timeLimit).fill('20');
    await page.getByRole('button', { name: zh.generate.start }).click();
    await page.getByRole('button', { name: zh.generate.cancel }).waitFor();
    await page.getByRole('heading', { name: zh.proof.title }).waitFor();
    await page.getByText('✓').first().waitFor();

    await page.getByRole('button', { name: zh.publish.open }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('region', { name: zh.publish.difference }).waitFor();
    const people = await dialog.locator('.difference tbody tr').count();
    expect(people).toBeGreaterThan(0);
    await dialog.getByRole('button', { name: zh.publish.confirm }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.badge', { hasText: zh.roster.statuses.published }).first().waitFor();
    const published = await stage().world.unitOfWork.read(({ rosters }) => rosters.latestVersion('sujiatuo'));
    expect(published).toBe(1);
  });

  it('shows who is there, each person’s week and each post', async () => {
    visit = await stage().visit({ login: 'manager-sujiatuo', hasMotion: true });
    const { page } = visit;
    await visit.open(`/contracts/sujiatuo/roster?${period}`);
    await page.locator('.strip-cell').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('columnheader', { name: zh.roster.worker }).first().waitFor();
    await page.keyboard.press('Escape');
    await visit.open(`/contracts/sujiatuo/roster?${period}&view=workers`);
    const table = page.getByRole('grid', { name: zh.roster.views.workers });
    expect(await table.getByRole('row').count()).toBe(12);
    await page.getByLabel(zh.roster.searchWorker).fill('S008');
    await page.getByText(zh.roster.workerCount(1, 11)).waitFor();
    expect(await table.getByRole('row').count()).toBe(2);
    await visit.open(`/contracts/sujiatuo/roster?${period}&view=posts`);
    await page.getByRole('table', { name: zh.roster.views.posts }).locator('.day-duty').first().waitFor();
  });

  it('tells who else could take a duty, and repairs the roster when somebody is absent', async () => {
    visit = await stage().visit({ login: 'manager-sujiatuo', hasMotion: true });
    const { page } = visit;
    await visit.open(`/contracts/sujiatuo/roster?${period}&view=workers`);
    const holder = await stage().world.unitOfWork.read(async ({ rosters }) => {
      const day = civilDate('2026-05-08');
      const [published] = await rosters.published('sujiatuo', { from: day, to: day });
      return published?.assignments.find((one) => one.date === '2026-05-08')?.worker ?? '';
    });
    await page.getByRole('grid', { name: zh.roster.views.workers }).getByText(holder).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: zh.reasons.whoElse }).last().click();
    await drawer.getByRole('columnheader', { name: zh.reasons.costDifference }).waitFor();
    expect(await drawer.locator('.replacements tbody tr').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: zh.replan.open }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(zh.roster.worker).click();
    await page.keyboard.type(holder);
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: /^重\s*排$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('重排完成', { exact: false }).waitFor();
    await page.locator('.badge', { hasText: zh.roster.statuses.draft }).first().waitFor();
  });

  it('is read-only for the client, without names, prices or drafts', async () => {
    visit = await stage().visit({ login: 'client-sujiatuo' });
    const { page } = visit;
    await visit.open(`/contracts/sujiatuo/roster?${period}`);
    await page.getByRole('heading', { name: zh.roster.coverageTitle }).waitFor();
    await page.locator('.strip-cell').first().waitFor();
    expect(await page.getByRole('button', { name: zh.roster.generate }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: zh.proof.title }).count()).toBe(0);
    await page.locator('.strip-cell').first().click();
    await page.getByText(zh.roster.peopleHidden).waitFor();
  });

  it('waits for the term of a contract that contradicts itself', async () => {
    visit = await stage().visit({ login: 'manager-anding' });
    const { page } = visit;
    await visit.open('/contracts/anding/roster');
    await page.getByText(zh.roster.blockedText).waitFor();
    await visit.open('/contracts/anding');
    await page.getByLabel(zh.contract.confirmDocument).waitFor();
    expect(await page.getByRole('button', { name: zh.contract.confirmTerm }).isDisabled()).toBe(true);
  });
});
