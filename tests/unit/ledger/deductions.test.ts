import { addDays, civilDate } from '../../../src/shared/civil-date.js';
import { fen, parseYuan, yuanDecimal, type Fen } from '../../../src/shared/fen.js';
import { headcountDays } from '../../../src/shared/headcount-days.js';
import { deductionReading } from '../../../src/domain/ledger/readings/deduction-reading.js';
import { dailyDelay } from '../../../src/domain/ledger/deductions/daily-delay.js';
import { fixedPerIncident, isOverTenPercent } from '../../../src/domain/ledger/deductions/fixed-per-incident.js';
import { perHeadcountDay } from '../../../src/domain/ledger/deductions/per-headcount-day.js';
import { renewalCeiling } from '../../../src/domain/contract/renewal-ceiling.js';
import {
  formTotal,
  latenessOption,
  quarterScore,
  scoreShortfall,
} from '../../../src/domain/ledger/deductions/score-shortfall.js';
import {
  occurrencesOf,
  serviceMonths,
  shareOfMonthFee,
} from '../../../src/domain/ledger/deductions/share-of-month-fee.js';
import { shareOfTotalBySeverity } from '../../../src/domain/ledger/deductions/share-of-total-by-severity.js';
import { percentageBase, sameEvent } from '../../../src/domain/ledger/deductions/stacking.js';
import { exactVacancyAmount } from '../../../src/domain/ledger/vacancy/vacancy-ruling.js';

const name = { zh: '名', en: 'name' };
function yuan(text: string): Fen {
  return parseYuan(text) ?? fen(Number.NaN);
}

/** The defaults of the register. */
const reading = deductionReading([], civilDate('2026-05-11'));
const ownCap = { ...reading, vacancyFen: fen(0) };
const apart = { ...reading, confidentialityFen: fen(0) };

describe('perHeadcountDay (Shijingshan, indicative 111,650)', () => {
  const annualFen = yuan('111650.00');

  it.each([
    [248, '45020.1612'],
    [365, '30589.0410'],
    [261, '42777.7777'],
    [360, '31013.8888'],
  ])('daily rate with divisor %i', (divisor, fenText) => {
    const exact = exactVacancyAmount({ annualFen, divisor: headcountDays(divisor) }, headcountDays(1));
    expect(Number(exact.mul(10000).floor().n)).toBe(Number(fenText.replace('.', '')));
  });

  it.each([
    [248, '2701.21'],
    [365, '1835.34'],
    [261, '2566.67'],
  ])('3 people × 2 service days with divisor %i is %s', (divisor, expected) => {
    expect(yuanDecimal(perHeadcountDay({ annualFen, divisor: headcountDays(divisor), units: headcountDays(6) }))).toBe(
      expected,
    );
  });

  it('a whole term vacant is exactly the standard', () => {
    expect(yuanDecimal(perHeadcountDay({ annualFen, divisor: headcountDays(248), units: headcountDays(248) }))).toBe(
      '111650.00',
    );
  });
});

describe('shareOfTotalBySeverity (Shijingshan)', () => {
  const rule = {
    grades: [
      { key: 'minor', name, numerator: 1, denominator: 1000 },
      { key: 'serious', name, numerator: 2, denominator: 1000 },
      { key: 'grave', name, numerator: 3, denominator: 1000 },
    ],
    cap: { amountFen: yuan('156310.00') },
  };
  const total = yuan('15631000.00');
  const grave = { grade: 'grave', isExcepted: false };

  it('prices each grade', () => {
    const amounts = ['minor', 'serious', 'grave'].map((grade) =>
      yuanDecimal(shareOfTotalBySeverity(rule, total, [{ grade, isExcepted: false }], ownCap).amountFen),
    );
    expect(amounts).toEqual(['15631.00', '31262.00', '46893.00']);
  });

  it('four grave errors stop at the cap', () => {
    expect(shareOfTotalBySeverity(rule, total, [grave, grave, grave, grave], ownCap)).toEqual({
      accruedFen: yuan('187572.00'),
      amountFen: yuan('156310.00'),
      isCapped: true,
    });
  });

  it('an especially grave one stands outside the cap', () => {
    const outcome = shareOfTotalBySeverity(
      rule,
      total,
      [grave, grave, grave, { grade: 'grave', isExcepted: true }],
      ownCap,
    );
    expect(yuanDecimal(outcome.amountFen)).toBe('187572.00');
  });
});

