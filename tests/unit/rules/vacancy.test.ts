import { checkPlan, type Demand } from '../../../solver/index.js';
import { cost, duty, ruleCase, workerOf } from '../../support/rule-cases.js';

const rule = 'vacancy';
const morning: Demand = { group: 'counter', day: 0, start: 510, end: 720, required: 1, price: 100 };
const asking = (...demand: Demand[]) => ruleCase({ demand, workers: [workerOf(), workerOf({ id: 'W2' })] });

describe(rule, () => {
  it('costs the price of each person missing, and counts their minutes', () => {
    const problem = asking({ ...morning, required: 3 });
    expect(cost(rule, problem, [])).toBe(300);
    expect(cost(rule, problem, [duty('day', 0)])).toBe(200);
    const report = checkPlan(problem, [duty('day', 0)]);
    expect(report.missingMinutes).toBe(2 * 210);
    expect(report.vacancies).toEqual([{ group: 'counter', day: 0, start: 510, end: 720, missing: 2, price: 200 }]);
  });

  it('pays nothing back for more people than required', () => {
    const problem = asking(morning, { ...morning, day: 1 });
    expect(cost(rule, problem, [duty('day', 0), duty('day', 0, { worker: 'W2' })])).toBe(100);
  });

  it('is not filled from another group or another day', () => {
    expect(cost(rule, asking(morning), [duty('day', 0, { group: 'hotline' }), duty('day', 1)])).toBe(100);
  });

  it('is not filled by part of the interval, nor by a duty with a meal inside it', () => {
    expect(cost(rule, asking({ ...morning, start: 509 }), [duty('day', 0)])).toBe(100);
    expect(cost(rule, asking({ ...morning, end: 721 }), [duty('day', 0)])).toBe(100);
    expect(cost(rule, asking({ ...morning, start: 700, end: 800 }), [duty('day', 0)])).toBe(100);
    expect(cost(rule, asking({ ...morning, start: 700, end: 800 }), [duty('early', 0)])).toBe(0);
  });

  it('is filled after midnight by a night duty of the day before', () => {
    const smallHours = { ...morning, day: 5, start: 0, end: 360 };
    expect(cost(rule, asking(smallHours), [duty('night', 4)])).toBe(0);
    expect(cost(rule, asking(smallHours), [duty('night', 5)])).toBe(100);
    expect(cost(rule, asking({ ...smallHours, end: 361 }), [duty('night', 4)])).toBe(100);
  });

  it('is filled on the first morning by a duty that runs in from the period before', () => {
    const running = (group: string) => workerOf({ history: { running: { group, until: 540 } } });
    const until = (end: number) => ({ ...morning, start: 0, end });
    const problem = (demand: Demand, group = 'counter') => ruleCase({ demand: [demand], workers: [running(group)] });
    expect(cost(rule, problem(until(540)), [])).toBe(0);
    expect(cost(rule, problem(until(541)), [])).toBe(100);
    expect(cost(rule, problem(until(540), 'hotline'), [])).toBe(100);
    expect(cost(rule, problem({ ...until(540), required: 2 }), [])).toBe(100);
  });

  it('asks for nobody where nobody is required', () => {
    expect(cost(rule, asking({ ...morning, required: 0 }), [])).toBe(0);
  });
});
