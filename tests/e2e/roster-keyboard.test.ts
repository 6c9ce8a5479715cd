import type { Locator } from 'playwright-core';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, type Visit } from './browser.js';

/** Three days of a team of eleven: planned in seconds. */
const days = { from: '2026-05-19', to: '2026-05-21' };

describeInBrowser('a manager without a mouse', (stage) => {
  let visit: Visit;
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('plans, reads the proof, edits by letters, undoes, repairs and publishes', async () => {
    visit = await stage().visit({ login: 'manager-sujiatuo' });
    const { page } = visit;
    const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
    /** Tab by tab, as somebody does who only sees where the focus is. */
    const reach = async (target: Locator) => {
      await target.waitFor({ state: 'attached' });
      for (let tabs = 0; tabs < 150; tabs += 1) {
        if (await isFocused(target)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${target.toString()}`);
    };
    const press = async (target: Locator) => {
      await reach(target);
      await page.keyboard.press('Enter');
    };
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const write = async (target: Locator, text: string) => {
      await reach(target);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    const focusIsOn = (target: Locator) => expect(isFocused(target)).resolves.toBe(true);

    await visit.open('/contracts');
    await press(
      page
        .getByRole('main')
        .getByRole('link', { name: /苏家坨/u })
        .first(),
    );
    await press(page.getByRole('navigation').getByRole('link', { name: zh.navigation.roster, exact: true }).first());
    await write(page.getByLabel(zh.roster.from), days.from);
    await write(page.getByLabel(zh.roster.to), days.to);
    await page.getByText(zh.roster.dayCount(3)).waitFor();
    await page.getByText(zh.roster.noRosterTitle).waitFor();

    await press(button(zh.roster.generate));
    await write(page.getByLabel(zh.generate.timeLimit), '20');
    await press(button(zh.generate.start));
    await page.getByRole('heading', { name: zh.proof.title }).waitFor();
    await page.locator('.proof-check', { hasText: '✓' }).waitFor();
    await focusIsOn(button(zh.roster.generate));

    // Coverage: the arrows walk, Enter asks who is there and who could be, Escape comes back to the cell.
    await reach(page.locator('.strip-cell[tabindex="0"]'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('region', { name: zh.reasons.candidates }).waitFor();
    await page.getByRole('dialog').locator('.candidates').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await focusIsOn(page.locator('.strip-cell[data-row="0"][data-column="1"]'));

    // The view switch is a group of radios: Tab to it, arrow to the next.
    await reach(page.getByRole('radio', { name: zh.roster.views.coverage }));
    await page.keyboard.press('ArrowRight');
    const grid = page.getByRole('grid', { name: zh.roster.views.workers });
    const panel = page.getByRole('complementary', { name: zh.board.editing });
    const pending = (count: number) => panel.getByText(zh.board.pending(count), { exact: true }).waitFor();
    await grid.waitFor();
    await reach(grid.locator('[data-column][tabindex="0"]'));
    // The first person on duty on the second day, found by walking down the column.
    await page.keyboard.press('ArrowRight');
    const here = grid.locator('[data-column="2"][tabindex="0"]');
    for (let row = 0; row < 11 && (await here.locator('.chip').count()) === 0; row += 1)
      await page.keyboard.press('ArrowDown');
    const code = await here.locator('.chip').innerText();
    await page.keyboard.press('KeyN');
    await pending(1);
    await here.locator('.chip', { hasText: '夜' }).waitFor();
    await page.keyboard.press('Control+z');
    await pending(0);
    await here.locator('.chip', { hasText: code }).waitFor();
    await page.keyboard.press('Delete');
    await pending(1);
    await page.keyboard.press('Control+s');
    await pending(0);
    await focusIsOn(here);

    // What the deletion has left open: its reason, and the cheapest remedy taken into the draft.
    const vacancy = page.getByRole('row').filter({ hasText: '手工改动后空出' }).first();
    await press(vacancy.getByRole('button', { name: zh.reasons.open }));
    await press(page.getByRole('dialog').getByRole('button', { name: zh.board.apply }).first());
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await focusIsOn(vacancy.getByRole('button', { name: zh.reasons.open }));
    await press(panel.getByRole('button', { name: zh.board.save }));
    await pending(0);
    await vacancy.waitFor({ state: 'hidden' });

    await press(button(zh.publish.open));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('region', { name: zh.publish.difference }).waitFor();
    expect(await dialog.locator('.difference tbody tr').count()).toBeGreaterThan(0);
    await press(dialog.getByRole('button', { name: zh.publish.confirm }));
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('.badge', { hasText: zh.roster.statuses.published }).first().waitFor();
    await focusIsOn(page.getByRole('main'));
    const published = await stage().world.unitOfWork.read(({ rosters }) => rosters.latestVersion('sujiatuo'));
    expect(published).toBe(1);
  });
});
