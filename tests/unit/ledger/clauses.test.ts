import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { deductionLines } from '../../../src/domain/ledger/deductions/deduction-lines.js';
import type { InterpretationChoice } from '../../../src/domain/ledger/interpretation.js';
import type { AmountBase } from '../../../src/domain/ledger/amount-base.js';
import type { DeductionLine } from '../../../src/domain/ledger/deduction-line.js';
import type { Incident, IncidentFacts } from '../../../src/domain/ledger/incident.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen, parseYuan, sumFen, yuanDecimal } from '../../../src/shared/fen.js';

/** Every clause with money of the five contracts, worked out from the contract files themselves. */
const contracts = readFixtures().contracts;
function contractOf(key: string) {
  return present(
    contracts.find((each) => each.key === key),
    key,
  );
}

interface Happening {
  readonly rule: string;
  readonly date: string;
  readonly facts: IncidentFacts;
}

interface Under {
  readonly bases?: readonly AmountBase[];
  readonly choices?: readonly InterpretationChoice[];
  /** Vacancy reductions in force, by line. */
  readonly vacancies?: Readonly<Record<string, number>>;
}

function linesOf(
  key: string,
  happenings: readonly Happening[],
  { bases = [], choices = [], vacancies = {} }: Under = {},
): DeductionLine[] {
  const contract = contractOf(key);
  const incidents = happenings.map(({ rule, date, facts }, index): Incident => ({
    contract: key,
    id: `i${index}`,
    rule,
    date: civilDate(date),
    facts,
    evidence: '记录',
    document: '通知',
    recordedBy: 'finance',
    recordedAt: `2026-01-01T00:00:${String(index).padStart(2, '0')}.000Z`,
    revocation: null,
  }));
  return deductionLines({
    contract,
    term: contract.term,
    bases,
    incidents,
    choices,
    seals: [],
    vacancyFenUntil: () => sumFen(Object.values(vacancies).map(fen)),
    vacancyFenOf: (line) => fen(vacancies[line] ?? 0),
  });
}
const amounts = (lines: readonly DeductionLine[]) => lines.map(({ amountFen }) => yuanDecimal(amountFen));
const total = (lines: readonly DeductionLine[]) => yuanDecimal(sumFen(lines.map(({ amountFen }) => amountFen)));

const agreedFrom = (from: string, ...readings: readonly (readonly [string, string])[]): InterpretationChoice[] =>
  readings.map(([key, option], index) => ({
    ...{ key, option, from: civilDate(from), version: index + 1 },
    ...{ document: '会议纪要', agreedAt: `${from}T00:00:00.000Z` },
  }));

