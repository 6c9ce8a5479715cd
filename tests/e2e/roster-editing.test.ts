import { planRoster } from '../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../src/application/publish-roster/publish-roster.js';
import type { Roster } from '../../src/domain/rostering/roster.js';
import { present } from '../../src/shared/assert.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, violations, type Visit } from './browser.js';

const days = { from: civilDate('2026-05-07'), to: civilDate('2026-05-08') };
const period = `from=${days.from}&to=${days.to}`;

describeInBrowser('a draft in people’s hands', (stage) => {
  const visits: Visit[] = [];
  afterEach(async () => {
    for (const visit of visits.splice(0)) {
      // The browser itself writes each refused request into its console; a merge begins with one.
      expect(visit.complaints.filter((one) => !one.includes('409 (Conflict)'))).toEqual([]);
      await visit.close();
    }
  });

  const planned = async (): Promise<Roster> => {
    const roster = await planRoster(stage().world, {
      contract: 'sujiatuo',
      ...days,
      engine: 'highs',
      timeLimitSeconds: 5,
      seed: 1,
    });
    if (!roster.ok) throw new Error(roster.refusal.message.en);
    return roster.value;
  };
  const stored = (id: string) =>
    stage().world.unitOfWork.read(async ({ rosters }) => {
      const roster = await rosters.find('sujiatuo', id);
      if (roster === undefined) throw new Error(`no roster ${id}`);
      return roster;
    });
  const opened = async (roster: Roster) => {
    const visit = await stage().visit({ login: 'manager-sujiatuo' });
    visits.push(visit);
    await visit.open(`/contracts/sujiatuo/roster?${period}&view=workers&roster=${roster.id}`);
    const { page } = visit;
    const cellOf = (worker: string, column: number) =>
      page
        .getByRole('row')
        .filter({ hasText: worker })
        .locator(`[data-column="${String(column)}"]`);
    const panel = page.getByRole('complementary', { name: zh.board.editing });
    const pending = (count: number) => panel.getByText(zh.board.pending(count), { exact: true }).waitFor();
    return { page, panel, cellOf, pending };
  };
  const workerOn = (roster: Roster, date: string): string =>
    roster.assignments.find((one) => one.date === date)?.worker ?? '';

  it('is edited, undone, saved and published by keyboard alone', async () => {
    const roster = await planned();
    const worker = workerOn(roster, days.from);
    const { page, panel, cellOf, pending } = await opened(roster);
    const grid = page.getByRole('grid', { name: zh.roster.views.workers });
    await grid.locator('[data-column="1"]').first().waitFor();
    // From the search field Tab leads to the grid's one stop; the arrows lead to the person.
    await page.getByLabel(zh.roster.searchWorker).focus();
    for (let tabs = 0; tabs < 8 && (await grid.locator(':focus').count()) === 0; tabs += 1)
      await page.keyboard.press('Tab');
    const codes = await grid.locator('.name-button .muted').allTextContents();
    for (let row = 0; row < codes.indexOf(worker); row += 1) await page.keyboard.press('ArrowDown');
    expect(await cellOf(worker, 1).evaluate((cell) => cell === document.activeElement)).toBe(true);

    await page.keyboard.press('Delete');
    await pending(1);
    await panel.getByText(zh.board.vacantTime).waitFor();
    await page.keyboard.press('Control+z');
    await pending(0);
    await page.keyboard.press('Control+y');
    await pending(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await pending(2);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+s');
    await pending(0);
    const kept = await stored(roster.id);
    expect(kept.revision).toBe(2);
    expect(kept.assignments.some((one) => one.worker === worker && one.date === days.from)).toBe(false);
    const pins = [...kept.assignments.filter(({ isPinned }) => isPinned), ...kept.pinnedDaysOff];
    expect(pins).toMatchObject([{ worker, date: days.to }]);

    const publish = page.getByRole('button', { name: zh.publish.open });
    await publish.focus();
    await page.keyboard.press('Enter');
    const confirm = page.getByRole('dialog').getByRole('button', { name: zh.publish.confirm });
    await page.getByRole('dialog').getByRole('region', { name: zh.publish.difference }).waitFor();
    await confirm.focus();
    await page.keyboard.press('Enter');
    await page.locator('.badge', { hasText: zh.roster.statuses.published }).first().waitFor();
    expect((await stored(roster.id)).status).toBe('published');
  });

  it('shows an unlawful edit with its rule, takes cells from a spreadsheet and shifts by drag and menu', async () => {
    const roster = await planned();
    const { page, panel, cellOf, pending } = await opened(roster);
    const holder = workerOn(roster, days.from);
    const free = (await stage().world.unitOfWork.read(({ workforce }) => workforce.workers('sujiatuo')))
      .map(({ code }) => code)
      .find((code) => !roster.assignments.some((one) => one.worker === code && one.date === days.from));
    if (free === undefined) throw new Error('nobody is free');
    await cellOf(holder, 1).dragTo(cellOf(free, 1));
    await pending(2);
    await page.keyboard.press('Control+z');
    await pending(0);

    // A day and a night on end: the board keeps it and says which rule it breaks.
    await cellOf(holder, 1).click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '夜\t白\nxyz\t休');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await page.getByText(zh.board.pasteErrors(1)).waitFor();
    await panel.locator('.violations li').first().waitFor();
    expect(await page.locator('.day-cell.is-broken').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await panel.getByRole('button', { name: zh.board.discard }).click();
    await pending(0);

    await cellOf(holder, 1).click({ button: 'right' });
    await page.locator('.cell-menu :focus').waitFor();
    await page.getByRole('menuitem', { name: zh.board.clear }).click();
    await pending(1);

    // Neither above nor below a cell of this window is room for the menu: it is seen whole all the same.
    const window = { width: 900, height: 560 };
    await page.setViewportSize(window);
    await cellOf(holder, 2).click({ button: 'right' });
    await page.locator('.cell-menu :focus').waitFor();
    const { x, y, width, height } = present(await page.locator('.cell-menu').first().boundingBox(), 'menu');
    expect(height).toBeGreaterThan(window.height / 2);
    const padding = 4;
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(-padding);
    expect(x + width).toBeLessThanOrEqual(window.width + padding);
    expect(y + height).toBeLessThanOrEqual(window.height + padding);
  });

  it('merges what two managers change, and lets the second choose where they changed the same', async () => {
    const roster = await planned();
    const [first, second] = [await opened(roster), await opened(roster)];
    const workers = [...new Set(roster.assignments.filter(({ date }) => date === days.from).map((one) => one.worker))];
    const [one = '', two = '', three = ''] = workers;
    const clear = async ({ page, cellOf }: typeof first, worker: string) => {
      await cellOf(worker, 1).click();
      await page.keyboard.press('Delete');
    };
    await clear(first, one);
    await clear(second, two);
    await first.page.keyboard.press('Control+s');
    await first.pending(0);
    await second.page.keyboard.press('Control+s');
    await second.pending(0);
    const merged = await stored(roster.id);
    const on = (item: Roster, worker: string) =>
      item.assignments.some((duty) => duty.worker === worker && duty.date === days.from);
    expect([on(merged, one), on(merged, two)]).toEqual([false, false]);

    // The first still sees the draft without the second's edit.
    await clear(first, three);
    await second.cellOf(three, 1).click();
    await second.page.keyboard.press('Space');
    await second.page.keyboard.press('Control+s');
    await second.pending(0);
    await first.page.keyboard.press('Control+s');
    const dialog = first.page.getByRole('dialog');
    await dialog.getByText(zh.board.merge.title(1)).waitFor();
    expect(await violations(first.page)).toEqual([]);
    await dialog.getByRole('button', { name: zh.board.merge.allMine }).click();
    await dialog.getByRole('button', { name: zh.board.merge.keep }).click();
    await first.pending(0);
    expect(on(await stored(roster.id), three)).toBe(false);

    // What was merged can be undone like any other edit, and done again.
    await first.cellOf(three, 2).click();
    await first.page.keyboard.press('Control+z');
    await first.pending(1);
    await first.page.keyboard.press('Control+s');
    await first.pending(0);
    expect(on(await stored(roster.id), three)).toBe(true);
    await first.page.keyboard.press('Control+y');
    await first.pending(1);
  });

  it('keeps the edits of a draft while another one is edited', async () => {
    await planned();
    const roster = await planned();
    const { page, cellOf, pending } = await opened(roster);
    const worker = workerOn(roster, days.from);
    await cellOf(worker, 1).click();
    await page.keyboard.press('Delete');
    await pending(1);
    const others = page.locator('.versions li:not(.is-shown)').filter({ hasText: zh.roster.statuses.draft });
    await others.locator('button[aria-pressed]').first().click();
    await pending(0);
    await cellOf(worker, 2).click();
    await page.keyboard.press('Space');
    await pending(1);
    await page.goBack();
    await pending(1);
    await page.keyboard.press('Control+s');
    await pending(0);
    const kept = await stored(roster.id);
    expect(kept.assignments.some((duty) => duty.worker === worker && duty.date === days.from)).toBe(false);
    await page.goForward();
    await pending(1);
  });

  it('takes the edits of a draft that is published meanwhile into a new one', async () => {
    const roster = await planned();
    const { page, panel, cellOf, pending } = await opened(roster);
    const worker = workerOn(roster, days.from);
    await cellOf(worker, 1).click();
    await page.keyboard.press('Delete');
    await pending(1);
    const published = await publishRoster(stage().world, { contract: 'sujiatuo', rosterId: roster.id });
    expect(published.ok).toBe(true);
    await page.keyboard.press('Control+s');
    await panel.getByText(zh.board.publishedMeanwhile).waitFor();
    expect(await violations(page)).toEqual([]);
    await panel.getByRole('button', { name: zh.board.carryOver }).click();
    await panel.getByRole('button', { name: zh.board.carryOver }).waitFor({ state: 'detached' });
    await pending(1);
    await panel.getByRole('button', { name: zh.board.save }).click();
    await pending(0);
    const copy = await stored(present(new URL(page.url()).searchParams.get('roster'), 'roster'));
    expect([copy.status, copy.id === roster.id]).toEqual(['draft', false]);
    const isOn = (one: Roster) => one.assignments.some((duty) => duty.worker === worker && duty.date === days.from);
    expect([isOn(copy), isOn(await stored(roster.id))]).toEqual([false, true]);
  });
});
