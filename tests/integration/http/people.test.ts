import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import type { Person, WorkerChanges, WorkersImport } from '../../../src/adapters/http/schemas/workforce.js';
import { readXlsx, writeXlsx, type CellValue } from 'hucre/xlsx';
import { present } from '../../../src/shared/assert.js';
import { eachDatabase } from '../../support/databases.js';
import { bytes, openService, type TestService, type Visitor } from './service.js';

const team = '/api/v1/contracts/shijingshan/workers';

eachDatabase((_name, open) => {
  describe('the team over HTTP', () => {
    let service: TestService;
    let manager: Visitor;
    beforeAll(async () => {
      service = await openService({}, await open());
      manager = await service.visitor('manager-shijingshan');
    });
    afterAll(() => service.close());

    const people = async (visitor = manager) =>
      ((await visitor.get(team).expect(200)).body as { workers: Person[] }).workers;
    const person = async (code: string) =>
      present(
        (await people()).find((one) => one.code === code),
        code,
      );
    const change = (code: string, revision: number, body: object) =>
      manager.patch(`${team}/${code}`, body).set('if-match', `"${String(revision)}"`);
    const importing = (text: string) =>
      manager
        .post(`${team}/import`)
        .set('content-type', 'multipart/form-data; boundary=x')
        .send(form(text) as never);
    const form = (text: string) =>
      `--x\r\nContent-Disposition: form-data; name="file"; filename="team.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--x--\r\n`;

    it('gives pinyin initials with the names, to those who see names', async () => {
      expect(await person('W001')).toMatchObject({ name: '赵甲子', initials: 'zjz', revision: 1 });
      const finance = await people(await service.visitor('finance-shijingshan'));
      expect(finance.every(({ name, initials }) => name === null && initials === null)).toBe(true);
    });

    it('changes what is given, keeps what was before, and refuses who looked at an older record', async () => {
      const before = await person('W021');
      await change('W021', before.revision, { education: 'master', approvedOn: null }).expect(200);
      const after = await person('W021');
      expect(after).toEqual({ ...before, education: 'master', approvedOn: null, revision: 2 });
      const late = await change('W021', before.revision, { annualLeaveDays: 1 }).expect(412);
      expect((late.body as Problem).code).toBe('stale-version');
      const { changes } = (await manager.get(`${team}/W021/changes`).expect(200)).body as WorkerChanges;
      expect(changes).toMatchObject([
        {
          revision: 2,
          by: manager.session.user.name,
          fields: [
            { field: 'education', before: before.education, after: 'master' },
            { field: 'approvedOn', before: before.approvedOn, after: null },
          ],
        },
      ]);
    });

    it('adds a person once, and nobody whose record can not be true', async () => {
      const record = await person('W022');
      const fresh = {
        ...{ code: 'W900', name: '新人', joinedOn: '2026-05-06', leftOn: null, approvedOn: null, trainedOn: null },
        ...{ site: record.site, function: record.function, role: 'member', education: 'college', bornOn: '1999-01-01' },
        ...{ redeployableTo: [], backupFor: [], restrictions: [], annualLeaveDays: 5 },
      };
      await manager.post(team, { ...fresh, bornOn: '2012-01-01' }).expect(400);
      await manager.post(team, { ...fresh, function: 'nowhere' }).expect(400);
      await manager.post(team, { ...fresh, leftOn: '2026-05-05' }).expect(400);
      expect((await people()).some(({ code }) => code === 'W900')).toBe(false);
      await manager.post(team, fresh).expect(201);
      // Nobody changed anything: the code is somebody's already, and the form can say so beside it.
      expect((await manager.post(team, fresh).expect(409)).body).toMatchObject({ details: { field: 'code' } });
      expect(await person('W900')).toMatchObject({ name: '新人', approvedOn: null, revision: 1 });
      await change('W999', 1, { name: 'x' }).expect(404);
    });

    it('imports a list whole: people added and changed, columns that are not there left alone', async () => {
      const known = await person('W030');
      const csv = [
        '工号,姓名,场所,职能,学历,出生日期,入职日期,年假天数',
        `W030,${known.name ?? ''},${known.site},${known.function},硕士,${known.bornOn ?? ''},${known.joinedOn},7`,
        `W901,另一新人,${known.site},${known.function},本科,1999年3月5日,2026/5/6,5`,
      ].join('\n');
      const done = (await importing(csv).expect(200)).body as WorkersImport;
      expect(done).toEqual({ added: 1, changed: 1, unchanged: 0 });
      expect(await person('W030')).toEqual({ ...known, education: 'master', annualLeaveDays: 7, revision: 2 });
      expect(await person('W901')).toMatchObject({ bornOn: '1999-03-05', role: 'member', approvedOn: null });
      expect((await importing(csv).expect(200)).body).toEqual({ added: 0, changed: 0, unchanged: 2 });
    });

    it('keeps the last day of papers, tells when one lapses, and shows them to the manager and the person alone', async () => {
      const { revision } = await person('W040');
      const documents = [
        { kind: 'medicalCheck', until: '2026-05-01' },
        { kind: 'labourContract', until: '2027-04-01' },
      ];
      await change('W040', revision, { documents: [...documents, ...documents] }).expect(400);
      await change('W040', revision, { documents }).expect(200);
      const csv = ['工号,体检有效期,保密承诺有效期', 'W040,2026-06-30,', 'W041,,2030/1/31'].join('\n');
      expect((await importing(csv).expect(200)).body).toEqual({ added: 0, changed: 2, unchanged: 0 });
      expect((await person('W040')).documents).toEqual([
        { kind: 'medicalCheck', until: '2026-06-30', standing: 'expiring' },
        { kind: 'labourContract', until: '2027-04-01', standing: 'valid' },
      ]);
      expect((await person('W041')).documents).toContainEqual({
        kind: 'confidentiality',
        until: '2030-01-31',
        standing: 'valid',
      });
      const wrong = (await importing('工号,体检有效期\nW040,明年').expect(400)).body as Problem;
      expect(wrong).toMatchObject({ details: { errors: [{ row: 2, column: '体检有效期' }] } });
      for (const role of ['team-leader', 'finance', 'client', 'auditor']) {
        const other = await service.visitor(`${role}-shijingshan`);
        const { workers } = (await other.get(team).expect(200)).body as { workers: { documents: unknown[] }[] };
        expect(workers.every((one) => one.documents.length === 0)).toBe(true);
      }
    });

    it('reads post groups and the last working day as the pages call them, and says which sites there are', async () => {
      const csv = '工号,可调配岗位组,最后工作日\nW050,区政务服务中心 · 综合窗口、区政务服务中心·综合咨询,2027-03-31';
      expect((await importing(csv).expect(200)).body).toEqual({ added: 0, changed: 1, unchanged: 0 });
      expect(await person('W050')).toMatchObject({
        redeployableTo: ['centre/integrated-window', 'centre/consultation'],
        leftOn: '2027-03-31',
      });
      const { details } = (await importing('工号,场所\nW050,大厅').expect(400)).body as Problem;
      expect(details).toMatchObject({
        errors: [{ row: 2, column: '场所', message: { zh: expect.stringContaining('区政务服务中心、') as string } }],
      });
    });

    it.each(['zh', 'en'] as const)('gives a template in %s that comes back as it is filled in', async (language) => {
      const template = await manager.get(`${team}/template?language=${language}`).buffer(true).parse(bytes).expect(200);
      const { sheets } = await readXlsx(template.body as Uint8Array);
      const rows = present(sheets[0], 'list').rows;
      expect(rows[1]?.slice(0, 2)).toEqual(language === 'zh' ? ['工号', '姓名'] : ['Code', 'Name']);
      const before = await people();
      const back = async (more: CellValue[][]) => {
        const sheetsBack = sheets.map((sheet, at) => ({
          name: sheet.name,
          rows: at === 0 ? [...rows, ...more] : sheet.rows,
        }));
        const filled = await writeXlsx({ sheets: sheetsBack });
        return manager.post(`${team}/import`).attach('file', Buffer.from(filled), 'team.xlsx');
      };
      // Left as it is it means nobody, and says so.
      const empty = (await back([])).body as Problem;
      expect([empty.code, empty.details?.['errors']]).toEqual(['invalid-input', undefined]);
      expect(await people()).toEqual(before);
      const code = language === 'zh' ? 'W910' : 'W911';
      const group = {
        zh: ['可调配岗位组', '区政务服务中心 · 综合窗口'],
        en: ['May be redeployed to', 'District service centre · Integrated window'],
      }[language];
      const filled = (rows[2] ?? []).map((value, column): CellValue =>
        column === 0 ? code : column === 1 ? '新来的' : rows[1]?.[column] === group[0] ? (group[1] ?? '') : value,
      );
      expect((await back([filled])).body).toEqual({ added: 1, changed: 0, unchanged: 0 });
      expect(await person(code)).toMatchObject({
        ...{ role: 'member', education: 'bachelor', bornOn: '1998-05-20', annualLeaveDays: 5 },
        redeployableTo: ['centre/integrated-window'],
      });
      expect((await back([filled])).body).toEqual({ added: 0, changed: 0, unchanged: 1 });
      expect((await people()).some((one) => one.code === 'W999')).toBe(false);
    });

    it('imports nobody when a row is wrong, and says which and why', async () => {
      const before = await people();
      const csv = [
        '工号,姓名,学历,入职日期',
        'W031,改名,本科,2026-05-06',
        'W032,改名,博士后,2026-05-06',
        'W033,改名,本科,昨天',
        'W902,新人,本科,2026-05-06',
      ].join('\n');
      const { details } = (await importing(csv).expect(400)).body as Problem;
      const errors = details?.['errors'] as { row: number; column: string | null; message: { zh: string } }[];
      expect(errors.find(({ row }) => row === 3)?.message.zh).toBe(
        '看不懂“学历”的内容“博士后”：可填大专、本科、硕士。',
      );
      expect(errors.map(({ row, column }) => `${String(row)} ${column ?? ''}`)).toEqual(
        expect.arrayContaining(['3 学历', '4 入职日期']),
      );
      expect(errors.some(({ row }) => row === 5)).toBe(true);
      expect(await people()).toEqual(before);
    });
  });
});
