import { enterRate } from '../../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../../src/application/import-attendance/import-attendance.js';
import { postVacancies } from '../../../src/application/post-vacancies/post-vacancies.js';
import { previewVacancies } from '../../../src/application/preview-vacancies/preview-vacancies.js';
import { agreeToReading, withdrawReading } from '../../../src/application/readings/answer-reading.js';
import { answerBy } from '../../../src/application/readings/answer-by.js';
import { listReadings } from '../../../src/application/readings/list-readings.js';
import { presentEffect } from '../../../src/application/preview-vacancies/present-effect.js';
import { previewEffect } from '../../../src/application/readings/preview-effect.js';
import { proposeReading } from '../../../src/application/readings/propose-reading.js';
import { migrations } from '../../../src/adapters/persistence/migrations/index.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';
import { openWorld, type World } from '../../support/world.js';

const contract = 'shijingshan';
const may = civilMonth('2026-05');
const heading = ['日期', '工号', '岗位组', '岗位', '到岗', '离岗', '状态', '原因', '顶岗对象', '备注'];
/** The five posts of one group on one day; the first has nobody until two. */
const halfDay = (date: string) => [
  [date, 'W001', 'centre/management', '管理1', '14:00', '17:30', '到岗', '招聘', '', ''],
  ...[2, 3, 4, 5].map((n) => [date, `W00${n}`, 'centre/management', `管理${n}`, '08:30', '17:30', '到岗', '', '', '']),
];

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message.en}`);
  return result.value;
}
function codeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.refusal.code;
}

eachDatabase((name, open) => {
  describe(`the interpretation register (${name})`, () => {
    let world: World;
    let database: TestDatabase;
    beforeAll(async () => {
      database = await open();
      world = await openWorld({ database, contracts: [contract, 'sujiatuo', 'anding'], today: '2026-06-05' });
      valueOf(
        await enterRate(world, {
          contract,
          yuanPerPostYear: '111650.00',
          document: '批复1号',
          from: civilDate('2026-04-02'),
        }),
      );
      const rows = [heading, ...halfDay('2026-04-13'), ...halfDay('2026-05-11'), ...halfDay('2026-05-12')];
      const table = { fileName: 'a.csv', rows: rows.map((cells, index) => ({ number: index + 1, cells })) };
      valueOf(await importAttendance(world, { contract, table, acceptGoodRows: false }));
    });
    afterAll(async () => {
      await world.close();
    });

    const propose = (
      item: string,
      option: string,
      from = '2026-04-02',
      party: 'contractor' | 'client' = 'contractor',
    ) =>
      proposeReading(world, { contract, item, option, from: civilDate(from), party, document: '会议纪要1', note: '' });
    const agree = (number: number, party: 'contractor' | 'client') =>
      agreeToReading(world.as('their finance'), { contract, number, party, document: '复函2' });
    const register = async (date?: string) =>
      valueOf(await listReadings(world, { contract, date: date === undefined ? undefined : civilDate(date) }));
    const item = async (key: string, date?: string) => (await register(date)).items.find((each) => each.key === key);
    const line = async () => {
      const { vacancies } = valueOf(await previewVacancies(world, { contract, month: may }));
      return vacancies.lines.find(({ post }) => post === '管理1');
    };

    it('lists what concerns the contract, with defaults and reasons', async () => {
      const keys = async (key: string) =>
        valueOf(await listReadings(world, { contract: key })).items.map((each) => each.key);
      const [hall, desk, town] = [await keys(contract), await keys('sujiatuo'), await keys('anding')];
      expect([hall.includes('V19'), hall.includes('M1'), hall.includes('M21')]).toEqual([true, false, true]);
      expect([hall.includes('V10'), hall.includes('V11')]).toEqual([true, false]);
      expect([desk.includes('V10'), desk.includes('V11')]).toEqual([false, true]);
      expect([desk.includes('V19'), desk.includes('M1'), desk.includes('M6')]).toEqual([false, true, true]);
      expect([town.includes('M9'), town.includes('M13'), town.includes('V2')]).toEqual([true, true, false]);
      expect(await item('V6')).toMatchObject({ chosen: 'half-day', standard: 'half-day', document: null, since: null });
      expect((await register()).version).toBe(0);
    });

    it('a proposal shows its effect, and holds from its day on once the other party agrees', async () => {
      const effect = presentEffect(
        valueOf(await previewEffect(world, { contract, item: 'V6', option: 'minutes', from: civilDate('2026-05-12') })),
      );
      const changed = effect.months.flatMap(({ lines }) => lines.filter(({ post }) => post === '管理1'));
      expect(changed.map(({ date, before, after }) => [date, before?.units, after?.units])).toEqual([
        ['2026-05-12', '0.5', '0.571429'],
      ]);
      const proposal = valueOf(await propose('V6', 'minutes', '2026-05-12'));
      expect(proposal).toMatchObject({ number: 1, version: null, isOpen: true, contractor: { document: '会议纪要1' } });
      expect(valueOf(await propose('V6', 'minutes', '2026-05-12')).number).toBe(1);
      expect(codeOf(await propose('V6', 'full-day'))).toBe('conflict');
      expect((await line())?.registerVersion).toBe(0);
      const agreed = valueOf(await agree(1, 'client'));
      expect(agreed).toMatchObject({ version: 1, isOpen: false, client: { by: 'their finance', document: '复函2' } });
      expect([(await item('V6', '2026-05-11'))?.chosen, (await item('V6', '2026-05-12'))?.chosen]).toEqual([
        'half-day',
        'minutes',
      ]);
      const { vacancies } = valueOf(await previewVacancies(world, { contract, month: may }));
      const ofPost = vacancies.lines.filter(({ post }) => post === '管理1');
      expect(ofPost.map(({ date, registerVersion }) => [date, registerVersion])).toEqual([
        ['2026-05-11', 0],
        ['2026-05-12', 1],
      ]);
    });

    it('agreeing again is agreeing once; what both agreed on can’t be withdrawn', async () => {
      expect(valueOf(await agree(1, 'client')).version).toBe(1);
      expect(codeOf(await withdrawReading(world, { contract, number: 1, party: 'contractor' }))).toBe('conflict');
      expect(codeOf(await agree(7, 'client'))).toBe('not-found');
    });

    it('only the proposer withdraws, and then another proposal can be made', async () => {
      const proposal = valueOf(await propose('V9', 'none', '2026-04-02', 'client'));
      const withdraw = (party: 'contractor' | 'client') =>
        withdrawReading(world, { contract, number: proposal.number, party });
      expect(codeOf(await withdraw('contractor'))).toBe('conflict');
      expect(valueOf(await withdraw('client')).withdrawnAt).not.toBeNull();
      expect(codeOf(await agree(proposal.number, 'contractor'))).toBe('conflict');
      expect(valueOf(await propose('V9', 'whole')).number).toBe(proposal.number + 1);
    });

    it('refuses what it can’t carry out, in words', async () => {
      expect([
        codeOf(await propose('V2', 'calendar-day')),
        codeOf(await propose('V3', 'x')),
        codeOf(await propose('M1', 'per-day')),
        codeOf(await propose('V7', '0')),
        codeOf(await propose('V7', '121')),
        codeOf(await propose('V7', '20', '2027-04-02')),
        codeOf(await propose('V8', 'nonsense')),
      ]).toEqual([...Array.from({ length: 5 }, () => 'invalid-input'), 'outside-term', 'invalid-input']);
      const unconfirmed = {
        item: 'M9',
        option: 'per-full-point',
        from: civilDate('2024-01-01'),
        document: 'x',
        note: '',
      };
      expect(codeOf(await proposeReading(world, { ...unconfirmed, contract: 'anding', party: 'client' }))).toBe(
        'term-unconfirmed',
      );
    });

    it('a new version alone posts nothing anew, and a sealed month stays as it was', async () => {
      valueOf(await postVacancies(world, { contract, month: may }));
      const before = await line();
      const unrelated = valueOf(await propose('V7', '20'));
      valueOf(await agree(unrelated.number, 'client'));
      expect((await line())?.registerVersion).toBe(2);
      const again = valueOf(await postVacancies(world, { contract, month: may }));
      expect(again.plan.entries).toEqual([]);
      await world.unitOfWork.write(async ({ ledger }) => {
        const recordedAt = world.clock.now();
        await ledger.saveSeal({ contract, month: may, amountFen: fen(0), lastSequence: 1, recordedAt });
        return done(null);
      });
      const effect = valueOf(
        await previewEffect(world, { contract, item: 'V6', option: 'full-day', from: civilDate('2026-04-02') }),
      );
      expect([effect.sealed, effect.months.map(({ month }) => month)]).toEqual([['2026-05'], ['2026-04']]);
      expect((await line())?.units).toEqual(before?.units);
    });

    it('M15: an answer due on a rest day is due on the next working day, unless the parties say otherwise', async () => {
      const due = () =>
        world.unitOfWork.read((repositories) =>
          answerBy(repositories, { contract, from: civilDate('2026-06-05'), days: 1 }),
        );
      expect(await due()).toBe('2026-06-08');
      const proposal = valueOf(await propose('M15', 'last-day', '2026-06-05'));
      valueOf(await agree(proposal.number, 'client'));
      expect(await due()).toBe('2026-06-06');
    });

    it('carries decisions over that were kept among the confirmations', async () => {
      const runner = database.source.createQueryRunner();
      const [move] = migrations.filter(({ name: each }) => each.startsWith('Readings')).map((each) => new each());
      try {
        await runner.query('DELETE FROM reading');
        await world.unitOfWork.write(async ({ contracts }) => {
          const decided = { confirmedBy: 'finance', recordedAt: '2026-04-03T00:00:00.000Z', document: '纪要' };
          await contracts.confirm(contract, { ...decided, key: 'V9', value: { option: 'none' } });
          return done(null);
        });
        await move?.down(runner);
        await move?.up(runner);
      } finally {
        await runner.release();
      }
      expect(await item('V9')).toMatchObject({ chosen: 'none', document: '纪要', since: '2026-04-02' });
      expect((await register()).version).toBe(1);
    });
  });
});
