import loadHighsModule from 'highs';
import { problemHash, readProblem, solveRoster, writeLp, writeMps } from '../../../solver/index.js';
import type { History, PostGroup, RosterProblem, ShiftType, Worker } from '../../../solver/index.js';
import { goldenText } from '../../support/golden-files.js';
import { hallWeek } from '../../../solver/bench/hall-week.js';
import { hotlineMonth } from '../../../solver/bench/hotline-month.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

const loadHighs = loadHighsModule as unknown as typeof loadHighsModule.default;

/** A small roster that uses most rules, so that the golden file shows their rows. */
function showcase(): RosterProblem {
  return smallRoster({
    workers: ['W1', 'W2'].map((id) =>
      smallWorker(id, {
        limits: {
          restMinutesMin: 480,
          hours: [
            {
              name: 'week',
              fromDay: 0,
              toDay: 1,
              carriedMinutes: 60,
              normalMinutes: 540,
              minutesMax: 960,
              overtimePricePerHour: 60,
            },
          ],
        },
        history: { workedDaysBefore: [2, 3, 4, 5, 6], group: 'counter' },
      }),
    ),
    pins: [{ worker: 'W1', day: 0, assignment: { shift: 'day', group: 'counter' } }],
    backupPairs: [{ holder: 'W1', backup: 'W2' }],
    baseline: { assignments: [{ worker: 'W2', day: 1, shift: 'day', group: 'counter' }], changeCost: [4, 2] },
  });
}

/** What another solver makes of a model's text, to the proven optimum. */
async function optimumOf(format: 'lp' | 'mps', data: string): Promise<number> {
  const highs = await loadHighs();
  const model = highs.createModel({ format, data });
  model.options.set({ output_flag: false, mip_rel_gap: 0 });
  model.run();
  const objective = model.getObjectiveValue();
  model.dispose();
  return objective;
}

