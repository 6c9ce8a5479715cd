import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { MonthLines, VacancyLine, VacancyMonth, Verification } from '../../../src/adapters/http/schemas/ledger.js';
import type { DifferenceItem, Reconciliation } from '../../../src/adapters/http/schemas/reconciliation.js';
import { projectRoot } from '../../../src/adapters/system/project-root.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { eachDatabase } from '../../support/databases.js';
import { openService, type TestService, type Visitor } from './service.js';

const contract = '/api/v1/contracts/shijingshan';
const base = `${contract}/reconciliations/2026-05`;
const attendance = readFileSync(join(projectRoot, 'fixtures/attendance/shijingshan-2026-05.csv'));
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

/** One month from the client's file to decisions in the journal, as both parties go. */
eachDatabase((_name, open) => {
  describe('reconciliation over HTTP', () => {
    let service: TestService;
    let finance: Visitor;
    let client: Visitor;
    let lines: readonly VacancyLine[];

    beforeAll(async () => {
      service = await openService({}, await open());
      finance = await service.visitor('finance-shijingshan');
      client = await service.visitor('client-shijingshan');
      await finance.post(`${contract}/attendance`).attach('file', attendance, '考勤.csv').expect(200);
      const rate = { yuanPerPostYear: '111650.00', document: '批复〔2026〕1号', from: '2026-04-02' };
      await finance.post(`${contract}/rates`, rate).expect(201);
      const posted = await finance
        .post(`${contract}/vacancies`, { month: '2026-05' })
        .set('Idempotency-Key', 'post-may')
        .expect(200);
      lines = (posted.body as VacancyMonth).lines;
    });
    afterAll(() => service.close());

    /** The client's ledger in its own words: first line missing, second at another rate, a post too many. */
    const clientRows = () => [
      ['石景山政务服务中心5月空岗台账'],
      ['缺岗日子', '窗口', '天数', '核减金额（元）'],
      ...lines
        .slice(1)
        .map((line, index) => [line.date, line.post, Number(line.units), index === 0 ? '512.34' : (line.amount ?? '')]),
      ['2026-05-11', '一号1', 1, '450.00'],
      ['合计', '', '', ''],
    ];
    const workbook = async (rows: readonly (readonly (string | number)[])[]) =>
      Buffer.from(
        await writeXlsx({
          sheets: [
            { name: '说明', rows: [['请核对']] },
            { name: '台账', rows: rows.map((row) => [...row]) },
          ],
        }),
      );
    const upload = async (rows: readonly (readonly (string | number)[])[]) =>
      finance.post(`${base}/count`).attach('file', await workbook(rows), '甲方台账.xlsx');
    const read = async (who = finance) => (await who.get(base).expect(200)).body as Reconciliation;
    const find = (from: Reconciliation, key: string) =>
      present(
        from.differences.find((one) => one.key === key),
        key,
      );
    const keyOf = (line: VacancyLine | undefined) => `${line?.date ?? ''}/${line?.postGroup ?? ''}/${line?.post ?? ''}`;

    it('begins without the client’s count', async () => {
      expect(await read()).toMatchObject({ count: null, differences: [], bridge: [] });
    });

    it('asks for the columns that it doesn’t know, and keeps nothing', async () => {
      const refused = (await (await upload(clientRows())).body) as Problem;
      // Neither sheet has a date column under a known name: both are named.
      expect(refused).toMatchObject({ code: 'invalid-input', detail: expect.stringContaining('台账') as string });
      expect((await read()).count).toBeNull();
    });

    it('takes the mapping once, and remembers it', async () => {
      const mapped = await finance
        .post(`${base}/count`)
        .attach('file', await workbook(clientRows()), '甲方台账.xlsx')
        .field('mapping', JSON.stringify({ date: '缺岗日子' }))
        .field('answerDays', '3')
        .expect(200);
      const found = mapped.body as Reconciliation;
      expect(found.mapping).toEqual({ date: '缺岗日子' });
      // Wednesday 6 May and three days is Saturday the 9th, an adjusted working day.
      expect(found.count).toMatchObject({ version: 1, fileName: '甲方台账.xlsx', answerBy: '2026-05-09' });
      const again = (await upload(clientRows())).body as Reconciliation;
      expect(again.count?.version).toBeGreaterThanOrEqual(1);
      expect(again.differences.map(({ key, class: name }) => [key, name])).toEqual(
        found.differences.map(({ key, class: name }) => [key, name]),
      );
    });

    it('shows both totals, the bridge between them and each difference', async () => {
      const found = await read(client);
      expect(find(found, keyOf(lines[0])).class).toBe('only-ours');
      expect(find(found, keyOf(lines[1])).class).toBe('rate');
      const theirs = found.differences.filter(({ ours }) => ours === null);
      expect(theirs).toHaveLength(1);
      expect(found.differences.filter((one) => one.class === 'agreed')).toHaveLength(lines.length - 2);
      const steps = found.bridge.reduce((sum, step) => sum + step.amountFen, 0);
      expect((found.ours?.amountFen ?? 0) + steps).toBe(found.theirs?.amountFen);
    });

    it('a wrong cell refuses the whole file, by its name', async () => {
      const rows = clientRows();
      const answer = await upload([...rows.slice(0, 4), ['2026-05-12', '一号1', '一天半左右', '']]);
      expect(answer.status).toBe(400);
      const { details } = answer.body as Problem;
      expect(details?.['errors']).toMatchObject([{ row: 5, cell: 'C5' }]);
    });

    it('keeps notes, the client’s answers, deadlines and evidence with a difference', async () => {
      const difference = keyOf(lines[0]);
      await client.post(`${base}/answers`, { difference, stance: 'maintains', text: '' }).expect(400);
      await client.post(`${base}/answers`, { difference, stance: 'maintains', text: '当日有人在岗' }).expect(200);
      await finance.post(`${base}/notes`, { difference, text: '请提供监控截图' }).expect(200);
      await finance.post(`${base}/deadlines`, { difference, days: 10 }).expect(200);
      const attach = (bytes: Buffer, name: string) =>
        client.post(`${base}/evidence`).field('difference', difference).attach('file', bytes, name);
      await attach(Buffer.from('MZ program'), '证据.exe').expect(400);
      await attach(Buffer.alloc(5 * 1024 * 1024 + 1, 0x25), '大.pdf').expect(413);
      const added = (await attach(png, '监控截图.png').expect(201)).body as { id: string };
      const item = find(await read(), difference);
      expect(item).toMatchObject({ state: 'answered', answerBy: '2026-05-18', evidence: [{ name: '监控截图.png' }] });
      expect(item.remarks.map(({ kind }) => kind)).toEqual(['answer', 'note', 'deadline']);
      const bytes = await finance.get(`${base}/evidence/${added.id}`).expect(200);
      expect(bytes.headers['content-type']).toContain('image/png');
      await finance.get(`${contract}/reconciliations/2026-06/evidence/${added.id}`).expect(404);
    });

    it('decisions reach the journal: withdrawn, agreed, or waiting for the facts', async () => {
      const decide = (differences: readonly string[], outcome: string, key: string) =>
        finance
          .post(`${base}/decisions`, { differences, outcome, reason: '双方核对', document: '5月核对纪要' })
          .set('Idempotency-Key', key);
      const found = await read();
      const agreed = found.differences.filter((one) => one.class === 'agreed').map(({ key }) => key);
      await decide([keyOf(lines[0])], 'theirs', 'decision-d1').expect(200);
      await decide(agreed, 'ours', 'decision-d2').expect(200);
      const after = (await decide([keyOf(lines[1])], 'theirs', 'decision-d3').expect(200)).body as Reconciliation;
      expect(find(after, keyOf(lines[1])).state).toBe('to-carry-out');
      expect(after.differences.filter(({ key }) => agreed.includes(key)).map(stateOf)).toEqual(
        agreed.map(() => 'decided'),
      );
      const month = (await finance.get(`${contract}/lines?month=2026-05`).expect(200)).body as MonthLines;
      const phases = new Map(month.lines.map(({ id, phase }) => [id, phase]));
      expect(phases.get(lines[0]?.id ?? '')).toBe('withdrawn');
      expect(phases.get(lines[1]?.id ?? '')).toBe('proposed');
      expect([...phases.values()].filter((phase) => phase === 'agreed')).toHaveLength(agreed.length);
      const verification = (await finance.get(`${contract}/verification`).expect(200)).body as Verification;
      expect(verification.problems).toEqual([]);
    });

    it('a decision after closing is a correction of the open month; what was sealed stays', async () => {
      service.world.clock.setToday(civilDate('2026-06-03'));
      finance = await service.visitor('finance-shijingshan');
      const sealing = finance.post(`${contract}/seals`, { month: '2026-05' }).set('Idempotency-Key', 'seal-of-may');
      const sealed = (await sealing.expect(201)).body as { amountFen: number };
      const late = present(lines[1], 'the line that waits for the facts');
      const before = await read();
      const waiving = { differences: [keyOf(late)], outcome: 'waived', reason: '双方核对', document: '6月核对纪要' };
      const decision = finance.post(`${base}/decisions`, waiving).set('Idempotency-Key', 'decision-d4');
      const after = (await decision.expect(200)).body as Reconciliation;
      expect((after.ours?.amountFen ?? 0) - (before.ours?.amountFen ?? 0)).toBe(-(late.amountFen ?? 0));
      const june = (await finance.get(`${contract}/lines?month=2026-06`).expect(200)).body as MonthLines;
      expect(june.corrections).toMatchObject([
        {
          line: late.id,
          concerns: '2026-05',
          effectiveDate: '2026-06-01',
          reason: 'waiver',
          amountFen: -(late.amountFen ?? 0),
        },
      ]);
      const seals = (await finance.get(`${contract}/seals`).expect(200)).body as { seals: readonly object[] };
      expect(seals.seals).toMatchObject([{ month: '2026-05', amountFen: sealed.amountFen }]);
      const verification = (await finance.get(`${contract}/verification`).expect(200)).body as Verification;
      expect(verification.problems).toEqual([]);
    });
  });
});

function stateOf({ state }: DifferenceItem): string {
  return state;
}
