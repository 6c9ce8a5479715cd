import { renewalCeiling } from '../../../../src/domain/contract/renewal-ceiling.js';
import { serviceContractShape } from '../../../../src/domain/contract/service-contract.js';
import { present } from '../../../../src/shared/assert.js';
import { sumFen, yuanDecimal } from '../../../../src/shared/fen.js';
import {
  contractOf,
  linesOf,
  settlementOfAgreed,
  amounts,
  total,
  agreedFrom,
  type Happening,
} from '../../../support/clause-cases.js';

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

  it('二、1 (STJ-10, STJ-11): two renewals, three years in all, the amount up to a tenth more: 1,943,150.00', () => {
    const { amountFen, renewal } = contractOf('sujiatuo');
    expect(renewal).toMatchObject({ times: 2, yearsMax: 3, clause: '二、1' });
    expect(yuanDecimal(renewalCeiling(amountFen, present(renewal, 'renewal').increase))).toBe('1943150.00');
  });

  it('二、1 (STJ-10, STJ-11): a third renewal, a fourth year or more than a tenth is refused as a contract', () => {
    const first = contractOf('sujiatuo');
    const problems = (renews: { number: number }, to: string, addedFen = 0) => {
      const months = first.instalments.map((instalment, index) =>
        index === 0 ? { ...instalment, amountFen: instalment.amountFen + addedFen } : instalment,
      );
      const renewed = {
        ...{ ...first, key: 'sujiatuo-renewed', amountFen: first.amountFen + addedFen, instalments: months },
        term: { ...first.term, from: '2028-04-02', to },
        renewal: { ...first.renewal, renews: { ...renews, since: first.term.from, amountFen: first.amountFen } },
      };
      const parsed = serviceContractShape.safeParse(renewed);
      return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
    };
    expect(problems({ number: 2 }, '2029-04-01', 17_665_000)).toEqual([]);
    expect(problems({ number: 3 }, '2029-04-01')).toEqual(['it may be renewed 2 times, this is number 3']);
    expect(problems({ number: 2 }, '2029-04-02')).toEqual([
      'the service since 2026-04-02 may last 3 years in all, to 2029-04-01 at the latest',
    ]);
    expect(problems({ number: 2 }, '2029-04-01', 17_665_001)).toEqual([
      'a renewal may cost 194315000 fen at most, not 194315001',
    ]);
  });

  it('五 (STJ-18): a month is paid after its review and its invoice', () => {
    for (const { conditions, due } of contractOf('sujiatuo').instalments)
      expect([conditions.length, due.zh.includes('10个工作日')]).toEqual([2, true]);
  });

  it('五 (STJ-19): what is paid is what is payable less what is deducted: 125,127.08 of the month', () => {
    const failures = ['2026-05-10', '2026-05-11', '2026-05-12'].map((date) => failure(date, '缺岗'));
    const { instalments } = settlementOfAgreed('sujiatuo', failures);
    expect(instalments.slice(0, 3).map(({ netFen }) => yuanDecimal(netFen))).toEqual([
      '147208.33',
      '125127.08',
      '147208.33',
    ]);
  });

  it.each([
    ['附件2 3 (STJ-31)', '坐席无人'],
    ['一、1 (STJ-02)', '35岁以下不足5名'],
    ['附件2 4.1 (STJ-32)', '未缴保险'],
  ])('九、3 and %s: any failure of the standard of service is 5 %% of the month, 7,360.42', (_, cause) => {
    expect(amounts(linesOf('sujiatuo', [failure('2026-05-10', cause)]))).toEqual(['7360.42']);
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
