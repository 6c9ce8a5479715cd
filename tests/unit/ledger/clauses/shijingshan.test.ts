import { checkIncident } from '../../../../src/application/incidents/check-incident.js';
import { postNames } from '../../../../src/domain/contract/coverage.js';
import { vacanciesOf } from '../../../../src/domain/ledger/vacancy/vacancy-engine.js';
import { present } from '../../../../src/shared/assert.js';
import { addDays, civilDate, civilMonth, eachDate } from '../../../../src/shared/civil-date.js';
import { fen, sumFen, yuanDecimal } from '../../../../src/shared/fen.js';
import {
  contractOf,
  knownCalendar,
  linesOf,
  amounts,
  total,
  agreedFrom,
  type Happening,
} from '../../../support/clause-cases.js';
import { person } from '../../../support/small-contract.js';
import { rate, record } from '../../../support/vacancy-month.js';

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

  it('第十三条 (SJS-18): the price is exactly 140 posts at 111,650.00', () => {
    const { amountFen, postGroups } = contractOf('shijingshan');
    const posts = postGroups.reduce((sum, { headcount }) => sum + headcount, 0);
    expect([posts, posts * 11_165_000]).toEqual([140, amountFen]);
  });

  it('第十四条(1) (SJS-19): half of the total, ten working days after signing', () => {
    const { amountFen, instalments, signedOn } = contractOf('shijingshan');
    const working = eachDate({ from: addDays(present(signedOn, 'signing'), 1), to: civilDate('2026-05-31') }).filter(
      (date) => knownCalendar.day(date).kind === 'working',
    );
    expect([instalments[0]?.amountFen, instalments[0]?.dueDate]).toEqual([amountFen / 2, working[9]]);
    expect(working[9]).toBe('2026-04-17');
  });

  it('第十四条(2)、(3) (SJS-20, SJS-21): 4,513.00 below a quarter after the half-year report, as much above it last', () => {
    const { amountFen, instalments } = contractOf('shijingshan');
    const [, second, final] = instalments;
    expect([amountFen / 4 - Number(second?.amountFen), Number(final?.amountFen) - amountFen / 4]).toEqual([
      451_300, 451_300,
    ]);
    expect(second?.conditions.map(({ zh }) => zh)).toContain('2026年10月15日前提交半年总结报告');
  });

  describe('第十八条 (SJS-25, SJS-26): three of five people away on two service days', () => {
    const contract = contractOf('shijingshan');
    const group = present(
      contract.postGroups.find(({ key }) => key === 'centre/management'),
      'group',
    );
    const team = postNames(group).map((post, index) => ({ post, worker: person(`M00${index}`, group.key) }));
    const month = (absent: string, ...readings: readonly (readonly [string, string])[]) =>
      vacanciesOf({
        contract: { ...contract, postGroups: [group] },
        ...{ calendar: knownCalendar, term: contract.term, month: civilMonth('2026-05') },
        ...{ workers: team.map(({ worker }) => worker), leave: [], assignments: [] },
        rates: [{ ...rate, contract: contract.key }],
        choices: agreedFrom('2026-04-02', ...readings),
        presence: ['2026-05-12', '2026-05-13'].flatMap((date) =>
          team.map(({ post, worker }, index) =>
            record(`${date} ${worker.code} ${group.key} ${post} ${index < 3 ? absent : '08:30-17:30'}`),
          ),
        ),
      });
    const taken = (...readings: readonly (readonly [string, string])[]) =>
      yuanDecimal(month('absent:recruiting', ...readings).total.amountFen ?? fen(0));

    it.each([
      ['÷ 248 service days', ['V9', 'none'], '2701.21'],
      ['÷ 365 calendar days', ['V1', 'calendar-day'], '1835.34'],
      ['÷ 261 paid days', ['V1', 'paid-day'], '2566.67'],
    ] as const)('SJS-26, V2: %s (%s), rounded once, are %s', (_, basis, expected) => {
      expect(taken(basis, ['V22', 'per-statement'])).toBe(expected);
    });

    it('SJS-26, V22: six lines of 450.20 are a fen less', () => {
      expect(taken(['V9', 'none'])).toBe('2701.20');
    });

    it('SJS-25: staff change, recruiting and transfer are undisputed, the rest of 等原因 contested (V5)', () => {
      const sides = ['personnelChange', 'recruiting', 'transfer', 'sick', 'noShow'].map((cause) => {
        const { undisputed, contested } = month(`absent:${cause}`);
        return [undisputed.units.valueOf(), contested.units.valueOf()];
      });
      expect(sides).toEqual([
        [6, 0],
        [6, 0],
        [6, 0],
        [0, 6],
        [0, 6],
      ]);
    });

    it('SJS-25: where the hall must have run badly, a line without evidence is contested (V4)', () => {
      expect(month('absent:recruiting', ['V4', 'required']).contested.units.valueOf()).toBe(6);
    });
  });

  it('第十九条 (SJS-29): errors are graded by a closed list', () => {
    const rule = contractOf('shijingshan').deductions.find(({ key }) => key === 'error');
    expect(rule?.family === 'shareOfTotalBySeverity' && rule.grades.map(({ key }) => key)).toEqual([
      'minor',
      'serious',
      'grave',
    ]);
    expect(() => linesOf('shijingshan', [error('trifling')])).toThrow();
  });

  it('第十九条 (SJS-29): an error names an event of its grade’s list, which the explanation repeats', () => {
    const contract = contractOf('shijingshan');
    const checked = (grade: string, example?: string) => {
      const facts = { family: 'shareOfTotalBySeverity' as const, grade, isExcepted: false };
      const incident = {
        ...{ rule: 'error', date: civilDate('2026-05-11') },
        facts: { ...facts, ...(example === undefined ? {} : { example }) },
      };
      const reading = { scoreUnit: 'team', tenMinutes: 'within' } as const;
      const result = checkIncident(contract, incident, { incidents: [], term: contract.term, vacancies: [], reading });
      return result.ok ? 'ok' : result.refusal.message.en;
    };
    expect(checked('serious', 'filmed-online')).toBe('ok');
    expect(checked('serious')).toContain('misconduct filmed and put online (filmed-online)');
    expect(checked('serious', 'anything')).toContain('Choose by 第十九条 what happened');
    expect(checked('minor', 'filmed-online')).toContain('belongs to the grade Serious, not Minor');
    const named = { family: 'shareOfTotalBySeverity', grade: 'grave', example: 'criticised-by-circular' } as const;
    const [line] = linesOf('shijingshan', [
      { rule: 'error', date: '2026-05-11', facts: { ...named, isExcepted: false } },
    ]);
    expect([line?.amountFen, line?.explanation.zh.startsWith('区级以上部门通报批评；')]).toEqual([4_689_300, true]);
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
