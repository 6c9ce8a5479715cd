import request from 'supertest';
import { bodyBytesMax } from '../../../src/adapters/http/parts.js';
import { StorageError } from '../../../src/adapters/persistence/storage-error.js';
import type { Problem } from '../../../src/adapters/http/schemas/common.js';
import { statutoryDays } from '../../../src/domain/calendar/statutory-days.js';
import { openService, type TestService, type Visitor } from './service.js';

const base = '/api/v1/contracts/shijingshan';

describe('bad input', () => {
  let service: TestService;
  let manager: Visitor;
  let finance: Visitor;
  beforeAll(async () => {
    service = await openService();
    manager = await service.visitor('manager-shijingshan');
    finance = await service.visitor('finance-shijingshan');
  });
  afterAll(() => service.close());

  const raw = (text: string, type = 'application/json') =>
    manager
      .post(`${base}/plans`)
      .set('Content-Type', type)
      .send(text as unknown as object);

  it.each([
    ['cut off', '{"from": "2026-05-11"'],
    ['not JSON', 'from=2026'],
    ['a bare word', 'null'],
    ['a string', '"x"'],
    ['nothing', ''],
  ])('refuses a body that is %s', async (_name, text) => {
    const answer = await raw(text);
    expect([answer.status, (answer.body as Problem).code]).toEqual([400, 'invalid-input']);
  });

  it.each([
    ['a list', [], 'body'],
    ['an unknown field', { from: '2026-05-11', to: '2026-05-16', extra: 1 }, 'body'],
    ['a wrong type', { from: 20260511, to: '2026-05-16' }, 'body.from'],
    ['no such day', { from: '2026-02-30', to: '2026-03-01' }, 'body.from'],
    ['a missing field', { from: '2026-05-11' }, 'body.to'],
    ['dates in reverse', { from: '2026-05-16', to: '2026-05-11' }, 'body.to'],
    ['too long a range', { from: '2026-05-16', to: '2028-05-11' }, 'body.to'],
    ['an unknown engine', { from: '2026-05-11', to: '2026-05-16', engine: 'guess' }, 'body.engine'],
    ['an endless time limit', { from: '2026-05-11', to: '2026-05-16', timeLimitSeconds: 1e9 }, 'body.timeLimitSeconds'],
    ['a prototype', JSON.parse('{"from":"2026-05-11","to":"2026-05-16","__proto__":{"x":1}}') as object, 'body'],
  ])('refuses %s and says where', async (_name, body, path) => {
    const answer = await raw(JSON.stringify(body));
    const problem = answer.body as Problem;
    expect([answer.status, problem.code]).toEqual([400, 'invalid-input']);
    expect(problem.errors?.[0]?.path).toBe(path);
  });

  it('speaks the asker’s language, Chinese by default', async () => {
    const body = { from: '2026-05-16', to: '2026-05-11' };
    const chinese = (await manager.post(`${base}/plans`, body)).body as Problem;
    expect(chinese.errors?.[0]?.message).toBe('结束日期早于开始日期。');
    expect(chinese.title).toBe('请求有误');
    const english = await manager.post(`${base}/plans`, body).set('Accept-Language', 'en-GB,en;q=0.9');
    expect((english.body as Problem).errors?.[0]?.message).toBe('The last day lies before the first day.');
    expect(english.headers['content-language']).toBe('en');
    const french = (await manager.post(`${base}/plans`, body).set('Accept-Language', 'fr')).body as Problem;
    expect(french.title).toBe('请求有误');
  });

  it('refuses other media types and encodings', async () => {
    expect((await raw('from=1', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await raw('<x/>', 'text/xml')).status).toBe(415);
    expect((await raw('{}').set('Content-Encoding', 'nonsense')).status).toBe(415);
    expect((await finance.post(`${base}/attendance`, { file: 'x' })).status).toBe(415);
  });

  it.each([
    '',
    '?from=2026-05-04',
    '?from=x&to=y',
    '?from=2026-05-04&to=2026-05-10&x=1',
    '?from=2026-05-04&from=2026-05-05&to=2026-05-10',
    '?from[a]=1&to=2026-05-10',
  ])('refuses the query "%s"', async (query) => {
    const answer = await manager.get(`${base}/calendar${query}`);
    expect([answer.status, (answer.body as Problem).code]).toEqual([400, 'invalid-input']);
  });

  it('answers unknown addresses and other methods in the same form', async () => {
    for (const path of [
      '/api/v1/nothing',
      '/api/v2/contracts',
      `${base}/rosters/a/b/c`,
      `${base}/rosters/%2e%2e`,
      '/nothing.php',
      '/assets/x.js',
    ]) {
      const answer = await manager.get(path);
      expect([path, answer.status, answer.headers['content-type']]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
    const wrong = await request(service.app).put(`${base}/plans`).send({});
    expect([wrong.status, wrong.headers['allow'], (wrong.body as Problem).code]).toEqual([
      405,
      'POST, GET, HEAD',
      'method-not-allowed',
    ]);
    for (const path of ['/healthz', '/readyz', '/metrics', '/openapi.json', `/calendar/${'x'.repeat(43)}.ics`]) {
      const answer = await request(service.app).post(path);
      expect([path, answer.status, answer.headers['allow']]).toEqual([path, 405, 'GET, HEAD']);
    }
    expect((await manager.get('/api/v1/contracts/%E0%A4%A')).status).toBe(400);
    expect((await manager.get(`${base}/workers/${'x'.repeat(5000)}/feed`)).status).toBe(404);
  });

  it('refuses large bodies without keeping them', async () => {
    const huge = await raw(JSON.stringify({ from: 'x'.repeat(bodyBytesMax.json) }));
    expect([huge.status, (huge.body as Problem).code]).toEqual([413, 'too-large']);
    const upload = await finance
      .post(`${base}/attendance`)
      .attach('file', Buffer.alloc(50 * 1024 * 1024, 'x'), 'large.csv')
      .catch((error: unknown) => error);
    // The answer may come before the whole file has gone out; then the sender sees a broken pipe.
    const status = (upload as { status?: number }).status;
    if (status !== undefined) expect(status).toBe(413);
    else expect(String((upload as { code?: unknown }).code)).toMatch(/EPIPE|ECONNRESET/u);
    await manager.get('/healthz').expect(200);
  });

  it('refuses uploads without a file, with two, and with unknown fields', async () => {
    const post = () => finance.post(`${base}/attendance`);
    expect((await post().field('acceptGoodRows', 'true')).status).toBe(400);
    expect(
      (await post().attach('file', Buffer.from('a'), 'a.csv').attach('file', Buffer.from('b'), 'b.csv')).status,
    ).toBe(400);
    expect((await post().attach('other', Buffer.from('a'), 'a.csv')).status).toBe(400);
    expect((await post().attach('file', Buffer.from('a'), 'a.csv').field('acceptGoodRows', 'maybe')).status).toBe(400);
    expect((await post().attach('file', Buffer.from('a'), 'a.csv').field('more', 'x')).status).toBe(400);
    expect(
      (
        await post()
          .set('Content-Type', 'multipart/form-data; boundary=x')
          .send('cut off' as unknown as object)
      ).status,
    ).toBe(400);
  });

  it('says of a holiday notice which day is wrong, and takes a public file as it is', async () => {
    const administrator = await service.visitor('administrator');
    const send = (body: object) => administrator.post('/api/v1/holiday-notices', body);
    const wrong = async (body: object) => {
      const { details, detail, errors } = (await send(body).expect(400)).body as Problem;
      expect([errors, detail]).toEqual([undefined, expect.not.stringMatching(/body|days\.\d/u)]);
      return (details?.['errors'] as { row?: number; message: { en: string } }[] | undefined)?.map(
        ({ row, message }) => `${String(row)} ${message.en}`,
      );
    };
    const day = { date: '2027-01-01', name: '元旦', isOffDay: true };
    const notice = (days: unknown[]) => ({ year: 2027, document: 'x', days });
    expect(await wrong(notice([{ ...day, date: '2029-01-01' }]))).toEqual(['1 2029-01-01 isn’t in 2027.']);
    expect(await wrong(notice([day, day, { ...day, name: 5 }]))).toEqual([
      '2 2027-01-01 is listed twice.',
      '3 2027-01-01 lacks or has wrong: the holiday’s name (name).',
    ]);
    expect(await wrong(notice([]))).toBeUndefined();
    expect(await wrong([1, 2])).toBeUndefined();
    const days = statutoryDays(2027).map(({ date, name }) => ({ name: name.zh, date, isOffDay: true }));
    const papers = ['https://www.gov.cn/notice-2027'];
    const taken = await send({ $schema: 'https://holiday-cn/schema.json', year: 2027, papers, days }).expect(201);
    expect(taken.body).toMatchObject({ year: 2027, document: papers[0], days: { length: days.length } });
  });

  it('carries the request’s number into the answer and the log', async () => {
    const answer = await manager.get('/api/v1/nothing');
    const id = String(answer.headers['x-request-id']);
    expect((answer.body as Problem).instance).toBe(`urn:zhiban:request:${id}`);
    expect(service.logged.join('')).toContain(id);
  });

  it('keeps what broke to itself', async () => {
    const broken = await openService({
      contextFor: () => {
        throw new Error('secret detail');
      },
    });
    const answer = await request(broken.app).post('/api/v1/session').send({ login: 'x', password: 'y' }).expect(500);
    expect(JSON.stringify(answer.body)).not.toContain('secret detail');
    expect((answer.body as Problem).code).toBe('internal-error');
    expect(broken.logged.join('')).toContain('secret detail');
    await broken.close();
    const unavailable = await openService({
      contextFor: () => {
        throw new StorageError({ zh: '文件 /secret/place 已满', en: 'the file /secret/place is full' });
      },
    });
    const told = await request(unavailable.app).post('/api/v1/session').send({ login: 'x', password: 'y' }).expect(503);
    expect(JSON.stringify(told.body)).not.toContain('/secret/place');
    await unavailable.close();
  });
});