describe('Changping', () => {
  const incident = (grade: string, date: string, more: object = {}): Happening => ({
    rule: 'incident',
    date,
    facts: { family: 'fixedPerIncident', grade, count: 1, ...more },
  });
  const graded = (date: string, poor: number, of: number) => incident('appraisal', date, { poor, graded: of });

  it('第十八条 (CP-28, CP-29, CP-30): complaints, inspections and months of poor gradings are 65,000.00', () => {
    const lines = linesOf('changping', [
      incident('complaint', '2025-08-01', { count: 2 }),
      incident('inspection-minor', '2025-09-01'),
      incident('inspection-major', '2025-09-02'),
      graded('2025-10-31', 11, 100),
      graded('2025-11-30', 9, 80),
      graded('2025-12-31', 1, 9),
      graded('2026-01-31', 10, 100),
      graded('2025-12-30', 50, 100),
    ]);
    expect(amounts(lines)).toEqual([
      '10000.00',
      '5000.00',
      '20000.00',
      '10000.00',
      '10000.00',
      '10000.00',
      '0.00',
      '0.00',
    ]);
    expect(total(lines)).toBe('65000.00');
    expect(new Set(lines.map(({ instalment }) => instalment))).toEqual(new Set(['final']));
  });

  it('第十八条 (CP-27): no more than 20 % of the total, 1,799,061.80, whatever the grades', () => {
    const lines = linesOf('changping', [
      incident('inspection-major', '2025-08-01', { count: 89 }),
      incident('complaint', '2025-09-01', { count: 10 }),
      incident('complaint', '2025-10-01'),
    ]);
    expect(amounts(lines)).toEqual(['1780000.00', '19061.80', '0.00']);
    expect(lines[1]?.capLeftFen).toBe(parseYuan('19061.80'));
    expect(total(lines)).toBe('1799061.80');
  });

  it('第十四条 (CP-24): confidentiality is 1,799,061.80 beside the cap (M20)', () => {
    const lines = linesOf('changping', [
      incident('inspection-major', '2025-08-01', { count: 100 }),
      { rule: 'confidentiality', date: '2025-09-01', facts: { family: 'sumOnEvent' } },
    ]);
    expect(amounts(lines)).toEqual(['1799061.80', '1799061.80']);
  });

  it('第十六条、第十七条 (CP-25, CP-26): 50 %, 20 % and the rest add up to 8,995,309.00', () => {
    const { amountFen, instalments } = contractOf('changping');
    expect(instalments.map((each) => yuanDecimal(each.amountFen))).toEqual(['4497654.50', '1799061.80', '2698592.70']);
    expect(sumFen(instalments.map((each) => each.amountFen))).toBe(amountFen);
  });

  it('第十九条 (CP-31): another appropriation is another base: the cap follows it', () => {
    const base: AmountBase = {
      contract: 'changping',
      from: civilDate('2026-01-01'),
      amountFen: fen(800_000_000),
      document: '财政拨付通知',
      enteredBy: 'finance',
      recordedAt: '2026-01-05T00:00:00.000Z',
    };
    const both = [
      { rule: 'confidentiality', date: '2025-12-31', facts: { family: 'sumOnEvent' } },
      { rule: 'confidentiality', date: '2026-01-01', facts: { family: 'sumOnEvent' } },
    ] as const;
    const lines = linesOf('changping', both, { bases: [base] });
    expect(amounts(lines)).toEqual(['1799061.80', '1600000.00']);
    expect(lines.map((line) => line.base?.document)).toEqual(['第十六条', '财政拨付通知']);
  });
});

