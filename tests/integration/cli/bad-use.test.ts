import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { CommandLineInside } from './command-line.js';

interface Refused {
  readonly error: { readonly code: string; readonly message: { readonly zh: string; readonly en: string } };
}

describe('the command line, used badly,', () => {
  const line = new CommandLineInside();
  const week = ['--from', '2026-05-11', '--to', '2026-05-16'];
  const rate = (yuan: string, document = '批复') =>
    `rate|--contract|shijingshan|--yuan-per-post-year|${yuan}|--document|${document}|--from|2026-04-02`.split('|');
  beforeAll(async () => {
    expect((await line.run('contracts')).code).toBe(0);
    mkdirSync(line.path('folder.xlsx'));
    writeFileSync(line.path('broken.json'), '[{"worker":');
    writeFileSync(line.path('fields.json'), '[{"worker":"D001"}]');
    writeFileSync(line.path('stranger.json'), '[{"worker":"Z999","date":"2026-05-11","assignment":null}]');
  });
  afterAll(() => {
    line.discard();
  });

  it.each([
    [['bogus']],
    [['vacancies']],
    [['contracts', '--jsn']],
    [['contracts', 'surplus']],
    [['plan', '--contract', 'shijingshan', '--from', '2026-05-11']],
    [['plan', '--contract', 'shijingshan', '--from', '2026-02-30', '--to', '2026-03-01']],
    [['plan', '--contract', 'shijingshan', ...week, '--time-limit', '0']],
    [['plan', '--contract', 'shijingshan', ...week, '--engine', 'magic']],
    [['problem', '--contract', 'shijingshan', ...week, '--format', 'xml', '--out', 'x']],
    [['vacancies', 'post', '--contract', 'shijingshan', '--month', '2026-13']],
    [['statement', '--contract', 'shijingshan', '--period', '2026-05', '--out', 'x.docx']],
    [['statement', '--period', '2026-05', '--out', 'x.pdf']],
    [['statement', '--contract', 'shijingshan', '--from-replay', 'may.replay', '--out', 'x.pdf']],
    [['serve', '--port', '99999']],
  ])('says in both languages what is wrong with %j', async (args) => {
    const { code, body } = await line.json(...args);
    const { error } = body as Refused;
    expect([code, error.code]).toEqual([2, 'wrong-use']);
    expect(error.message.zh).toMatch(/[一-鿿].*用法见/u);
    expect(error.message.en).toMatch(/\w{3}/u);
  });

  it.each<[string[], string]>([
    [['plan', '--contract', 'nowhere', ...week], 'not-found'],
    [['plan', '--contract', 'shijingshan', '--from', '2026-05-16', '--to', '2026-05-11'], 'invalid-input'],
    [['plan', '--contract', 'shijingshan', '--from', '2030-05-06', '--to', '2030-05-11'], 'outside-term'],
    [['plan', '--contract', 'anding', ...week], 'term-unconfirmed'],
    [['plan', '--contract', 'sujiatuo', ...week, '--pins', line.path('missing.json')], 'invalid-input'],
    [['plan', '--contract', 'sujiatuo', ...week, '--pins', line.path('broken.json')], 'invalid-input'],
    [['plan', '--contract', 'sujiatuo', ...week, '--pins', line.path('fields.json')], 'invalid-input'],
    [['plan', '--contract', 'sujiatuo', ...week, '--pins', line.path('stranger.json')], 'invalid-input'],
    [['problem', '--contract', 'sujiatuo', ...week, '--out', line.path('missing/p.json')], 'invalid-input'],
    [
      ['statement', '--contract', 'shijingshan', '--period', '2026-05', '--out', line.path('no/s.pdf')],
      'invalid-input',
    ],
    [
      ['statement', '--contract', 'shijingshan', '--period', '2026-05', '--out', line.path('folder.xlsx')],
      'invalid-input',
    ],
    [['statement', '--from-replay', line.path('missing.json'), '--out', line.path('s.pdf')], 'invalid-input'],
    [['statement', '--from-replay', line.path('broken.json'), '--out', line.path('s.pdf')], 'invalid-input'],
    [['publish', '--roster', 'nothing'], 'not-found'],
    [['feed', '--worker', 'Z999'], 'not-found'],
    [['attendance', 'import', line.path('missing.csv'), '--contract', 'shijingshan'], 'invalid-input'],
    [['calendar', 'import', line.path('broken.json')], 'invalid-input'],
    [['confirm', '--contract', 'shijingshan', ...week, '--document', 'x'], 'conflict'],
    [rate('-5'), 'invalid-input'],
    [rate('1e5'), 'invalid-input'],
    [rate('abc'), 'invalid-input'],
    [rate('111650.001'), 'invalid-input'],
    [rate('111650.00', ' '), 'invalid-input'],
    [['verify', '--contract', 'nowhere'], 'not-found'],
    [['backup', '/proc/nowhere/backup'], 'storage-unavailable'],
    [['restore', line.path('missing')], 'not-found'],
    [['restore', line.path('broken.json')], 'invalid-input'],
  ])('refuses %j as %s, without a trace', async (args, code) => {
    const answer = await line.json(...args);
    const { error } = answer.body as Refused;
    expect([answer.code, error.code]).toEqual([1, code]);
    expect(error.message.zh).toMatch(/[一-鿿]/u);
    const { err } = answer;
    expect(err).toContain(error.message.zh);
    expect(err).toContain(error.message.en);
    expect(err).not.toMatch(/^\s+at /mu);
    expect(readdirSync(line.folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it.each([
    ['a folder that cannot be made', { dataDirectory: '/proc/nowhere' }, 'ZHIBAN_DATA'],
    ['a data folder that is a file', { dataDirectory: line.path('broken.json') }, 'ZHIBAN_DATA'],
    ['another database', { databaseUrl: 'mysql://localhost/x' }, 'postgres://'],
    ['an address that is none', { databaseUrl: 'postgres://a:b:c/x' }, 'DATABASE_URL'],
    ['a server that does not answer', { databaseUrl: 'postgres://127.0.0.1:1/x' }, '127.0.0.1:1'],
  ])('names %s', async (_what, place, word) => {
    const elsewhere = new CommandLineInside(place);
    const { code, body } = await elsewhere.json('contracts');
    elsewhere.discard();
    const { error } = body as Refused;
    expect([code, error.code]).toEqual([1, 'storage-unavailable']);
    expect(error.message.zh).toContain(word);
    expect(error.message.en).toContain(word);
  });

  it('ends its process with the code, and finishes its work when the reader stops reading', async () => {
    const process = line.asProcess();
    expect(await process.run('contracts', '--jsn')).toMatchObject({ code: 2, out: '' });
    expect(await process.run('publish', '--roster', 'nothing')).toMatchObject({ code: 1, out: '' });
    const { child, ended } = process.start('contracts');
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});
