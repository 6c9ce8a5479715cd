import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttendanceImport, Presence } from '../../../src/adapters/http/schemas/attendance.js';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type {
  JournalEntry,
  LineOverlap,
  MonthEntry,
  MonthLines,
  Rate,
  VacancyMonth,
  Verification,
  WaitingMonths,
} from '../../../src/adapters/http/schemas/ledger.js';
import { replayedStatement } from '../../../src/application/replay-month/replay-file.js';
import { statementJson } from '../../../src/application/month-statement/statement-json.js';
import { projectRoot } from '../../../src/adapters/system/project-root.js';
import { present } from '../../../src/shared/assert.js';
import { eachDatabase } from '../../support/databases.js';
import { bytes, openService, type TestService, type Visitor } from './service.js';

const base = '/api/v1/contracts/shijingshan';
const file = readFileSync(join(projectRoot, 'fixtures/attendance/shijingshan-2026-05.csv'));
const may = 'from=2026-05-01&to=2026-05-31';

/** One month from the attendance file to the statement, step by step as finance goes. */
eachDatabase((_name, open) => {
  describe('the ledger over HTTP', () => {
    let service: TestService;
    let finance: Visitor;
    let client: Visitor;
    let staff: Visitor;
    beforeAll(async () => {
      service = await openService({}, await open());
      finance = await service.visitor('finance-shijingshan');
      client = await service.visitor('client-shijingshan');
      staff = await service.visitor('staff-shijingshan');
    });
    afterAll(() => service.close());

    const vacancies = async () =>
      (await finance.get(`${base}/vacancies?month=2026-05`).expect(200)).body as VacancyMonth;
    const journal = async () =>
      ((await finance.get(`${base}/journal?month=2026-05`).expect(200)).body as { entries: MonthEntry[] }).entries;
    const post = (key: string, month = '2026-05') =>
      finance.post(`${base}/vacancies`, { month }).set('Idempotency-Key', key);

    it('refuses a file with wrong rows whole, and takes its good rows when asked', async () => {
      const text = file.toString('utf8').split('\r\n');
      const wrong = [...text.slice(0, 3), text[3]?.replace(/W\d+/u, 'W999'), ''].join('\r\n');
      const upload = (content = wrong) =>
        finance.post(`${base}/attendance`).attach('file', Buffer.from(content), '考勤.csv');
      const refused = await upload().expect(400);
      const { code, detail, details } = refused.body as Problem;
      expect(code).toBe('invalid-input');
      expect(details).toMatchObject({ rowsRight: 2, errors: [{ row: 4 }] });
      // Under headings that nobody knows no row is right, and none is on offer.
      const misnamed = (await upload(wrong.replace('工号', '何人')).expect(400)).body as Problem;
      expect(misnamed.details).toMatchObject({ rowsRight: 0 });
      expect([detail, misnamed.detail].map((text) => text.includes('正确的行'))).toEqual([true, false]);
      const taken = (await upload().field('acceptGoodRows', 'true').expect(200)).body as AttendanceImport;
      expect(taken).toMatchObject({ rowsRead: 3, imported: 2, errors: [{ row: 4 }] });
    });

    it('takes a month of attendance; again, it changes nothing', async () => {
      const upload = () => finance.post(`${base}/attendance`).attach('file', file, '考勤-2026-05.csv').expect(200);
      const first = (await upload()).body as AttendanceImport;
      expect(first.errors).toEqual([]);
      expect(first.imported).toBeGreaterThan(100);
      const again = (await upload()).body as AttendanceImport;
      expect(again.unchanged).toBe(again.imported);
      const { records } = (await finance.get(`${base}/attendance?${may}`).expect(200)).body as { records: Presence[] };
      expect(records.length).toBeGreaterThan(100);
      const own = (await staff.get(`${base}/attendance?${may}`).expect(200)).body as { records: Presence[] };
      expect(new Set(own.records.map(({ worker }) => worker))).toEqual(new Set([staff.session.grants[0]?.worker]));
    });

    it('counts headcount-days and no money until a rate with its document is entered', async () => {
      const before = await vacancies();
      expect(before.lines.length).toBeGreaterThan(0);
      expect(before.total.amountFen).toBeNull();
      for (const wrong of ['0', '-5', '1e5', '111650.001', '一万'])
        await finance.post(`${base}/rates`, { yuanPerPostYear: wrong, document: 'x', from: '2026-04-02' }).expect(400);
      const rate = await finance
        .post(`${base}/rates`, { yuanPerPostYear: '111650.00', document: '批复〔2026〕1号', from: '2026-04-02' })
        .expect(201);
      expect(rate.body as Rate).toMatchObject({
        annualFen: 11_165_000,
        document: '批复〔2026〕1号',
        from: '2026-04-02',
        enteredBy: finance.session.user.name,
      });
      const after = await vacancies();
      expect(after.total.amountFen).toBeGreaterThan(0);
      expect(after.status).toBe('not-posted');
      expect(((await client.get(`${base}/rates`)).body as { rates: Rate[] }).rates).toHaveLength(1);
    });

    it('posts with a key of the asker’s own: again, the same; for something else, a conflict', async () => {
      await finance.post(`${base}/vacancies`, { month: '2026-05' }).expect(400);
      await post('short').expect(400);
      const [first, twin] = await Promise.all([post('vacancies-2026-05-a'), post('vacancies-2026-05-a')]);
      expect([first.status, twin.status]).toEqual([200, 200]);
      expect(twin.body).toEqual(first.body);
      const posted = (first.body as VacancyMonth).posting.posted;
      expect(posted).toBeGreaterThan(0);
      expect(await journal()).toHaveLength(posted);
      const other = await post('vacancies-2026-05-a', '2026-06').expect(409);
      expect((other.body as Problem).code).toBe('idempotency-conflict');
      const fresh = (await post('vacancies-2026-05-b').expect(200)).body as VacancyMonth;
      expect(fresh.posting).toMatchObject({ posted: 0, reversed: 0 });
      expect(await journal()).toHaveLength(posted);
    });

    it('takes an entry back by an opposite one, and writes down why', async () => {
      const entry = present((await journal())[0], 'entry');
      const reverse = (key: string) =>
        finance
          .post(`${base}/journal/${entry.id}/reversal`, { reason: 'waiver', note: '双方会签豁免' })
          .set('Idempotency-Key', key);
      const reversal = (await reverse('reversal-1').expect(201)).body as JournalEntry;
      expect(reversal.reverses).toBe(entry.id);
      expect((await reverse('reversal-2').expect(201)).body).toEqual(reversal);
      expect([reversal.note, reversal.author]).toEqual(['双方会签豁免', finance.session.user.name]);
      const listed = await journal();
      const { sequence, effectiveDate } = entry;
      expect(listed.find(({ id }) => id === reversal.id)).toMatchObject({
        ...{ note: '双方会签豁免', reversedBy: null, reversalOf: { id: entry.id, sequence, effectiveDate } },
      });
      expect(listed.find(({ id }) => id === entry.id)).toMatchObject({
        ...{ reversedBy: { id: reversal.id, sequence: reversal.sequence }, reversalOf: null },
      });
      await finance
        .post(`${base}/journal/${entry.id}/reversal`, { reason: 'vacancy', note: 'x' })
        .set('Idempotency-Key', 'reversal-3')
        .expect(400);
      await finance
        .post(`${base}/journal/no-such-entry/reversal`, { reason: 'waiver', note: 'x' })
        .set('Idempotency-Key', 'reversal-4')
        .expect(404);
    });

    describe('the client’s answers', () => {
      const lines = async (visitor = client) => {
        const answer = await visitor.get(`${base}/lines?month=2026-05`).expect(200);
        return { tag: answer.headers['etag'] ?? '', month: answer.body as MonthLines };
      };
      const proposed = async (count: number) => {
        const { tag, month } = await lines();
        const ids = month.lines.filter(({ phase }) => phase === 'proposed').map(({ id }) => id);
        return { tag, ids: ids.slice(0, count) };
      };
      let keys = 0;
      const say = (visitor: Visitor, path: 'answers' | 'settlements', tag: string, body: object) => {
        keys += 1;
        const key = `${path}-${String(keys).padStart(4, '0')}`;
        const request = visitor.post(`${base}/lines/${path}`, { month: '2026-05', ...body });
        return request.set('Idempotency-Key', key).set('If-Match', tag);
      };
      const phaseOf = async (id: string) => (await lines()).month.lines.find((line) => line.id === id);

      it('see what else a line’s event touches, and nothing for a line that isn’t in force', async () => {
        const line = present(
          (await lines()).month.lines.find(({ phase }) => phase === 'proposed'),
          'line',
        );
        const overlap = (id: string) => client.get(`${base}/lines/overlap?line=${encodeURIComponent(id)}`);
        const { rows } = (await overlap(line.id).expect(200)).body as LineOverlap;
        expect(rows[0]).toMatchObject({
          clause: '第十八条',
          standing: 'own',
          amountFen: line.amountFen,
          units: line.units,
        });
        expect(rows.filter(({ standing }) => standing === 'excluded').map(({ amount }) => amount)).toEqual([
          '15631.00',
          '31262.00',
          '46893.00',
        ]);
        expect(rows[1]?.caps[0]?.left.amount).toBe('156310.00');
        expect(((await overlap('no/such/line').expect(404)).body as Problem).code).toBe('not-found');
      });

      it('move lines from proposed to agreed and disputed, and back', async () => {
        const before = (await lines()).month;
        expect(before.totals.proposed.lines).toBeGreaterThan(4);
        const { tag, ids } = await proposed(2);
        const agreed = (await say(client, 'answers', tag, { lines: ids, answer: 'agreed' }).expect(200))
          .body as MonthLines;
        expect(agreed.totals.agreed.lines).toBe(2);
        expect(agreed.totals.proposed.lines).toBe(before.totals.proposed.lines - 2);
        const [first = ''] = ids;
        await say(client, 'answers', (await lines()).tag, { lines: [first], answer: 'disputed' }).expect(400);
        await say(client, 'answers', (await lines()).tag, {
          lines: [first],
          answer: 'disputed',
          note: '当日下午有人顶岗',
        }).expect(200);
        const line = await phaseOf(first);
        expect(line).toMatchObject({ phase: 'disputed', answer: { by: 'client', note: '当日下午有人顶岗' } });
        expect(line?.events.map(({ reason }) => reason)).toEqual([
          'vacancy',
          'agreed',
          'reversal-answer-changed',
          'disputed',
        ]);
        const money = ({ totals }: MonthLines) =>
          [totals.proposed, totals.agreed, totals.disputed].reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
        expect(money((await lines()).month)).toBe(money(before));
      });

      it('are refused when the lines have changed since, and need If-Match', async () => {
        const { tag, ids } = await proposed(1);
        const unseen = client.post(`${base}/lines/answers`, { month: '2026-05', lines: ids, answer: 'agreed' });
        await unseen.set('Idempotency-Key', 'without-if-match').expect(428);
        await say(client, 'answers', '"1"', { lines: ids, answer: 'agreed' }).expect(412);
        await say(client, 'answers', tag, { lines: ['no/such/line'], answer: 'agreed' }).expect(404);
        expect((await phaseOf(ids[0] ?? ''))?.phase).toBe('proposed');
      });

      it('are awaited in the months that wait for them', async () => {
        const { totals } = (await lines()).month;
        const { months } = (await client.get(`${base}/lines/waiting`).expect(200)).body as WaitingMonths;
        expect(months).toEqual([
          { month: '2026-05', proposed: totals.proposed.lines, disputed: totals.disputed.lines },
        ]);
        await staff.get(`${base}/lines/waiting`).expect(403);
      });

      it('a dispute ends by a document: accepted, withdrawn or waived; set aside, it stays so', async () => {
        const { tag, ids } = await proposed(3);
        await say(client, 'answers', tag, { lines: ids, answer: 'disputed', note: '不认可' }).expect(200);
        const settle = async (id: string, outcome: string) =>
          say(finance, 'settlements', (await lines()).tag, {
            lines: [id],
            outcome,
            note: '核对考勤',
            document: '会议纪要3号',
          });
        for (const [index, outcome] of ['accept', 'withdraw', 'waive'].entries())
          expect((await settle(ids[index] ?? '', outcome)).status).toBe(200);
        const phases = await Promise.all(ids.map(async (id) => (await phaseOf(id))?.phase));
        expect(phases).toEqual(['agreed', 'withdrawn', 'waived']);
        expect((await settle(ids[0] ?? '', 'accept')).status).toBe(409);
        await say(client, 'answers', (await lines()).tag, {
          lines: [ids[0] ?? ''],
          answer: 'disputed',
          note: '再议',
        }).expect(409);
        const again = (await post('vacancies-2026-05-c').expect(200)).body as VacancyMonth;
        expect(again.posting).toMatchObject({ posted: 0, reversed: 0 });
      });
    });

    it('gives the statement as JSON, workbook and print, to finance and client', async () => {
      const json = await client.get(`${base}/statements/2026-05.json`).expect(200);
      expect(json.headers['content-disposition']).toContain('statement-shijingshan-2026-05.json');
      expect((json.body as { month: string }).month).toBe('2026-05');
      await client.get(`${base}/statements/2026-05`).expect(200).expect('content-type', /json/u);
      const xlsx = await finance.get(`${base}/statements/2026-05.xlsx`).buffer(true).parse(bytes).expect(200);
      expect((xlsx.body as Buffer).subarray(0, 2).toString()).toBe('PK');
      const pdf = await finance.get(`${base}/statements/2026-05.pdf`).buffer(true).parse(bytes).expect(200);
      expect(pdf.headers['content-type']).toBe('application/pdf');
      expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
      await finance.get(`${base}/statements/2026-05.docx`).expect(404);
      await finance.get(`${base}/statements/2030-01.json`).expect(422);
    });

    it('gives the manager a replay file, answers included, that makes the same statement', async () => {
      const manager = await service.visitor('manager-shijingshan');
      const replay = await manager.get(`${base}/statements/2026-05/replay`).buffer(true).parse(bytes).expect(200);
      expect(replay.headers['content-disposition']).toContain('replay-shijingshan-2026-05.json');
      const json = await manager.get(`${base}/statements/2026-05.json`).buffer(true).parse(bytes).expect(200);
      const replayed = replayedStatement((replay.body as Buffer).toString('utf8'));
      if (!replayed.ok) throw new Error(replayed.refusal.message.en);
      expect(replayed.value.waived).toHaveLength(3);
      expect(statementJson(replayed.value)).toBe((json.body as Buffer).toString('utf8'));
      await manager.get(`${base}/statements/2030-01/replay`).expect(422);
    });

    it('closes a month only when everything is there', async () => {
      const close = () => finance.post(`${base}/seals`, { month: '2026-05' }).set('Idempotency-Key', 'seal-2026-05');
      expect(((await close().expect(409)).body as Problem).code).toBe('conflict');
      expect((await finance.get(`${base}/seals`).expect(200)).body).toEqual({ seals: [] });
    });

    it('verifies the journal', async () => {
      const verified = (await client.get(`${base}/verification`).expect(200)).body as Verification;
      expect(verified).toMatchObject({ isSound: true, problems: [], sealedMonths: 0 });
      expect(verified.journalEntries).toBeGreaterThan(0);
    });
  });
});
