import { closePeriod } from '../../../src/application/close-period/close-period.js';
import { enterRate } from '../../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../../src/application/import-attendance/import-attendance.js';
import { postVacancies } from '../../../src/application/post-vacancies/post-vacancies.js';
import { verify } from '../../../src/application/verify/verify.js';
import { civilDate, civilMonth, eachDate, weekday } from '../../../src/shared/civil-date.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';
import { hallTeam, pricedHall } from '../../support/vacancy-month.js';
import { openWorld, type World } from '../../support/world.js';

const contract = 'small-hall';
const month = civilMonth('2026-06');
const heading = ['日期', '工号', '岗位组', '岗位', '到岗', '离岗', '状态', '原因', '顶岗对象', '备注'];
const here = (date: string, worker: string, group: string, post: string, from = '08:30') =>
  [date, worker, group, post, from, '17:00', '到岗', '', '', ''] as const;
const team = [
  ['W001', 'hall/window', '窗1'],
  ['W002', 'hall/window', '窗2'],
  ['W003', 'hall/window', '窗3'],
  ['W005', 'hall/guide', '导1'],
] as const;
/** Everybody on every day of June but its Sundays. */
const june = eachDate({ from: civilDate('2026-06-01'), to: civilDate('2026-06-30') })
  .filter((date) => weekday(date) !== 7)
  .flatMap((date) => team.map(([worker, group, post]) => here(date, worker, group, post)));

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message.en}`);
  return result.value;
}

eachDatabase((name, open) => {
  describe(`what a closed month rests on (${name})`, () => {
    let world: World;
    let database: TestDatabase;
    beforeEach(async () => {
      database = await open();
      world = await openWorld({ database, contracts: [], today: '2026-07-05' });
      await world.unitOfWork.write(async ({ contracts, workforce }) => {
        await contracts.save(pricedHall());
        await workforce.saveWorkers(contract, hallTeam);
        return done(null);
      });
      await rate('111650.00');
      await load(june);
      valueOf(await postVacancies(world, { contract, month }));
      valueOf(await closePeriod(world, { contract, month }));
    });
    afterEach(() => world.close());

    const load = async (rows: readonly (readonly string[])[]) => {
      const cells = [heading, ...rows].map((row, index) => ({ number: index + 1, cells: row }));
      return valueOf(await importAttendance(world, { contract, table: { fileName: 'a.csv', rows: cells } }));
    };
    const rate = async (yuanPerPostYear: string, from = '2026-04-02') =>
      valueOf(await enterRate(world, { contract, yuanPerPostYear, document: '批复', from: civilDate(from) }));
    const problems = async () =>
      valueOf(await verify(world, { contract })).contracts.flatMap((one) => one.problems.map(({ en }) => en));
    const attendanceChanged = expect.stringContaining('The attendance of 2026-06 doesn’t match') as string;
    const ratesChanged = expect.stringContaining('The approved rates of 2026-06 don’t match') as string;

    it('is as it was at closing', async () => {
      expect(await problems()).toEqual([]);
    });

    it.each([
      [`UPDATE presence SET arrived_minute = 600 WHERE date = '2026-06-10' AND worker = 'W001'`],
      [`UPDATE presence SET note = '补记' WHERE date = '2026-06-10' AND worker = 'W001'`],
      [`DELETE FROM presence WHERE date = '2026-06-10' AND worker = 'W001'`],
      [
        `INSERT INTO presence (contract, date, worker, post_group, post, stretch, status, note)
         VALUES ('small-hall', '2026-06-07', 'W001', 'hall/window', '窗1', 0, 'absent', '')`,
      ],
    ])('%s is found', async (statement) => {
      await database.source.query(statement);
      expect(await problems()).toEqual([attendanceChanged]);
    });

    it.each([
      [`UPDATE approved_rate SET annual_fen = 1`],
      [`UPDATE approved_rate SET document = '别的批复'`],
      [`DELETE FROM approved_rate`],
    ])('%s is found', async (statement) => {
      await database.source.query(statement);
      expect(await problems()).toEqual([ratesChanged]);
    });

    it('days and rates of other months don’t count', async () => {
      await load([here('2026-07-01', 'W001', 'hall/window', '窗1')]);
      await rate('120000.00', '2026-07-01');
      await database.source.query(`UPDATE presence SET arrived_minute = 600 WHERE date = '2026-07-01'`);
      await database.source.query(`UPDATE approved_rate SET annual_fen = 1 WHERE from_date = '2026-07-01'`);
      expect(await problems()).toEqual([]);
    });

    it('a correction by the program holds from then on, and what is changed after it is found', async () => {
      await load([here('2026-06-10', 'W001', 'hall/window', '窗1', '11:00')]);
      await rate('120000.00', '2026-06-15');
      expect(await problems()).toEqual([]);
      await database.source.query(`UPDATE presence SET arrived_minute = 510 WHERE date = '2026-06-10'`);
      await database.source.query(`UPDATE approved_rate SET annual_fen = 1 WHERE from_date = '2026-06-15'`);
      expect(await problems()).toEqual([attendanceChanged, ratesChanged]);
    });

    it('a correction doesn’t cover up what was changed before it', async () => {
      await database.source.query(`UPDATE presence SET arrived_minute = 600 WHERE date = '2026-06-12'`);
      await load([here('2026-06-10', 'W001', 'hall/window', '窗1', '11:00')]);
      expect(await problems()).toEqual([attendanceChanged]);
    });

    it('the digests themselves are kept: raw SQL can’t change, take away or put in any', async () => {
      const [one] = await world.unitOfWork.read(({ ledger }) => ledger.inputSeals(contract));
      expect(one).toMatchObject({ month, ordinal: 1 });
      const again = `INSERT INTO input_seal SELECT contract, month, ordinal, 'x', rates, recorded_at FROM input_seal`;
      for (const statement of [
        `UPDATE input_seal SET attendance = 'x'`,
        'DELETE FROM input_seal',
        again,
        ...(name === 'SQLite' ? [again.replace('INSERT', 'INSERT OR REPLACE')] : ['TRUNCATE input_seal']),
      ])
        await expect(database.source.query(statement)).rejects.toThrow(/never changed or deleted|follows the one/u);
    });
  });
});
