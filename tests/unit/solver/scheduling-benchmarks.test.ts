import { readFileSync } from 'node:fs';
import { evaluatePlan } from '../../../solver/bench/evaluate.js';
import { runInstance, runProblem } from '../../../solver/bench/run-instance.js';
import { readSchedulingBenchmark, writePlanCsv } from '../../../solver/formats/scheduling-benchmarks.js';
import { checkPlan, readProblem, type PlanAssignment, type RosterProblem } from '../../../solver/index.js';
import { projectRoot } from '../../../src/adapters/system/project-root.js';

const instance = (name: string): string => readFileSync(`${projectRoot}/fixtures/benchmarks/${name}.txt`, 'utf8');
const oneWeek = instance('one-week');
const nights = instance('nights');

function problemOf(text: string): RosterProblem {
  const reading = readSchedulingBenchmark('test', text);
  if (!reading.ok) throw new Error(reading.errors.join('\n'));
  return reading.problem;
}

/** A plan's lines as assignments. */
function assignmentsOf(planCsv: string): PlanAssignment[] {
  return planCsv
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [worker = '', ...roster] = line.split(',');
      return roster.flatMap((shift, day) => (shift === '' ? [] : [{ worker, day, shift, group: 'ward' }]));
    });
}

describe('the benchmark format', () => {
  it('reads every section into a problem that the JSON reader accepts', () => {
    const problem = problemOf(nights);
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toEqual({ ok: true, problem });
    expect(problem.days).toHaveLength(4);
    expect(new Date(`${problem.days[0]}T00:00:00Z`).getUTCDay()).toBe(1);
    expect(problem.shifts[1]).toMatchObject({ id: 'N', countedMinutes: 600, forbiddenNext: ['E'] });
    expect(problem.workers[0]?.limits).toMatchObject({
      shiftMaxima: [
        { shift: 'E', count: 4 },
        { shift: 'N', count: 1 },
      ],
      runs: { consecutiveShiftsMax: 4, consecutiveShiftsMin: 1, consecutiveDaysOffMin: 1 },
      weekendsMax: 0,
    });
    expect(problem.workers[0]?.limits.hours[0]).toMatchObject({ minutesMax: 2100, minutesMin: 0 });
    expect(problem.requests).toEqual([{ worker: 'P', day: 3, shift: 'N', kind: 'off', weight: 2 }]);
    expect(problem.shiftCover).toHaveLength(8);
    expect(problemOf(oneWeek).workers[0]?.unavailable).toEqual([{ day: 2, reason: 'fixedDayOff' }]);
  });

  it.each([
    ['0,D,1,100,10', '0,X,1,100,10', 'there is no shift X'],
    ['0,D,1,100,10', '7,D,1,100,10', 'day 7 is outside 0 … 6'],
    ['0,D,1,100,10', '0,D,1,100', 'has 4 cells instead of 5'],
    ['A,0,D,2', 'Z,0,D,2', 'there is no employee Z'],
    ['A,2\n', 'A,9\n', 'day 9 is outside 0 … 6'],
    ['D,480,', 'D,eight,', '"eight" is not a whole number'],
    ['D,480,', 'D,480,X', 'there is no shift X'],
    ['A,D=7,', 'A,D7,', '"D7" is not a shift and its maximum, as D=14'],
    ['B,D=7,', 'A,D=7,', 'employee A is listed twice'],
  ])('names the fault of %j turned into %j', (from, to, message) => {
    const text = oneWeek.replace(from, to);
    const reading = readSchedulingBenchmark('test', text);
    expect(reading).toMatchObject({ ok: false });
    const errors = reading.ok ? [] : reading.errors;
    expect(errors.some((error) => error.includes(message))).toBe(true);
    const line = text.split('\n').indexOf(to.trim()) + 1;
    if (line > 0) expect(errors.join('\n')).toContain(`line ${line}: `);
  });

  it('names missing sections and lines outside any', () => {
    const reading = readSchedulingBenchmark('test', '14\nSECTION_HORIZON\n14\n');
    expect(reading.ok ? [] : reading.errors).toEqual(
      expect.arrayContaining(['line 1: stands before the first SECTION_ line', 'SECTION_COVER is missing']),
    );
  });

  it('writes one line a worker in the order of the instance', () => {
    const plan = 'P,E,,N,\nQ,,,,N\n';
    expect(writePlanCsv(problemOf(nights), assignmentsOf(plan).reverse())).toBe(plan);
  });
});