describe('Shijingshan', () => {
  const error = (grade: string, isExcepted = false, date = '2026-05-11'): Happening => ({
    rule: 'error',
    date,
    facts: { family: 'shareOfTotalBySeverity', grade, isExcepted },
  });
  const event = (rule: string): Happening => ({ rule, date: '2026-06-01', facts: { family: 'sumOnEvent' } });

  it('第十三条、第十四条 (SJS-18 to SJS-21): 15,631,000.00 in three instalments', () => {
    const { amountFen, instalments } = contractOf('shijingshan');
    expect(instalments.map((each) => yuanDecimal(each.amountFen))).toEqual(['7815500.00', '3903237.00', '3912263.00']);
    expect(sumFen(instalments.map((each) => each.amountFen))).toBe(amountFen);
  });

  it('第十九条 (SJS-27): 0.1 %, 0.2 % and 0.3 % of the total', () => {
    expect(amounts(linesOf('shijingshan', [error('minor'), error('serious'), error('grave')]))).toEqual([
      '15631.00',
      '31262.00',
      '46893.00',
    ]);
  });

  it('第十九条 (SJS-28): four grave errors stop at 156,310.00 unless one is especially grave', () => {
    const capped = linesOf('shijingshan', [error('grave'), error('grave'), error('grave'), error('grave')]);
    expect(amounts(capped)).toEqual(['46893.00', '46893.00', '46893.00', '15631.00']);
    expect(total(capped)).toBe('156310.00');
    const excepted = linesOf('shijingshan', [error('grave', true), error('grave'), error('grave'), error('grave')]);
    expect(total(excepted)).toBe('187572.00');
    expect(excepted[0]?.capLeftFen).toBeNull();
  });

  it.each([
    ['vacancy-only', '0.00'],
    ['higher', '15180.80'],
    ['both', '15631.00'],
  ])('第十八条、第十九条 (V20): an error that is the same event as a vacancy of 450.20, %s: %s', (option, taken) => {
    const vacancy = 'shijingshan/2026-05-11/centre/intake/综窗1';
    const under = { choices: agreedFrom('2026-04-02', ['V20', option]), vacancies: { [vacancy]: 45_020 } };
    const facts = { family: 'shareOfTotalBySeverity', grade: 'minor', isExcepted: false, vacancy } as const;
    expect(amounts(linesOf('shijingshan', [{ rule: 'error', date: '2026-05-11', facts }], under))).toEqual([taken]);
    // Another event is taken in full under every reading.
    expect(amounts(linesOf('shijingshan', [error('minor')], under))).toEqual(['15631.00']);
  });

  it('第十九条 (V24): a share of the total net of what was taken before, vacancies included', () => {
    const under = { choices: agreedFrom('2026-04-02', ['V24', 'net']), vacancies: { a: 100_000_00 } };
    const [first, second] = linesOf('shijingshan', [error('grave'), error('grave')], under);
    expect([first, second].map((line) => yuanDecimal(line?.base?.amountFen ?? fen(0)))).toEqual([
      '15531000.00',
      '15484407.00',
    ]);
    expect(amounts([first, second].flatMap((line) => line ?? []))).toEqual(['46593.00', '46453.22']);
    expect(first?.explanation.zh).toContain('减此前扣款');
  });

  it('第十九条 (V21): agreed to be borne by the final instalment', () => {
    const under = { choices: agreedFrom('2026-04-02', ['V21', 'final']) };
    expect(linesOf('shijingshan', [error('minor')], under)[0]?.instalment).toBe('final');
  });

  it('第十九条 (V19, V21): the cap leaves vacancies alone, and the next unpaid instalment bears the deduction', () => {
    expect(linesOf('shijingshan', [error('minor')])[0]?.instalment).toBeNull();
  });

  it.each([
    ['第十一条 (SJS-17): breach of confidentiality', 'confidentiality', 'contractor'],
    ['第十六条 (SJS-23): termination for the client’s late payment, by the client', 'client-termination', 'client'],
    ['第十七条 (SJS-24): termination for the contractor’s default', 'contractor-termination', 'contractor'],
  ])('%s is 1 %%, 156,310.00', (_, rule, debtor) => {
    const [line] = linesOf('shijingshan', [event(rule)]);
    expect([yuanDecimal(line?.amountFen ?? fen(0)), line?.debtor]).toEqual(['156310.00', debtor]);
  });
});

describe('Horqin', () => {
  const late = (due: string, deliveredOn: string | null, date = '2023-08-31'): Happening => ({
    rule: 'delay',
    date,
    facts: {
      family: 'dailyDelay',
      task: '月度运营报告',
      due: civilDate(due),
      deliveredOn: deliveredOn === null ? null : civilDate(deliveredOn),
    },
  });
  const event = (rule: string, facts: IncidentFacts = { family: 'sumOnEvent' }): Happening => ({
    rule,
    date: '2023-09-01',
    facts,
  });

  it('第十三条、第十四条 (HQ-10, HQ-11): 30, 30, 20 and 20 % of 1,644,200.00', () => {
    const { amountFen, instalments } = contractOf('horqin');
    expect(instalments.map((each) => yuanDecimal(each.amountFen))).toEqual([
      '493260.00',
      '493260.00',
      '328840.00',
      '328840.00',
    ]);
    expect(sumFen(instalments.map((each) => each.amountFen))).toBe(amountFen);
  });

  it('第十九条 (HQ-14): 9 days late are 73,989.00; still outstanding, days count to the day of record', () => {
    expect(amounts(linesOf('horqin', [late('2023-08-05', '2023-08-14')]))).toEqual(['73989.00']);
    expect(amounts(linesOf('horqin', [late('2023-08-22', null)]))).toEqual(['73989.00']);
  });

  it('第十九条 (HQ-15): 10 days are 82,210.00 with the right to terminate, and termination 328,840.00', () => {
    const lines = linesOf('horqin', [late('2023-08-05', '2023-08-15'), event('termination')]);
    expect(amounts(lines)).toEqual(['82210.00', '328840.00']);
    expect(lines[0]?.notices).toHaveLength(1);
    expect(linesOf('horqin', [late('2023-08-05', '2023-08-14')])[0]?.notices).toEqual([]);
  });

  it('第十九条 (HQ-13): everything together stops at the contract total', () => {
    const lines = linesOf('horqin', [
      late('2023-05-10', '2023-11-10', '2023-11-10'),
      { ...event('termination'), date: '2023-11-11' },
      { ...event('confidentiality'), date: '2023-11-12' },
    ]);
    expect(amounts(lines)).toEqual(['1512664.00', '131536.00', '0.00']);
    expect(total(lines)).toBe('1644200.00');
  });

  it('第十一条 (HQ-09): confidentiality is 10 %, 164,420.00', () => {
    expect(amounts(linesOf('horqin', [event('confidentiality')]))).toEqual(['164420.00']);
  });

  it('第十六条 (HQ-12): the client’s default is 20 % of what is unpaid, borne by the client', () => {
    const [line] = linesOf('horqin', [event('client-default', { family: 'shareOfUnpaid', unpaidFen: 49_326_000 })]);
    expect([yuanDecimal(line?.amountFen ?? fen(0)), line?.debtor]).toEqual(['98652.00', 'client']);
  });
});

