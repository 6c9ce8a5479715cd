import type { AmountBase } from '../../../../src/domain/ledger/settlement/amount-base.js';
import { civilDate } from '../../../../src/shared/civil-date.js';
import { fen, parseYuan, sumFen, yuanDecimal } from '../../../../src/shared/fen.js';
import {
  contractOf,
  linesOf,
  settlementOfAgreed,
  amounts,
  total,
  type Happening,
} from '../../../support/clause-cases.js';

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

  it('第十七条1 (CP-26): each instalment waits for an equal invoice, and none has a date', () => {
    for (const { conditions, dueDate } of contractOf('changping').instalments)
      expect([conditions.some(({ zh }) => zh.includes('等额发票')), dueDate]).toEqual([true, undefined]);
  });

  it('第十八条(一) (CP-28): a complaint event is 5,000.00 each', () => {
    expect(amounts(linesOf('changping', [incident('complaint', '2025-08-01', { count: 3 })]))).toEqual(['15000.00']);
  });

  it('第十八条(二) (CP-29): an inspection is 5,000.00, a key one 20,000.00', () => {
    const lines = linesOf('changping', [
      incident('inspection-minor', '2025-08-01'),
      incident('inspection-major', '2025-08-02'),
    ]);
    expect(amounts(lines)).toEqual(['5000.00', '20000.00']);
  });

  it.each([
    [8, 80, '0.00'],
    [9, 80, '10000.00'],
    [10, 100, '0.00'],
    [1, 9, '10000.00'],
  ])('第十八条(三) (CP-30, M16, V23): %i of %i fair or worse is %s', (poor, of, taken) => {
    expect(amounts(linesOf('changping', [graded('2025-10-31', poor, of)]))).toEqual([taken]);
  });

  it('第十八条 (CP-27): taken from the final instalment only, which always covers the cap', () => {
    const { instalments, debtFen } = settlementOfAgreed('changping', [
      incident('inspection-major', '2025-08-01', { count: 100 }),
    ]);
    expect(instalments.map(({ deductedFen }) => yuanDecimal(deductedFen))).toEqual(['0.00', '0.00', '1799061.80']);
    expect([yuanDecimal(instalments[2]?.netFen ?? fen(0)), debtFen]).toEqual(['899530.90', 0]);
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