describe('shareOfMonthFee (Sujiatuo)', () => {
  const rule = { numerator: 5, denominator: 100, warnAbove: 4 };
  const contract = {
    amountFen: yuan('1766500.00'),
    term: { from: civilDate('2026-04-02'), to: civilDate('2027-04-01') },
  };
  const months = serviceMonths(contract, reading);

  it('twelve months: eleven of 147,208.33 and the rest in the last (M3)', () => {
    expect(months.map(({ feeFen }) => yuanDecimal(feeFen))).toEqual([
      ...Array.from({ length: 11 }, () => '147208.33'),
      '147208.37',
    ]);
    expect([months[0]?.from, months[0]?.to, months[11]?.from, months[11]?.to]).toEqual([
      '2026-04-02',
      '2026-05-01',
      '2027-03-02',
      '2027-04-01',
    ]);
  });

  it.each([
    ['2026-01-31', '2027-01-30', 12, '2026-12-31'],
    ['2024-02-29', '2025-02-28', 12, '2025-01-29'],
    ['2023-03-01', '2024-02-29', 12, '2024-02-01'],
    ['2026-04-02', '2028-04-01', 24, '2028-03-02'],
    ['2026-04-02', '2026-09-20', 6, '2026-09-02'],
    ['2026-04-02', '2026-04-10', 1, '2026-04-02'],
  ])('from %s to %s: %i months, one after the other, the last from %s', (from, to, count, lastFrom) => {
    const term = { from: civilDate(from), to: civilDate(to) };
    const of = serviceMonths({ ...contract, term }, reading);
    expect([of.length, of[0]?.from, of.at(-1)?.from, of.at(-1)?.to]).toEqual([count, from, lastFrom, to]);
    expect(of.slice(1).map((month) => month.from)).toEqual(of.slice(0, -1).map((month) => addDays(month.to, 1)));
    expect(of.reduce((sum, { feeFen }) => sum + feeFen, 0)).toBe(contract.amountFen);
  });

  it('three occurrences', () => {
    const { deductionFen, netFen, warning } = shareOfMonthFee(
      rule,
      { feeFen: yuan('147208.33'), occurrences: 3 },
      reading,
    );
    expect([yuanDecimal(deductionFen), yuanDecimal(netFen), warning]).toEqual(['22081.25', '125127.08', null]);
  });

  it('floors the month at zero and warns above four (M2)', () => {
    const { netFen, warning } = shareOfMonthFee(rule, { feeFen: yuan('147208.33'), occurrences: 25 }, reading);
    expect(netFen).toBe(0);
    expect(warning).not.toBeNull();
    expect(shareOfMonthFee(rule, { feeFen: yuan('147208.33'), occurrences: 4 }, reading).warning).toBeNull();
    expect(shareOfMonthFee(rule, { feeFen: yuan('147208.33'), occurrences: 5 }, reading).warning).not.toBeNull();
  });

  it('renewal may rise by a tenth', () => {
    expect(yuanDecimal(renewalCeiling(yuan('1766500.00'), { numerator: 1, denominator: 10 }))).toBe('1943150.00');
  });
});

