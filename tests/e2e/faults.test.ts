import type { Page, Route } from 'playwright-core';
import { planRoster } from '../../src/application/plan-roster/plan-roster.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, type Visit } from './browser.js';

const days = { from: civilDate('2026-05-07'), to: civilDate('2026-05-08') };

/** From now until the returned function is called, what the page asks of this part of the service goes wrong. */
async function broken(page: Page, address: string, fault: (route: Route) => Promise<void>) {
  const url = `**/api/v1/${address}`;
  await page.route(url, fault);
  return () => page.unroute(url);
}

const cut = (route: Route) => route.abort('connectionfailed');
const failing = (route: Route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'oops' });

describeInBrowser('when the service can not be had', (stage) => {
  let visit: Visit;
  afterEach(async () => {
    // The browser itself writes each failed request into its console; nothing else may be there.
    expect(visit.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([]);
    await visit.close();
  });

  it('the board keeps unsaved edits and what it shows, and goes on once the service is back', async () => {
    const roster = await planRoster(stage().world, {
      contract: 'sujiatuo',
      ...days,
      engine: 'highs',
      timeLimitSeconds: 5,
      seed: 1,
    });
    if (!roster.ok) throw new Error(roster.refusal.message.en);
    const { id, assignments } = roster.value;
    const worker = assignments.find(({ date }) => date === days.from)?.worker ?? '';
    visit = await stage().visit({ login: 'manager-sujiatuo' });
    const { page } = visit;
    await visit.open(`/contracts/sujiatuo/roster?from=${days.from}&to=${days.to}&view=workers&roster=${id}`);
    const grid = page.getByRole('grid', { name: zh.roster.views.workers });
    await grid.getByRole('row').filter({ hasText: worker }).locator('[data-column="1"]').click();
    await page.keyboard.press('Delete');
    const panel = page.getByRole('complementary', { name: zh.board.editing });
    await panel.getByText(zh.board.vacantTime).waitFor();

    const restore = await broken(page, `contracts/sujiatuo/rosters/${id}`, cut);
    await panel.getByRole('button', { name: zh.board.save }).click();
    await panel.getByText(zh.states.unreachable).waitFor();
    await panel.getByText(zh.board.pending(1), { exact: true }).waitFor();
    await restore();

    const revive = await broken(page, 'contracts/sujiatuo/coverage?*', failing);
    await page.getByRole('button', { name: zh.roster.nextPeriod }).click();
    await page.getByRole('alert').getByText(zh.states.serverFailed(500)).waitFor();
    await revive();
    await page.getByRole('button', { name: zh.states.retry }).click();
    await page.getByText(zh.roster.noRosterTitle).waitFor();
    await page.getByRole('button', { name: zh.roster.previousPeriod }).click();

    await panel.getByText(zh.board.pending(1), { exact: true }).waitFor();
    await panel.getByRole('button', { name: zh.board.save }).click();
    await panel.getByText(zh.board.pending(0), { exact: true }).waitFor();
    const kept = await stage().world.unitOfWork.read(({ rosters }) => rosters.find('sujiatuo', id));
    expect(kept?.assignments.some((one) => one.worker === worker && one.date === days.from)).toBe(false);
  });

  it('the board leaves the former view until the next one is there', async () => {
    visit = await stage().visit({ login: 'client-sujiatuo' });
    const { page } = visit;
    await visit.open(`/contracts/sujiatuo/roster?from=${days.from}&to=${days.to}`);
    const board = page.locator('.board');
    await board.getByRole('table').first().waitFor();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await broken(page, 'contracts/sujiatuo/coverage?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: zh.roster.nextPeriod }).click();
    await page.locator('.board[aria-busy="true"]').waitFor();
    expect(await board.getByRole('table').count()).toBeGreaterThan(0);
    release();
    await page.locator('.board[aria-busy="false"]').waitFor();
  });

  it('the finance pages keep what was typed, and say what stands in the way', async () => {
    visit = await stage().visit({ login: 'finance-shijingshan' });
    const { page } = visit;
    await visit.open('/contracts/shijingshan/rates');
    await page.getByLabel(zh.rates.perPostYear).fill('111650.00');
    await page.getByLabel(zh.rates.document).fill('费用标准批复');
    const restore = await broken(page, 'contracts/shijingshan/rates', cut);
    await page.getByRole('button', { name: zh.rates.save }).click();
    await page.getByRole('alert').getByText(zh.states.unreachable).waitFor();
    expect(await page.getByLabel(zh.rates.document).inputValue()).toBe('费用标准批复');
    await restore();
    await page.getByRole('button', { name: zh.rates.save }).click();
    await page.getByRole('cell', { name: '费用标准批复' }).waitFor();

    const revive = await broken(page, 'contracts/shijingshan/vacancies?*', cut);
    await page.getByRole('link', { name: zh.navigation.vacancies }).click();
    await page.getByRole('alert').getByText(zh.states.unreachable).waitFor();
    await revive();
    await page.getByRole('button', { name: zh.states.retry }).click();
    await page.getByText(zh.finance.unknownTitle).waitFor();

    await broken(page, 'contracts/shijingshan/journal?*', (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'not-permitted', status: 403, detail: '' }),
      }),
    );
    await page.getByRole('link', { name: zh.navigation.journal }).click();
    await page.getByRole('heading', { name: zh.states.noPermissionTitle }).waitFor();
    expect(await page.getByRole('button', { name: zh.states.retry }).count()).toBe(0);
  });
});