describe('the evaluator', () => {
  const best = 'A,D,D,,,D,D,D\nB,,,D,D,D,,\n';

  it('adds up requests and cover', () => {
    expect(evaluatePlan(oneWeek, best)).toEqual({ objective: 19, violations: [] });
    expect(evaluatePlan(nights, 'P,E,E,E,N\nQ,N,N,N,\n')).toEqual({ objective: 12, violations: [] });
  });

  it.each([
    ['A,D,D,,,D,D,D\nB,,,,D,D,D,\n', 'B: 1 weekends, at most 0'],
    ['A,D,D,,D,D,D,D\nB,,,D,D,D,,\n', 'A: 2880 minutes are not 2400–2400'],
    ['A,D,D,,D,D,D,D\nB,,,D,D,D,,\n', 'A: 4 days in a row'],
    ['A,D,D,,D,D,D,D\nB,,,D,D,D,,\n', 'A: only 1 days off in a row'],
    ['A,D,D,D,,,D,D\nB,,,D,D,D,,\n', 'A: day 2 is a day off'],
    ['A,D,D,,,D,D,D\nB,D,,,D,,,\n', 'B: only 1 days in a row'],
    ['A,D,D,,,D,D,D\nB,,,D,D,D,\n', 'B: 6 days instead of 7'],
    ['A,D,D,,,D,D,D\nB,,,D,D,X,,\n', 'B: no shift X'],
    ['A,D,D,,,D,D,D\n', 'B: no days instead of 7'],
  ])('finds what %j breaks: %s', (plan, violation) => {
    expect(evaluatePlan(oneWeek, plan).violations).toContain(violation);
  });

  it('finds forbidden successions and too many of a shift', () => {
    const { violations } = evaluatePlan(nights, 'P,N,E,N,\nQ,,,,\n');
    expect(violations).toEqual(['P: N worked 2 times, at most 1', 'P: E after N on day 1']);
  });

  it.each([oneWeek, nights])('agrees with the checker on any plan of an instance', (text) => {
    const problem = problemOf(text);
    let state = 1;
    const next = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const choices = ['', ...problem.shifts.map(({ id }) => id)];
    const plans = Array.from({ length: 2000 }, () =>
      problem.workers
        .map(({ id }) => [id, ...problem.days.map(() => choices[next(choices.length)] ?? '')].join())
        .join('\n'),
    );
    const lawful = plans.filter((plan) => {
      const report = checkPlan(problem, assignmentsOf(plan));
      const { objective, violations } = evaluatePlan(text, plan);
      expect({ plan, isLawful: violations.length === 0, objective }).toEqual({
        plan,
        isLawful: report.hardViolations.length === 0,
        objective: report.objective,
      });
      return violations.length === 0;
    });
    expect(lawful.length).toBeLessThan(plans.length);
  });
});

describe('a benchmark run', () => {
  it.each([
    ['one-week', oneWeek, 19],
    ['nights', nights, 10],
  ])('proves the optimum of %s', async (name, text, objective) => {
    const result = await runInstance(
      { name, text },
      { seconds: 60, startedAt: performance.now(), threads: 1, seed: 1 },
    );
    expect(result).toMatchObject({
      ok: true,
      run: { instance: name, status: 'optimal', objective, bound: objective, gap: 0 },
    });
    if (!result.ok || result.planCsv === null) throw new Error('no plan');
    expect(evaluatePlan(text, result.planCsv)).toEqual({ objective, violations: [] });
    expect(result.run.trace.at(-1)?.slice(1)).toEqual([objective, objective]);
  });

  it("evaluates a peer's plan, and refuses one that costs more than was said", async () => {
    const limits = { seconds: 60, startedAt: performance.now(), threads: 1, seed: 1 };
    const peer =
      (beyond: number): typeof runProblem =>
      async (problem, options) => {
        const { run, assignments } = await runProblem(problem, options);
        return { run: { ...run, objective: (run.objective ?? NaN) + beyond }, assignments };
      };
    const given = { name: 'nights', text: nights };
    expect(await runInstance(given, limits, peer(5))).toMatchObject({ ok: true, run: { objective: 10, gap: 0 } });
    expect(await runInstance(given, limits, peer(-5))).toMatchObject({ ok: false });
  });

  it('says that an instance has no plan, and refuses a faulty one', async () => {
    const limits = { seconds: 60, startedAt: performance.now(), threads: 1, seed: 1 };
    const tooMuch = oneWeek.replace('A,D=7,2400,2400', 'A,D=4,2400,2400');
    expect(await runInstance({ name: 'none', text: tooMuch }, limits)).toMatchObject({
      ok: true,
      planCsv: null,
      run: { status: 'infeasible', objective: null, bound: null, gap: null },
    });
    expect(await runInstance({ name: 'bad', text: '' }, limits)).toMatchObject({ ok: false });
  });
});
