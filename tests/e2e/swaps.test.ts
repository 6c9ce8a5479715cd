import { present } from '../../src/shared/assert.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { done } from '../../src/shared/result.js';
import { en } from '../../src/web/messages/en.js';
import { zh } from '../../src/web/messages/zh.js';
import { assignmentOf } from '../support/publications.js';
import { sampleRoster } from '../support/sample-rows.js';
import { describeInBrowser, violations, type Stage } from './browser.js';

const contract = 'shijingshan';
const postGroup = 'centre/integrated-window';
const [first, second] = ['2026-05-07', '2026-05-08'] as const;

/** One colleague works on the first day, the other on the second; the other one gets an account, too. */
async function prepare({ world }: Stage): Promise<void> {
  const { accounts, team, away } = await world.unitOfWork.read(async (repositories) => ({
    accounts: await repositories.accounts.users(),
    team: await repositories.workforce.workers(contract),
    away: await repositories.workforce.leave(contract, { from: civilDate(first), to: civilDate(second) }),
  }));
  const staff = present(
    accounts.find(({ login }) => login === `staff-${contract}`),
    'staff',
  );
  const own = present(staff.grants[0]?.worker, 'worker');
  const home = present(
    team.find(({ code }) => code === own),
    'own record',
  );
  const other = present(
    team.find(
      (one) =>
        one.code > own &&
        one.site === home.site &&
        one.function === home.function &&
        !away.some(({ worker }) => worker === one.code),
    ),
    'colleague',
  );
  const at = (worker: string, date: string, post: string) =>
    assignmentOf({ date, postGroup, worker, post, shift: 'f1', from: 510, until: 1050 });
  const roster = { ...sampleRoster(contract, 'swaps', first, second), status: 'published' as const, version: 1 };
  await world.unitOfWork.write(async (repositories) => {
    const grants = [{ contract, role: 'staff' as const, worker: other.code }];
    await repositories.accounts.save({ ...staff, id: 'colleague', login: 'colleague', name: other.name, grants });
    await repositories.rosters.save(
      {
        ...roster,
        assignments: [at(own, first, '综窗1'), at(other.code, second, '综窗2')],
        publishedAt: world.clock.now(),
      },
      null,
    );
    return done(null);
  });
}

describeInBrowser('swaps', (stage) => {
  beforeAll(() => prepare(stage()));

  it('go from one telephone to the other, to the desk, and into the roster', async () => {
    const phone = await stage().visit({ login: `staff-${contract}`, width: 360 });
    await phone.open(`/contracts/${contract}/my-swaps`);
    const choose = async (label: string, index: number) => {
      await phone.page.getByLabel(label, { exact: true }).selectOption({ index });
    };
    await choose(zh.swaps.myDuty, 1);
    await choose(zh.swaps.colleague, 1);
    await choose(zh.swaps.way, 1);
    expect(await violations(phone.page)).toEqual([]);
    await phone.page.getByRole('button', { name: zh.swaps.send }).click();
    await phone.page.getByText(zh.swaps.sent).waitFor();
    await phone.page.getByText(zh.swaps.statuses.proposed).waitFor();

    const [proposed] = await stage().world.unitOfWork.read(({ swaps }) => swaps.list(contract));
    const { other, id } = present(proposed, 'swap');
    await stage().world.unitOfWork.write(async ({ accounts }) => {
      const colleague = present(await accounts.find('colleague'), 'colleague');
      await accounts.save({ ...colleague, grants: [{ contract, role: 'staff', worker: other }] });
      return done(null);
    });
    const colleague = await stage().visit({ login: 'colleague', width: 360, language: 'en' });
    await colleague.open(`/contracts/${contract}/my-swaps`);
    await colleague.page.getByRole('button', { name: en.swaps.accept }).click();
    await colleague.page.getByText(en.swaps.statuses.accepted).waitFor();
    expect(await violations(colleague.page)).toEqual([]);
    expect(colleague.complaints).toEqual([]);
    await colleague.close();

    const desk = await stage().visit({ login: `manager-${contract}` });
    await desk.open(`/contracts/${contract}/leave-requests`);
    let effects = 0;
    desk.page.on('request', (request) => {
      if (request.url().endsWith('/effect')) effects += 1;
    });
    await desk.page.getByRole('button', { name: zh.swaps.effect }).click();
    await desk.page.getByText(zh.swaps.lawful).waitFor();
    expect(await violations(desk.page)).toEqual([]);
    await desk.page.getByRole('button', { name: zh.swaps.approve }).click();
    await desk.page.locator('.leave-list').getByText(zh.swaps.statuses.approved).waitFor();
    // What a decided swap would mean isn't asked again: it has no answer, and that came before or after the list.
    expect(effects).toBe(1);
    expect(desk.complaints).toEqual([]);
    await desk.close();

    const { swap, roster } = await stage().world.unitOfWork.read(async ({ swaps, rosters }) => ({
      swap: await swaps.find(contract, id),
      roster: (await rosters.list(contract)).find(({ version }) => version === 2),
    }));
    expect(swap).toMatchObject({ status: 'approved', version: 2 });
    expect(roster?.assignments.find(({ date }) => date === first)?.worker).toBe(other);
    // The colleague's answer, the manager's, and what was published.
    await phone.open(`/contracts/${contract}/my-shifts`);
    const unread = phone.page.locator('.shell-tabs').getByRole('img', { name: zh.navigation.unread(3) });
    await unread.waitFor();
    await phone.page.locator('.shell-tabs').getByRole('link', { name: zh.navigation.myMessages }).click();
    await phone.page.getByText('换班已批准').waitFor();
    await unread.waitFor({ state: 'detached' });
    expect(await phone.page.getByText(zh.mine.newMessage, { exact: true }).count()).toBe(3);
    expect(await violations(phone.page)).toEqual([]);
    await phone.page.getByRole('button', { name: zh.language.other }).click();
    await phone.page.getByText('Swap approved').waitFor();
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });
});
