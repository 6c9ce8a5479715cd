import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../../src/adapters/cli/program.js';
import { projectRoot } from '../../../src/adapters/system/project-root.js';
import { benchmarks } from '../../../src/benchmarks.js';
import { problemFiles } from '../../../src/problem-files.js';
import { smallRoster } from '../../support/small-roster.js';

/** Runs the command line with no database at hand: opening one would fail the test. */
async function run(...argv: string[]): Promise<{ out: string; err: string; exitCode: number }> {
  const [out, err]: [string[], string[]] = [[], []];
  const absent = (): never => {
    throw new Error('bench must not open a database');
  };
  await runProgram(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    open: absent,
    backup: { backup: absent, restore: absent },
    startService: absent,
    // The process of a test may be older than any time limit.
    bench: benchmarks(performance.now()),
    problemFiles,
  });
  const exitCode = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  return { out: out.join('\n'), err: err.join('\n'), exitCode };
}

describe('zhiban bench', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhiban-bench-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('solves an instance, prints the documented JSON and writes the plan', async () => {
    const file = `${projectRoot}/fixtures/benchmarks/one-week.txt`;
    const plan = join(folder, 'PLAN.csv');
    const { out, exitCode } = await run('bench', file, '--time', '600', '--threads', '1', '--json', '--out', plan);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual({
      instance: 'one-week',
      status: 'optimal',
      objective: 19,
      bound: 19,
      gap: 0,
      seconds: expect.any(Number) as unknown,
      firstFeasibleSeconds: expect.any(Number) as unknown,
      trace: expect.arrayContaining([[expect.any(Number), 19, 19]]) as unknown,
    });
    expect(await readFile(plan, 'utf8')).toMatch(/^A,D,D,,,D,D,D\nB,(D|,)+\n$/u);
  });

  it('refuses a file that is missing or no instance, line by line', async () => {
    expect(await run('bench', join(folder, 'none.txt'))).toMatchObject({ exitCode: 1, out: '' });
    const file = join(folder, 'faulty.txt');
    await writeFile(file, 'SECTION_HORIZON\nseven\n');
    const { err, exitCode } = await run('bench', file);
    expect(exitCode).toBe(1);
    expect(err).toContain('line 2: "seven" is not a whole number');
    expect(err).toContain('SECTION_COVER is missing');
  });

  it('solves an instance beside plain HiGHS, whose plan is evaluated alike', async () => {
    const file = `${projectRoot}/fixtures/benchmarks/one-week.txt`;
    const plan = join(folder, 'BESIDE.csv');
    const { out, exitCode } = await run('bench', file, '--time', '600', '--peers', folder, '--json', '--out', plan);
    expect(exitCode).toBe(0);
    const optimal = { status: 'optimal', objective: 19, bound: 19 };
    expect(JSON.parse(out)).toMatchObject({
      name: 'one-week',
      ours: optimal,
      plainHighs: optimal,
      cpSat: null,
      objectiveRatio: 1,
    });
    expect(await readFile(plan, 'utf8')).toMatch(/^A,D,D,,,D,D,D\nB,(D|,)+\n$/u);
  });

  it('solves an own case in a process of its own', async () => {
    const { out, exitCode } = await run('bench', '--case', 'hotline-28-days', '--time', '2', '--no-peers', '--json');
    expect(exitCode).toBe(0);
    const [comparison] = JSON.parse(out) as [{ ours: { objective: number; peakMegabytes: number } }];
    expect(comparison).toMatchObject({ name: 'hotline-28-days', plainHighs: null, cpSat: null, secondsRatio: null });
    expect(comparison.ours.objective).toBeGreaterThanOrEqual(2780);
    expect(comparison.ours.peakMegabytes).toBeGreaterThan(30);
  });

  it('refuses wrong use', async () => {
    expect(await run('bench', '--threads', '0')).toMatchObject({ exitCode: 2 });
    expect(await run('bench', '--case', 'moon')).toMatchObject({ exitCode: 2 });
    expect(await run('bench', '--time', 'long')).toMatchObject({ exitCode: 2 });
  });
});

describe('zhiban solve and check', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhiban-solve-'));
    await writeFile(at('problem.json'), JSON.stringify(smallRoster()));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('solve a file, and confirm the plan from the problem alone', async () => {
    const solved = await run('solve', at('problem.json'), '--out', at('plan.json'), '--json');
    expect(solved.exitCode).toBe(0);
    expect(JSON.parse(solved.out)).toMatchObject({ certificate: { status: 'optimal', objective: 20, bound: 20 } });
    expect(await run('check', at('problem.json'), at('plan.json'))).toMatchObject({ exitCode: 0 });
  });

  it.each<[string, (plan: { assignments: object[]; certificate: Record<string, unknown> }) => void, string]>([
    ['a duty left out', ({ assignments }) => void assignments.pop(), 'missingMinutes is said to be 0 and counts 480'],
    [
      'a cheaper total',
      ({ certificate }) => (certificate['objective'] = 19),
      'objective is said to be 19 and counts 20',
    ],
    ['a bound too high', ({ certificate }) => (certificate['bound'] = 21), 'The bound 21 lies above'],
    ['another problem', ({ certificate }) => (certificate['problemHash'] = 'x'), 'belongs to another problem'],
    ['a duty twice', ({ assignments }) => void assignments.push(assignments[0] ?? {}), 'breaks oneDutyAtATime'],
  ])('refuse a plan with %s', async (_, spoil, message) => {
    await run('solve', at('problem.json'), '--out', at('plan.json'));
    const plan = JSON.parse(await readFile(at('plan.json'), 'utf8')) as Parameters<typeof spoil>[0];
    spoil(plan);
    await writeFile(at('spoilt.json'), JSON.stringify(plan));
    const { out, exitCode } = await run('check', at('problem.json'), at('spoilt.json'));
    expect(exitCode).toBe(1);
    expect(out).toContain(message);
  });

  it('name the faults of a file', async () => {
    await writeFile(at('faulty.json'), JSON.stringify({ ...smallRoster(), demand: [{ group: 'moon' }] }));
    const { err, exitCode } = await run('solve', at('faulty.json'));
    expect(exitCode).toBe(1);
    expect(err).toContain('demand.0.day: ');
    expect(await run('check', at('problem.json'), at('faulty.json'))).toMatchObject({ exitCode: 1 });
    expect(await run('solve', at('none.json'))).toMatchObject({ exitCode: 1 });
  });
});
