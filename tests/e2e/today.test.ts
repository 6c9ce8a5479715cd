import { civilDate } from '../../src/shared/civil-date.js';
import { done } from '../../src/shared/result.js';
import { en } from '../../src/web/messages/en.js';
import { zh } from '../../src/web/messages/zh.js';
import { assignmentOf } from '../support/publications.js';
import { sampleRoster } from '../support/sample-rows.js';
import { describeInBrowser, violations } from './browser.js';

const date = '2026-05-06';
const rosterDay = civilDate(date);
const postGroup = 'centre/management';

describeInBrowser('the day as it goes', (stage) => {
  beforeAll(async () => {
    const { world } = stage();
    const duties = [1, 2, 3, 4].map((n) =>
      assignmentOf({ date, postGroup, worker: `W00${n}`, post: `管理${n}`, shift: 'f2', from: 510, until: 1050 }),
    );
    const roster = { ...sampleRoster('shijingshan', 'today', date, date), status: 'published' as const, version: 1 };
    await world.unitOfWork.write(async ({ rosters }) => {
      await rosters.save({ ...roster, assignments: duties }, null);
      return done(null);
    });
  });

  it('is marked on a telephone, with undo, and confirmed in the evening; the manager sees what it costs', async () => {
    const phone = await stage().visit({ login: 'team-leader-shijingshan', width: 360 });
    await phone.open('/');
    await phone.page.getByRole('heading', { name: zh.today.title, level: 1 }).waitFor();
    const { page } = phone;
    const rows = page.locator('.today-duty');
    await rows.nth(3).waitFor();
    expect(await rows.filter({ hasText: zh.today.states.overdue }).count()).toBe(4);
    expect(await violations(page)).toEqual([]);

    await rows.first().locator('.mark-button.is-absent').press('Enter');
    await rows.nth(3).waitFor({ state: 'detached' });
    // The keyboard goes on with the next person.
    await page.locator('.today-duty:first-child:focus-within').waitFor();
    await rows.first().locator('.mark-button.is-late').click();
    await page.locator('input[type=time]').fill('09:05');
    await page.getByRole('button', { name: zh.today.confirmTime, exact: true }).click();
    await page.locator('.today-group .mark-button').first().click();
    await page.getByText(zh.today.allMarked).waitFor();
    await page.getByText(`${zh.today.filters.flagged} 2`).click();
    await page.getByText(`${zh.today.states.late} 09:05`).waitFor();
    await page.locator('.today-duty.is-absent .mark-button.is-quiet').click();
    await page.locator('.today-duty.is-absent').waitFor({ state: 'detached' });
    await page.getByText(`${zh.today.filters.open} 1`).click();
    await page.locator('.today-duty.is-overdue .mark-button.is-absent').click();
    await page.getByText(`${zh.today.filters.flagged} 2`).click();
    await page.locator('.today-duty.is-absent').waitFor();

    const desk = await stage().visit({ login: 'manager-shijingshan', language: 'en' });
    await desk.open('/contracts/shijingshan/today');
    await desk.page.getByRole('heading', { name: en.today.cost }).waitFor();
    await desk.page.getByText('管理1, 管理5', { exact: false }).first().waitFor();
    expect(await violations(desk.page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
    await desk.close();

    stage().world.clock.advance({ hours: 8 });
    await page.clock.setFixedTime(stage().world.clock.now());
    await page.reload();
    await page.getByRole('button', { name: zh.today.recordConfirm }).click();
    await page
      .getByText(/已由 .* 确认/u)
      .first()
      .waitFor();
    expect(phone.complaints).toEqual([]);
    await phone.close();
    const kept = await stage().world.unitOfWork.read(({ attendance }) =>
      attendance.presence('shijingshan', { from: rosterDay, to: rosterDay }),
    );
    expect(kept.map(({ worker, status }) => `${worker} ${status}`)).toContain('W001 absent');
  });

  it('of a hall counts those who need no attention, and lists them on demand', async () => {
    const { world } = stage();
    const day = civilDate('2026-04-30');
    const duties = Array.from({ length: 30 }, (_, n) =>
      assignmentOf({
        ...{ date: day, postGroup: 'centre/integrated-window', worker: `W${String(n + 10).padStart(3, '0')}` },
        ...{ post: `综窗${String(n + 1)}`, shift: 'f2', from: 510, until: 1050 },
      }),
    );
    const roster = { ...sampleRoster('shijingshan', 'hall', day, day), status: 'published' as const, version: 2 };
    const marks = duties.slice(1).map(({ worker, date: on }, n) => ({
      ...{ id: `mark-${worker}`, worker, date: on, markedBy: 'command-line', markedAt: '2026-04-30T00:30:00.000Z' },
      ...(n === 0 ? { kind: 'absent' as const, minute: null } : { kind: 'arrived' as const, minute: 510 }),
      ...{ undoneBy: null, undoneAt: null },
    }));
    const unmarked = marks.splice(-4).length + 1;
    await world.unitOfWork.write(async ({ rosters, attendance }) => {
      await rosters.save({ ...roster, assignments: duties }, null);
      await attendance.saveMarks('shijingshan', marks);
      return done(null);
    });
    const visit = await stage().visit({ login: 'team-leader-shijingshan', width: 360 });
    const { page } = visit;
    await visit.open(`/contracts/shijingshan/today?date=${day}`);
    await page.getByText(`${zh.today.filters.all} 30`).click();
    const rows = page.locator('.today-duty:visible');
    const open = page.getByText(`${zh.today.states.overdue} ${String(unmarked)}`, { exact: true });
    await open.waitFor();
    await page.getByText(`${zh.today.states.present} 24`, { exact: true }).waitFor();
    // Who is absent is in sight; the others are counted.
    expect(await rows.count()).toBe(1);
    await rows.and(page.locator('.is-absent')).waitFor();
    expect(await violations(page)).toEqual([]);
    await open.click();
    await rows.nth(unmarked).waitFor();
    await page.getByLabel(zh.today.search).fill('综窗12');
    await rows.nth(1).waitFor({ state: 'detached' });
    await rows.first().waitFor();

    await page.getByLabel(zh.today.search).fill('');
    await page.getByRole('button', { name: zh.today.allArrived(unmarked) }).press('Enter');
    await page.getByText(zh.today.markedTogether(unmarked)).waitFor();
    // The keyboard stays in the group whose button has gone.
    await page.locator('.today-group:focus-within').waitFor();
    await page.getByRole('button', { name: zh.today.undoTogether(unmarked) }).click();
    await open.waitFor();
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('says so on a holiday', async () => {
    const visit = await stage().visit({ login: 'team-leader-shijingshan', width: 360 });
    await visit.open('/contracts/shijingshan/today?date=2026-05-01');
    await visit.page.getByRole('heading', { name: zh.today.closedTitle('劳动节') }).waitFor();
    expect(await violations(visit.page)).toEqual([]);
    await visit.close();
  });
});