describe('Sujiatuo', () => {
  const failure = (date: string, rootCause: string): Happening => ({
    rule: 'failure',
    date,
    facts: { family: 'shareOfMonthFee', rootCause },
  });

  it('二、1 and 五 (STJ-09, STJ-18): twelve service months add up to 1,766,500.00 (M3)', () => {
    const { amountFen, instalments } = contractOf('sujiatuo');
    expect(instalments.map((each) => yuanDecimal(each.amountFen))).toEqual([
      ...Array.from({ length: 11 }, () => '147208.33'),
      '147208.37',
    ]);
    expect(sumFen(instalments.map((each) => each.amountFen))).toBe(amountFen);
  });

  it('九、3 (STJ-23): three occurrences take 22,081.25 off the service month that has them', () => {
    const lines = linesOf('sujiatuo', [
      failure('2026-05-02', '日报缺失'),
      failure('2026-05-20', '未接单'),
      failure('2026-06-01', '日报缺失'),
    ]);
    expect(total(lines)).toBe('22081.25');
    expect(lines.map(({ instalment }) => instalment)).toEqual(['m02', 'm02', 'm02']);
  });

  it('九、3 (M1): findings of one root cause on one day are one occurrence', () => {
    const lines = linesOf('sujiatuo', [
      failure('2026-05-10', '日报缺失'),
      failure('2026-05-10', '日报缺失'),
      failure('2026-05-10', '未接单'),
    ]);
    expect(amounts(lines)).toEqual(['7360.42', '0.00', '7360.41']);
  });

  it('九、3 (M2): a month never falls below zero, and more than four raise a warning', () => {
    const lines = linesOf(
      'sujiatuo',
      Array.from({ length: 22 }, (_, index) => failure('2026-05-10', `原因${index}`)),
    );
    expect(total(lines)).toBe('147208.33');
    expect(lines.map(({ notices }) => notices.length).slice(3, 6)).toEqual([0, 1, 1]);
  });

  it('九、3 (V24): net, each occurrence takes 5 % of what the ones before it left of the month', () => {
    const failures = ['2026-05-10', '2026-05-11', '2026-05-12'].map((date) => failure(date, '缺岗'));
    const under = { choices: agreedFrom('2026-04-02', ['V24', 'net']) };
    expect(amounts(linesOf('sujiatuo', failures, under))).toEqual(['7360.42', '6992.40', '6642.78']);
  });

  it.each(['unilateral-termination', 'failed-acceptance', 'confidentiality'])(
    '九、2, 九、4, 九、5 (STJ-22): %s is 353,300.00',
    (rule) => {
      expect(amounts(linesOf('sujiatuo', [{ rule, date: '2026-06-01', facts: { family: 'sumOnEvent' } }]))).toEqual([
        '353300.00',
      ]);
    },
  );
});

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