describe('scoreShortfall (Anding)', () => {
  const rule = { threshold: 80, perPointFen: fen(10000) };

  it.each([
    ['76.4', '360.00'],
    ['79.5', '50.00'],
    ['72', '800.00'],
    ['50', '3000.00'],
    ['0', '8000.00'],
    ['80', '0.00'],
    ['-50', '8000.00'],
    ['79.99', '1.00'],
  ])('score %s costs %s', (score, expected) => {
    expect(yuanDecimal(scoreShortfall(rule, score, reading))).toBe(expected);
  });

  it('76.4 by started or by full point (M9)', () => {
    expect(
      (['per-started-point', 'per-full-point'] as const).map((points) =>
        scoreShortfall(rule, '76.4', { ...reading, points }),
      ),
    ).toEqual([40000, 30000]);
  });

  const form = [10, 15].map((points, index) => ({
    key: `row-${index}`,
    section: name,
    name,
    options: [points, points - 5, 0].map((option) => ({ name, points: option })),
  }));

  it('adds the ticks of a form; events can bring it below zero', () => {
    expect(formTotal({ form }, { 'row-0': 1, 'row-1': 0 })).toEqual({ ok: true, value: 20 });
    const afterAnEvent = formTotal({ form }, { 'row-0': 1, 'row-1': 0 }, 50);
    expect(afterAnEvent).toEqual({ ok: true, value: -30 });
  });

  it('refuses missing and unknown rows by name', () => {
    const outcome = formTotal({ form }, { 'row-0': 7, other: 0 });
    expect(outcome.ok ? [] : outcome.refusal.details).toEqual({ rows: ['row-0', 'row-1', 'other'] });
  });
});

describe('fixedPerIncident (Changping)', () => {
  const cap = { amountFen: yuan('1799061.80') };
  const grade = (key: string, amount: string) => ({ key, name, amountFen: yuan(amount) });
  const rules = [
    { key: 'complaint', grades: [grade('each', '5000.00')], cap },
    { key: 'inspection', grades: [grade('minor', '5000.00'), grade('major', '20000.00')], cap },
    { key: 'poor-grades', grades: [grade('month', '10000.00')], cap },
  ];

  it('2 complaints, 1 minor, 1 major, 3 months', () => {
    const outcome = fixedPerIncident(
      rules,
      [
        { rule: 'complaint', grade: 'each', count: 2 },
        { rule: 'inspection', grade: 'minor', count: 1 },
        { rule: 'inspection', grade: 'major', count: 1 },
        { rule: 'poor-grades', grade: 'month', count: 3 },
      ],
      apart,
    );
    expect(outcome).toEqual({ accruedFen: yuan('65000.00'), amountFen: yuan('65000.00'), isCapped: false });
  });

  it('stops at 20 % of the total', () => {
    expect(fixedPerIncident(rules, [{ rule: 'inspection', grade: 'major', count: 100 }], apart).amountFen).toBe(
      cap.amountFen,
    );
  });

  it('more than 10 % excludes exactly 10 % (V23)', () => {
    expect([
      isOverTenPercent({ poor: 10, graded: 100 }, reading),
      isOverTenPercent({ poor: 11, graded: 100 }, reading),
    ]).toEqual([false, true]);
  });
});

describe('dailyDelay (Horqin)', () => {
  const rule = { numerator: 5, denominator: 1000, terminationFromDay: 10, cap: { amountFen: yuan('1644200.00') } };

  it.each([
    [9, '73989.00', false],
    [10, '82210.00', true],
    [400, '1644200.00', true],
  ])('%i days late', (days, expected, mayTerminate) => {
    const outcome = dailyDelay(rule, yuan('1644200.00'), days);
    expect([yuanDecimal(outcome.amountFen), outcome.mayTerminate]).toEqual([expected, mayTerminate]);
  });
});

