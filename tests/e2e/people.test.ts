import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zh } from '../../src/web/messages/zh.js';
import { describeInBrowser, violations } from './browser.js';

const fields = zh.people.fields;

describeInBrowser('the team', (stage) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-people-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is kept in a form that names the wrong field, and stays where it is after a change', async () => {
    const visit = await stage().visit({ login: 'manager-sujiatuo', width: 360 });
    const { page } = visit;
    await visit.open('/contracts/sujiatuo/people');
    await page.getByRole('button', { name: zh.people.add }).click();
    const drawer = page.getByRole('dialog');
    const save = drawer.getByRole('button', { name: zh.people.save });
    await drawer.getByLabel(fields['code'] ?? '').fill('s001');
    await drawer.getByLabel(fields['name'] ?? '', { exact: true }).fill('新人');
    const born = drawer.getByLabel(fields['bornOn'] ?? '');
    await born.fill('1999-01-01');
    // Ends the typing of the day; nothing is sent yet.
    await born.press('Enter');
    expect(await drawer.getByRole('alert').count()).toBe(0);
    await save.click();
    await drawer
      .getByRole('alert')
      .filter({ hasText: `${fields['code'] ?? ''}：` })
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect(visit.complaints.splice(0)).toHaveLength(1);
    await drawer.getByRole('button', { name: zh.close }).click();

    const edit = page.getByRole('button', { name: zh.people.edit }).first();
    await edit.click();
    await drawer.getByLabel(fields['annualLeaveDays'] ?? '').fill('9');
    await save.press('Enter');
    await page.getByText(zh.people.saved).waitFor();
    await drawer.getByText(/→ 9$/u).waitFor();
    expect(await save.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await edit.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('is imported from a list that was corrected after it had been refused', async () => {
    const visit = await stage().visit({ login: 'manager-sujiatuo' });
    const { page } = visit;
    await visit.open('/contracts/sujiatuo/people');
    await page.getByRole('button', { name: zh.people.import }).click();
    const list = join(folder, 'team.csv');
    const pick = async () => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByText(zh.chooseFile).click();
      await (await chooser).setFiles(list);
    };
    const send = page.getByRole('button', { name: zh.people.importSend, exact: true });
    writeFileSync(list, '工号,学历\nS001,博士后\n');
    await pick();
    await send.click();
    await page.getByText(zh.people.rowsWrong(1)).waitFor();
    expect(await violations(page)).toEqual([]);
    writeFileSync(list, '工号,学历\nS001,硕士\nS002,硕士\n');
    await send.click();
    await page.getByText(zh.states.fileChanged).waitFor();
    await pick();
    await send.click();
    await page.getByText(zh.people.imported(0, 2, 0)).waitFor();
    await visit.close();
  });
});
