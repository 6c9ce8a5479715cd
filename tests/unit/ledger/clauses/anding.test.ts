import { deductionReading } from '../../../../src/domain/ledger/readings/deduction-reading.js';
import { scoreShortfall } from '../../../../src/domain/ledger/deductions/score-shortfall.js';
import { incidentFacts, type IncidentFacts } from '../../../../src/domain/ledger/deductions/incident.js';
import { acceptanceForm } from '../../../../src/domain/papers/acceptance-form.js';
import { present } from '../../../../src/shared/assert.js';
import { civilDate } from '../../../../src/shared/civil-date.js';
import { fen, sumFen, yuanDecimal } from '../../../../src/shared/fen.js';
import {
  contractOf,
  linesOf,
  settlementOfAgreed,
  amounts,
  agreedFrom,
  type Happening,
} from '../../../support/clause-cases.js';

describe('Anding', () => {
  const rule = present(
    contractOf('anding').deductions.find((each) => each.family === 'scoreShortfall'),
    'score rule',
  );
  const rows = rule.form;
  const special = rule.specialEvents.map(({ key }) => key);
  const sheet = (option: (row: number) => number, more: Partial<IncidentFacts> = {}): Happening => ({
    rule: rule.key,
    date: '2024-04-01',
    facts: {
      family: 'scoreShortfall',
      instalment: 'q1',
      ticks: Object.fromEntries(rows.map(({ key }, index) => [key, option(index)])),
      specialEvents: [],
      furtherPoints: 0,
      furtherText: '',
      ...more,
    } as IncidentFacts,
  });

  it('第三条 (AD-07, AD-08): four quarters of 536,580.00 are 2,146,320.00', () => {
    const { amountFen, instalments } = contractOf('anding');
    expect(instalments.map((each) => yuanDecimal(each.amountFen))).toEqual(
      Array.from({ length: 4 }, () => '536580.00'),
    );
    expect(sumFen(instalments.map((each) => each.amountFen))).toBe(amountFen);
  });

  it('附件2: every row with every option and its points', () => {
    const timely = [15, 10, 5, 0];
    expect(rows.map(({ options }) => options.map(({ points }) => points))).toEqual([
      [10, 8, 0],
      [10, 8, 5, 2, 0],
      ...[timely, timely, timely, timely],
      [10, 8, 5, 0],
      [10, 8, 5, 0],
    ]);
    expect(rows.map(({ section }) => section.zh)).toEqual([
      ...['纪律', '纪律'].map((word) => expect.stringContaining(word) as string),
      ...['业务', '业务', '业务', '业务'].map((word) => expect.stringContaining(word) as string),
      ...['服务', '服务'].map((word) => expect.stringContaining(word) as string),
    ]);
  });

  it('附件2: 61,440 ways to fill it; 1, 3, 4, 6, 9, 11, 14, 19, 97 and 99 never come out, 79 and 80 do', () => {
    const ways = rows.reduce((product, { options }) => product * options.length, 1);
    const totals = rows.reduce(
      (reached, { options }) => new Set(options.flatMap(({ points }) => [...reached].map((sum) => sum + points))),
      new Set([0]),
    );
    const never = Array.from({ length: 101 }, (_, points) => points).filter((points) => !totals.has(points));
    expect([ways, never, totals.has(79), totals.has(80)]).toEqual([
      61_440,
      [1, 3, 4, 6, 9, 11, 14, 19, 97, 99],
      true,
      true,
    ]);
  });

  it.each([
    ['80', '0.00'],
    ['79.5', '50.00'],
    ['76.4', '360.00'],
    ['72', '800.00'],
    ['50', '3000.00'],
    ['0', '8000.00'],
  ])('第二条2.2 (AD-05, M9): an average of %s costs %s', (average, taken) => {
    expect(yuanDecimal(scoreShortfall(rule, average, deductionReading([], civilDate('2024-04-01'))))).toBe(taken);
  });

  it('第三条3.2、3.3 (AD-08, AD-09): 3,000.00 come off the quarter, 533,580.00 are paid', () => {
    const event = sheet(() => 0, { specialEvents: special.slice(0, 1) });
    const [quarter] = settlementOfAgreed('anding', [event]).instalments;
    expect(yuanDecimal(quarter?.netFen ?? fen(0))).toBe('533580.00');
  });

  it('第三条3.3 (AD-09): what the last quarter has no room for stays a debt', () => {
    const happened = [{ rule: 'termination', date: '2024-12-01', facts: { family: 'sumOnEvent' } }] as const;
    const { instalments, debtFen } = settlementOfAgreed('anding', happened, { settled: ['q1', 'q2', 'q3'] });
    expect([instalments.at(-1)?.netFen, yuanDecimal(debtFen)]).toEqual([0, '107316.00']);
  });

  it('第二条2.2 and 附件2 (AD-05): the full form; all second-best is 72, 800.00 off that quarter', () => {
    expect(rows.reduce((sum, row) => sum + Math.max(...row.options.map(({ points }) => points)), 0)).toBe(100);
    const [line] = linesOf('anding', [sheet(() => 1)]);
    expect([yuanDecimal(line?.amountFen ?? fen(0)), line?.instalment]).toEqual(['800.00', 'q1']);
    expect(amounts(linesOf('anding', [sheet(() => 0)]))).toEqual(['0.00']);
    const worst = sheet((row) => (rows[row]?.options.length ?? 1) - 1);
    expect(amounts(linesOf('anding', [worst]))).toEqual(['8000.00']);
  });

  it('第二条2.2 (AD-06, M10): each special event takes 50 points, never below zero', () => {
    expect(amounts(linesOf('anding', [sheet(() => 0, { specialEvents: special.slice(0, 1) })]))).toEqual(['3000.00']);
    expect(amounts(linesOf('anding', [sheet(() => 0, { specialEvents: special })]))).toEqual(['8000.00']);
    expect(amounts(linesOf('anding', [sheet(() => 0, { furtherPoints: 30 })]))).toEqual(['1000.00']);
  });

  it.each([
    ['20.5', '79.5', '50.00'],
    ['23.6', '76.4', '360.00'],
    ['20.01', '79.99', '1.00'],
  ])(
    '第二条2.2 (AD-05, M9): %s points off in the free-text row leave %s, and cost %s',
    (furtherPoints, score, taken) => {
      const [line] = linesOf('anding', [sheet(() => 0, { furtherPoints, furtherText: '空岗' })]);
      expect(yuanDecimal(line?.amountFen ?? fen(0))).toBe(taken);
      expect(line?.explanation.zh).toContain(`违约违规项 -${furtherPoints}，得分 ${score}`);
    },
  );

  it.each([0.5, -1, '2.555', '1e3', ' 2.5'])('takes no %j for points: two decimals as exact text', (furtherPoints) => {
    const { facts } = sheet(() => 0);
    expect(incidentFacts.safeParse(facts).success).toBe(true);
    expect(incidentFacts.safeParse({ ...facts, furtherPoints }).success).toBe(false);
  });

  it.each([
    [0, 'within', '0.00'],
    [10, 'within', '0.00'],
    [10, 'above', '500.00'],
    [11, 'within', '500.00'],
  ])('附件2 (M11): %i minutes late, ten minutes read as “%s”, cost %s', (minutesLate, option, taken) => {
    // 15 points off elsewhere: 85 on time, 83 within ten minutes, 75 above them.
    const choices = agreedFrom('2023-12-26', ['M11', option]);
    const late = sheet(() => 0, { minutesLate, furtherPoints: 15 });
    const [line] = linesOf('anding', [late], { choices });
    expect(yuanDecimal(line?.amountFen ?? fen(0))).toBe(taken);
    expect(line?.explanation.zh).toContain(`${minutesLate} 分钟`);
  });

  it.each([
    ['pro-rata', ',MAX(0,80-{points})*100.00)'],
    ['per-started-point', ',ROUNDUP(MAX(0,80-{points}),0)*100.00)'],
    ['per-full-point', ',ROUNDDOWN(MAX(0,80-{points}),0)*100.00)'],
  ])('附件2 (M9): the form itself works out the deduction, %s', (option, formula) => {
    const on = civilDate('2024-03-31');
    const choices = agreedFrom('2023-12-26', ['M9', option]);
    const form = acceptanceForm(contractOf('anding'), { quarter: '2024-Q1', on, choices });
    expect(form?.table.outcome?.formula).toContain(formula);
  });

  it('第二条2.2 (AD-04, M8): several sheets count by their arithmetic mean, on the last of them', () => {
    const under = { choices: agreedFrom('2023-12-26', ['M8', 'mean-of-sheets']) };
    const second = { ...sheet(() => 1), date: '2024-04-02' };
    const worst = { ...sheet((row) => (rows[row]?.options.length ?? 1) - 1), date: '2024-04-03' };
    // 72, 0 and 72 points: 48 on the mean, 32 under the threshold.
    const lines = linesOf('anding', [sheet(() => 1), second, worst], under);
    expect(amounts(lines)).toEqual(['0.00', '0.00', '3200.00']);
    expect(lines[2]?.explanation.zh).toContain('平均 48 分');
    expect(amounts(linesOf('anding', [sheet(() => 1), second]))).toEqual(['800.00', '800.00']);
  });

  it('第六条 (AD-13): early termination or breach is 30 %, 643,896.00', () => {
    const line = { rule: 'termination', date: '2024-05-01', facts: { family: 'sumOnEvent' } } as const;
    expect(amounts(linesOf('anding', [line]))).toEqual(['643896.00']);
  });
});
