import { exportProblem } from '../../../src/application/export-problem/export-problem.js';
import { planRoster } from '../../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../../src/application/publish-roster/publish-roster.js';
import { problemHash, readProblem } from '../../../solver/index.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { openWorld, type World } from '../../support/world.js';

const range = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) });
const limits = { engine: 'highs', timeLimitSeconds: 10, seed: 1 } as const;

describe('the sample contracts', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('plans and publishes 28 days of the hotline desk without an empty seat', async () => {
    const planned = await planRoster(world, { contract: 'sujiatuo', ...range('2026-05-11', '2026-06-07'), ...limits });
    if (!planned.ok) throw new Error(planned.refusal.message.en);
    const { certificate, vacancies, assignments } = planned.value;
    expect(certificate.check.hardViolations).toEqual([]);
    expect(certificate.check.objective).toBeCloseTo(certificate.objective, 4);
    expect(vacancies.filter(({ postGroup }) => postGroup === 'desk/hotline')).toEqual([]);
    const leader = assignments.filter(({ worker, shift }) => worker === 'S001' && shift === 'n');
    expect(leader).toEqual([]);
    const published = await publishRoster(world, { contract: 'sujiatuo', rosterId: planned.value.id });
    expect(published).toMatchObject({ ok: true, value: { version: 1 } });
  });

  it('exports the problem that planning would solve', async () => {
    const request = { contract: 'shijingshan', ...range('2026-05-11', '2026-05-16') };
    const json = await exportProblem(world, { ...request, format: 'json' });
    if (!json.ok) throw new Error(json.refusal.message.en);
    const read = readProblem(JSON.parse(json.value));
    if (!read.ok) throw new Error(read.errors.join('\n'));
    expect(problemHash(read.problem)).toMatch(/^[0-9a-f]{64}$/u);
    expect(
      read.problem.demand
        .filter(({ day, start }) => day === 0 && start === 540)
        .reduce((sum, { required }) => sum + required, 0),
    ).toBe(140);
    const lp = await exportProblem(world, { contract: 'sujiatuo', ...range('2026-05-11', '2026-05-12'), format: 'lp' });
    expect(lp.ok && /minimi[sz]e/iu.test(lp.value)).toBe(true);
  });

  it('opens the halls on the service days around the holidays only', async () => {
    for (const [from, to, days] of [
      [
        '2026-04-27',
        '2026-05-10',
        [
          '2026-04-27',
          '2026-04-28',
          '2026-04-29',
          '2026-04-30',
          '2026-05-06',
          '2026-05-07',
          '2026-05-08',
          '2026-05-09',
        ],
      ],
      ['2026-09-19', '2026-09-21', ['2026-09-19', '2026-09-20', '2026-09-21']],
      ['2026-10-01', '2026-10-10', ['2026-10-08', '2026-10-09', '2026-10-10']],
    ] as const) {
      const json = await exportProblem(world, { contract: 'shijingshan', ...range(from, to), format: 'json' });
      const problem = json.ok ? readProblem(JSON.parse(json.value)) : undefined;
      if (problem?.ok !== true) throw new Error('no problem');
      expect([...new Set(problem.problem.demand.map(({ day }) => problem.problem.days[day]))]).toEqual(days);
    }
  });

  it('answers in words what can’t be planned', async () => {
    const codeOf = async (contract: string, days: ReturnType<typeof range>) => {
      const result = await planRoster(world, { contract, ...days, ...limits });
      return result.ok ? 'planned' : result.refusal.code;
    };
    expect(await codeOf('atlantis', range('2026-05-11', '2026-05-16'))).toBe('not-found');
    expect(await codeOf('anding', range('2026-05-11', '2026-05-16'))).toBe('term-unconfirmed');
    expect(await codeOf('horqin', range('2026-05-11', '2026-05-16'))).toBe('outside-term');
    expect(await codeOf('shijingshan', range('2026-05-16', '2026-05-11'))).toBe('invalid-input');
    expect(await codeOf('shijingshan', range('2026-05-01', '2026-05-05'))).toBe('planned');
  });
});
