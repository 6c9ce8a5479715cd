import { planRoster } from '../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../src/application/publish-roster/publish-roster.js';
import type { Roster } from '../../src/domain/rostering/roster.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, violations, type Visit } from './browser.js';

const [first, second] = [civilDate('2026-05-07'), civilDate('2026-05-08')];

describeInBrowser('rosters beside one another', (stage) => {
  let visit: Visit;
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  const planned = async (from = first, to = second): Promise<Roster> => {
    const search = { engine: 'highs', timeLimitSeconds: 5, seed: 1 } as const;
    const roster = await planRoster(stage().world, { contract: 'sujiatuo', from, to, ...search });
    if (!roster.ok) throw new Error(roster.refusal.message.en);
    return roster.value;
  };
  const publish = async ({ id }: Roster): Promise<void> => {
    const published = await publishRoster(stage().world, { contract: 'sujiatuo', rosterId: id });
    if (!published.ok) throw new Error(published.refusal.message.en);
  };
  const opened = async (roster: string, view = 'workers') => {
    visit = await stage().visit({ login: 'manager-sujiatuo' });
    await visit.open(`/contracts/sujiatuo/roster?from=${first}&to=${second}&view=${view}&roster=${roster}`);
    const { page } = visit;
    return {
      page,
      cellOf: (worker: string, column: number) =>
        page
          .getByRole('row')
          .filter({ hasText: worker })
          .locator(`[data-column="${String(column)}"]`),
      pending: (count: number) =>
        page
          .getByRole('complementary', { name: zh.board.editing })
          .getByText(zh.board.pending(count), { exact: true })
          .waitFor(),
    };
  };
  const workerOn = (roster: Roster, date: string): string =>
    roster.assignments.find((one) => one.date === date)?.worker ?? '';

  it('compares two drafts by rule and by cell', async () => {
    const [mine] = [await planned(), await planned()];
    const worker = workerOn(mine, first);
    const { page, cellOf, pending } = await opened(mine.id);
    await cellOf(worker, 1).click();
    await page.keyboard.press('Delete');
    await pending(1);
    await page.keyboard.press('Control+s');
    await pending(0);
    await page.getByRole('button', { name: zh.board.compare }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('region', { name: zh.board.comparison.cells(1) }).waitFor();
    const row = dialog.getByRole('region').getByRole('row').filter({ hasText: worker });
    expect(await row.locator('td').nth(2).textContent()).toBe(zh.board.cellOff);
    await dialog.getByRole('cell', { name: zh.proof.rule('vacancy'), exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('goes out to a spreadsheet and comes back: unchanged as nothing, changed as edits', async () => {
    const roster = await planned();
    const worker = workerOn(roster, first);
    const { page, cellOf, pending } = await opened(roster.id);
    await page.getByRole('button', { name: zh.board.spreadsheet }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: zh.board.excel }).click();
    const file = await (await downloading).path();
    const read = async () => {
      await page.getByRole('button', { name: zh.board.spreadsheet }).click();
      await page.getByRole('menuitem', { name: zh.board.importExcel }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('input[type=file]').setInputFiles(file);
      await dialog.getByRole('button', { name: /^读\s*取$/u }).click();
      return dialog;
    };
    const same = await read();
    await same.getByText(zh.board.imported.changes(0)).waitFor();
    await page.keyboard.press('Escape');
    await same.waitFor({ state: 'hidden' });

    await cellOf(worker, 1).click();
    await page.keyboard.press('Delete');
    await pending(1);
    await page.keyboard.press('Control+s');
    await pending(0);
    const changed = await read();
    await changed.getByText(zh.board.imported.changes(1)).waitFor();
    await changed.getByRole('button', { name: zh.board.imported.take }).click();
    await pending(1);
    await cellOf(worker, 1).locator('.chip').waitFor();
  });

  it('shows what is published on the days that a draft leaves out, and changes none of them', async () => {
    await publish(await planned(first, first));
    const draft = await planned(second, second);
    const both = (await stage().world.unitOfWork.read(({ workforce }) => workforce.workers('sujiatuo'))).map(
      ({ code }) => code,
    );
    const { page, cellOf, pending } = await opened(draft.id);
    await page.locator('.draft-days').waitFor();
    const grid = page.getByRole('grid', { name: zh.roster.views.workers });
    await grid.locator('[data-column="1"] .chip').first().waitFor();
    expect(await grid.locator('[data-column="1"] .chip-draft').count()).toBe(0);
    await grid.locator('[data-column="2"] .chip-draft').first().waitFor();
    const held = await Promise.all(both.map((code) => cellOf(code, 1).locator('.chip:not(.chip-leave)').count()));
    const worker = both[held.indexOf(1)] ?? '';
    await cellOf(worker, 1).click();
    await page.keyboard.press('Delete');
    await pending(0);
    await cellOf(worker, 1).locator('.chip').waitFor();
    await page.getByRole('button', { name: zh.publish.open }).click();
    await page.getByRole('dialog').getByRole('region', { name: zh.publish.difference }).waitFor();
  });

  it('makes a draft of an older version again, and marks what it changes in what is published', async () => {
    const [older, newer] = [await planned(), await planned()];
    const worker = workerOn(older, first);
    await publish(older);
    const { page, cellOf, pending } = await opened(newer.id);
    expect(await page.getByRole('button', { name: zh.publish.nothing }).isDisabled()).toBe(true);
    await cellOf(worker, 1).click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+s');
    await pending(0);
    await page.locator('.day-cell.is-changed').first().waitFor();
    expect(await page.getByRole('button', { name: zh.publish.open }).isEnabled()).toBe(true);
    const changed = await stage().world.unitOfWork.read(({ rosters }) => rosters.find('sujiatuo', newer.id));
    if (changed === undefined) throw new Error('the draft is gone');
    await publish(changed);
    await page.reload();
    const version = await stage().world.unitOfWork.read(({ rosters }) => rosters.find('sujiatuo', older.id));
    await page
      .getByRole('button', { name: `${zh.roster.version(version?.version ?? 0)}: ${zh.board.restore}` })
      .click();
    await page.locator('.badge', { hasText: zh.roster.statuses.draft }).first().waitFor();
    await page.locator('.day-cell.is-changed').first().waitFor();
    await cellOf(worker, 1).locator('.chip-draft').waitFor();
    expect(await cellOf(worker, 1).getAttribute('title')).toContain(zh.board.cellChanged);
  });

  it('prints by post on A4 landscape with the three signatures', async () => {
    const roster = await planned();
    const { page } = await opened(roster.id, 'posts');
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: zh.roster.print }).click();
    const sheet = page.locator('.print-sheet');
    for (const text of [zh.print.madeBy, zh.print.checkedBy, zh.print.clientConfirms, zh.print.notPublished])
      await sheet.getByText(text).first().waitFor({ state: 'attached' });
    const names = await sheet.locator('tbody td').allTextContents();
    for (const { post } of roster.assignments.slice(0, 3)) expect(names).toContain(post ?? zh.roster.relief);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) =>
      [Number(width), Number(height)].map(Math.round),
    );
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) expect(box).toEqual([842, 595]);
  });
});