describe('LP and MPS text', () => {
  it('is the golden file, name by name', () => {
    const text = writeLp(showcase());
    expect(text).toBe(goldenText('solver/small-roster.lp', text));
  });

  it.each([
    ['small roster', showcase()],
    ['hotline month', hotlineMonth()],
  ])(
    'of a %s read by another solver has the same optimum',
    async (_, problem) => {
      const outcome = await solveRoster(problem, { engine: 'highs', timeLimitSeconds: 120, seed: 1 });
      const objective = outcome.kind === 'plan' ? outcome.plan.certificate.objective : NaN;
      expect(await optimumOf('lp', writeLp(problem))).toBeCloseTo(objective, 4);
      expect(await optimumOf('mps', writeMps(problem))).toBeCloseTo(objective, 4);
    },
    300_000,
  );

  it('of pins that cannot stand has no solution for another solver either', async () => {
    const problem = smallRoster({
      workers: [smallWorker('W1', { unavailable: [{ day: 0, reason: 'leave' }] })],
      pins: [{ worker: 'W1', day: 0, assignment: { shift: 'day', group: 'counter' } }],
      fairness: [],
    });
    expect(await solveRoster(problem, { engine: 'highs', timeLimitSeconds: 20, seed: 1 })).toMatchObject({
      kind: 'none',
      status: 'infeasible',
    });
    for (const [format, data] of [
      ['lp', writeLp(problem)],
      ['mps', writeMps(problem)],
    ] as const) {
      const highs = await loadHighs();
      const model = highs.createModel({ format, data });
      model.options.set({ output_flag: false });
      model.run();
      // 8 = infeasible, in HiGHS's own numbers.
      expect([format, model.getModelStatus()]).toEqual([format, 8]);
      model.dispose();
    }
  });

  it('names every column and row once, in plain letters', () => {
    const lines = writeLp(smallRoster({ workers: [smallWorker('张三'), smallWorker('李四')], fairness: [] })).split(
      '\n',
    );
    const rows = lines.flatMap((line) => /^ ([A-Za-z][A-Za-z0-9_]*):/.exec(line)?.[1] ?? []);
    expect(new Set(rows).size).toBe(rows.length);
    expect(lines.join('')).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe('problem hash', () => {
  it('does not depend on the order of keys, and does on every value', () => {
    const problem = smallRoster();
    const turned = Object.fromEntries(Object.entries(problem).reverse()) as unknown as RosterProblem;
    expect(problemHash(turned)).toBe(problemHash(problem));
    expect(problemHash({ ...problem, name: 'other' })).not.toBe(problemHash(problem));
    expect(problemHash(problem)).toMatch(/^[0-9a-f]{64}$/);
  });
});

/** Two workers, of the first of whom the days before the plan are known. */
const knowing = (history: Partial<History>): readonly Worker[] => {
  const worker = smallWorker('W1');
  return [{ ...worker, history: { ...worker.history, ...history } }, smallWorker('W2')];
};
/** The small roster's shifts with another day shift. */
const withDay = (start: number, end: number): readonly ShiftType[] =>
  smallRoster().shifts.map((shift) => (shift.id === 'day' ? { ...shift, segments: [{ start, end }] } : shift));
const hall: PostGroup = { id: 'counter', site: 'hall', offers: [] };

describe('readProblem', () => {
  it.each([
    ['small roster', smallRoster()],
    ['hall week', hallWeek()],
    ['hotline month', hotlineMonth()],
  ])('reads a %s back as it was', (_, problem) => {
    const read = readProblem(JSON.parse(JSON.stringify(problem)));
    expect(read).toEqual({ ok: true, problem });
  });

  it.each([
    ['pins.0: there is no worker W9', { pins: [{ worker: 'W9', day: 0, assignment: null }] }],
    [
      'pins.0: there is no shift late',
      { pins: [{ worker: 'W1', day: 0, assignment: { shift: 'late', group: 'counter' } }] },
    ],
    ['pins.0: day 2 is outside 0 … 1', { pins: [{ worker: 'W1', day: 2, assignment: null }] }],
    [
      'pin of worker and day W1, day 0 occurs more than once',
      { pins: [0, 0].map((day) => ({ worker: 'W1', day, assignment: null })) },
    ],
    ['worker W1 occurs more than once', { workers: [smallWorker('W1'), smallWorker('W1'), smallWorker('W2')] }],
    ['baseline.changeCost: 1 prices for 2 days', { baseline: { assignments: [], changeCost: [1] } }],
    ["backupPairs.0: W1 can't be their own backup", { backupPairs: [{ holder: 'W1', backup: 'W1' }] }],
    ['shift day: starts after the day that it belongs to', { shifts: withDay(1440, 1900) }],
    ['shift day: ends later than on the next day', { shifts: withDay(540, 2881) }],
    ['days.1: 2026-05-13 does not follow 2026-05-11', { days: ['2026-05-11', '2026-05-13'] }],
    [
      'demand.1 overlaps demand.0 (counter, day 0)',
      { demand: [1, 1].map(() => ({ group: 'counter', day: 0, start: 510, end: 720, required: 1, price: 1 })) },
    ],
    [
      'shift day: segment 1 overlaps or touches the one before; put them in order and join them',
      {
        shifts: [
          {
            id: 'day',
            segments: [
              { start: 510, end: 720 },
              { start: 700, end: 900 },
            ],
            countedMinutes: 390,
            duties: [],
          },
          { id: 'night', segments: [{ start: 1320, end: 1800 }], countedMinutes: 480, duties: [] },
        ],
      },
    ],
    ['worker W1: history: there is no shift late', { workers: knowing({ shiftCounts: { late: 1 } }) }],
    [
      'worker W1: history.eve names a shift, yet workedDaysBefore lacks the eve (1)',
      { workers: knowing({ eve: { shift: 'day', days: 2 } }) },
    ],
    [
      'worker W1: history.eve is a day off, yet workedDaysBefore has the eve (1)',
      { workers: knowing({ eve: { shift: null, days: 2 }, workedDaysBefore: [1] }) },
    ],
    [
      'travel.0: no group is at the site moon',
      { travel: [{ between: ['hall', 'moon'], minutes: 60 }], groups: [hall] },
    ],
    [
      'travel.0: hall is one site; travel needs two',
      { travel: [{ between: ['hall', 'hall'], minutes: 60 }], groups: [hall] },
    ],
    ['fairness.0: there is no worker W7', { fairness: [{ duty: 'early' as const, workers: ['W7'], weight: 1 }] }],
  ])('says "%s"', (message, changes) => {
    expect(readProblem(smallRoster(changes as Partial<RosterProblem>))).toEqual({ ok: false, errors: [message] });
  });

  it('names the place of a wrong shape', () => {
    const read = readProblem({ ...smallRoster(), days: 'Monday' });
    expect(read.ok ? [] : read.errors[0]).toMatch(/^days: /);
    expect(readProblem(null)).toMatchObject({ ok: false });
  });
});
