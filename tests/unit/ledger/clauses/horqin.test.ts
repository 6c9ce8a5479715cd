import type { IncidentFacts } from '../../../../src/domain/ledger/deductions/incident.js';
import { civilDate, daysBetween, weekday } from '../../../../src/shared/civil-date.js';
import { fen, sumFen, yuanDecimal } from '../../../../src/shared/fen.js';
import {
  contractOf,
  linesOf,
  settlementOfAgreed,
  amounts,
  total,
  type Happening,
} from '../../../support/clause-cases.js';

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

  it('第十四条 (HQ-11): the third payment falls on a Saturday, the last 70 days before the term ends', () => {
    const { instalments, term } = contractOf('horqin');
    const [, , third, last] = instalments.map(({ dueDate }) => dueDate ?? civilDate('2023-05-09'));
    expect([third, weekday(third ?? term.from), last]).toEqual(['2023-10-28', 6, '2024-02-28']);
    expect(daysBetween({ from: last ?? term.from, to: term.to })).toBe(70);
  });

  it('第十九条 (HQ-14): a day late is 0.5 %, 8,221.00', () => {
    expect(amounts(linesOf('horqin', [late('2023-08-05', '2023-08-06')]))).toEqual(['8221.00']);
    expect(amounts(linesOf('horqin', [late('2023-08-05', '2023-08-05')]))).toEqual(['0.00']);
  });

  it('第十九条 (HQ-14, M23): once everything is paid, damages for delay are owed by the contractor', () => {
    const settled = ['first', 'second', 'third', 'final'];
    const happened = [late('2024-03-01', '2024-03-03', '2024-03-03')];
    const { instalments, debtFen } = settlementOfAgreed('horqin', happened, { settled });
    expect([instalments.every(({ deductedFen }) => deductedFen === 0), yuanDecimal(debtFen)]).toEqual([
      true,
      '16442.00',
    ]);
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