describe('readings that the parties can agree on instead', () => {
  const total = yuan('15631000.00');
  const cap = { amountFen: yuan('156310.00') };
  const grades = [{ key: 'grave', name, numerator: 3, denominator: 1000 }];

  it('V19: vacancy reductions use up the cap of 第十九条', () => {
    const both = { capCovers: 'errors-and-vacancies', vacancyFen: yuan('130000.00') } as const;
    const outcome = shareOfTotalBySeverity({ grades, cap }, total, [{ grade: 'grave', isExcepted: false }], both);
    expect(yuanDecimal(outcome.amountFen)).toBe('26310.00');
  });

  it.each([
    ['vacancy-only', '450.20', '0.00'],
    ['higher', '0.00', '15631.00'],
    ['both', '450.20', '15631.00'],
  ] as const)('V20 %s: %s for the vacancy, %s for the error', (option, vacancy, error) => {
    const taken = sameEvent({ vacancyFen: yuan('450.20'), errorFen: yuan('15631.00') }, { sameEvent: option });
    expect([yuanDecimal(taken.vacancyFen), yuanDecimal(taken.errorFen)]).toEqual([vacancy, error]);
  });

  it('V23: 10.004 % is over 10 % exactly, and isn’t as 10.00 %', () => {
    const test = { poor: 2501, graded: 25_000 };
    expect([
      isOverTenPercent(test, { comparison: 'exact' }),
      isOverTenPercent(test, { comparison: 'two-decimals' }),
      isOverTenPercent({ poor: 1001, graded: 10_000 }, { comparison: 'two-decimals' }),
    ]).toEqual([true, false, true]);
  });

  it('V24: the base before or after other deductions', () => {
    const amount = { grossFen: fen(1000), deductedFen: fen(300) };
    expect([
      percentageBase(amount, { percentageBase: 'gross' }),
      percentageBase(amount, { percentageBase: 'net' }),
    ]).toEqual([1000, 700]);
  });

  it('M1: findings of one cause, of one day, or each', () => {
    const [one, two] = [civilDate('2026-05-11'), civilDate('2026-05-12')];
    const findings = [
      { date: one, cause: 'a' },
      { date: one, cause: 'a' },
      { date: one, cause: 'b' },
      { date: two, cause: 'a' },
    ];
    const counted = (['per-cause-and-day', 'per-day', 'per-finding'] as const).map((occurrence) =>
      occurrencesOf(findings, { occurrence }),
    );
    expect(counted).toEqual([3, 2, 4]);
  });

  it('M2: six occurrences within 20 % and 30 % of the month', () => {
    const month = { feeFen: yuan('147208.33'), occurrences: 7 };
    const rule = { numerator: 5, denominator: 100 };
    const taken = (['month-fee', 'thirty-percent', 'twenty-percent'] as const).map((monthCap) =>
      yuanDecimal(shareOfMonthFee(rule, month, { monthCap }).deductionFen),
    );
    expect(taken).toEqual(['51522.92', '44162.50', '29441.67']);
  });

  it('M3: calendar months by their days, to the fen', () => {
    const contract = {
      amountFen: yuan('1766500.00'),
      term: { from: civilDate('2026-04-02'), to: civilDate('2027-04-01') },
    };
    const months = serviceMonths(contract, { month: 'calendar-months' });
    expect(months.length).toBe(13);
    expect([months[0]?.feeFen, months[12]?.feeFen].map((fee) => yuanDecimal(fee ?? fen(0)))).toEqual([
      '140352.05',
      '4839.71',
    ]);
    expect(months.reduce((sum, { feeFen }) => sum + feeFen, 0)).toBe(176_650_000);
  });

  it('M8: several forms only where their mean was agreed', () => {
    expect([
      quarterScore([72], { scoreUnit: 'team' }),
      quarterScore([72, 80], { scoreUnit: 'team' }),
      quarterScore([72, 80, 77], { scoreUnit: 'mean-of-sheets' }),
    ]).toEqual(['72', undefined, '229/3']);
  });

  it('M10: a score below zero costs more where it may fall there', () => {
    const rule = { threshold: 80, perPointFen: fen(10000) };
    expect(yuanDecimal(scoreShortfall(rule, '-50', { points: 'pro-rata', scoreFloor: 'none' }))).toBe('13000.00');
  });

  it('M11: exactly ten minutes late', () => {
    const options = [0, 9, 10, 11].map((minutes) => latenessOption(minutes, { tenMinutes: 'within' }));
    expect([options, latenessOption(10, { tenMinutes: 'above' })]).toEqual([[0, 1, 1, 2], 2]);
  });

  it('M20: the confidentiality sum inside the cap', () => {
    const rules = [{ key: 'inspection', grades: [{ key: 'major', name, amountFen: yuan('20000.00') }], cap }];
    const incidents = [{ rule: 'inspection', grade: 'major', count: 8 }];
    const inside = { confidentiality: 'inside-cap', confidentialityFen: yuan('100000.00') } as const;
    expect(yuanDecimal(fixedPerIncident(rules, incidents, inside).amountFen)).toBe('56310.00');
  });
});
