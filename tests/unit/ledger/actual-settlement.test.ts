import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import {
  servedBalances,
  terminationRules,
  type SettledFacts,
} from '../../../src/domain/ledger/settlement/actual-settlement.js';
import { servedPosts, type CountedVacancy } from '../../../src/domain/ledger/settlement/served-posts.js';
import { servedMonths, servedTerm } from '../../../src/domain/ledger/settlement/served-time.js';
import { monthFacts } from '../../../src/domain/ledger/vacancy/month-facts.js';
import { settlementOf } from '../../../src/domain/ledger/settlement/settlement.js';
import { staffedUntil } from '../../../src/domain/ledger/settlement/staffed-posts.js';
import type { ApprovedRate } from '../../../src/domain/ledger/vacancy/vacancy-line.js';
import type { VacancySources } from '../../../src/domain/ledger/vacancy/vacancy-sources.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate, eachDate } from '../../../src/shared/civil-date.js';
import { fen, sumFen, yuanDecimal, type Fen } from '../../../src/shared/fen.js';
import { headcountDays } from '../../../src/shared/headcount-days.js';
import { fullDay, hallTeam, pricedHall, rate, record } from '../../support/vacancy-month.js';
import { calendar2026 } from '../../support/small-contract.js';

/** 据实结算 on any day, worked out from the contract files themselves. */
const fixtures = readFixtures();
function contractOf(key: string) {
  return present(
    fixtures.contracts.find((each) => each.key === key),
    key,
  );
}
const yuan = (amount: Fen | null | undefined) => (amount === null || amount === undefined ? null : yuanDecimal(amount));
const settled = (key: string, facts: Partial<SettledFacts>) =>
  servedBalances({
    posts: [],
    periods: [],
    vacancies: [],
    incidents: [],
    settlement: settlementOf({
      contract: contractOf(key),
      bases: [],
      vacancies: [],
      otherEntries: [],
      choices: [],
      today: civilDate('2026-06-20'),
    }),
    termination: null,
    ...facts,
  });

describe('Shijingshan 第十六条、第十七条 (SJS-23, SJS-24): posts as they were really staffed', () => {
  const contract = contractOf('shijingshan');
  const indicative: ApprovedRate = { ...rate, contract: contract.key };
  const sources = (rates: readonly ApprovedRate[]): VacancySources => ({
    contract,
    calendar: serviceCalendar({ notices: fixtures.notices, overrides: [] }),
    term: contract.term,
    workers: [],
    leave: [],
    // One record a day says that attendance was kept; who was away is what the test says.
    presence: eachDate(contract.term).map((date) => record(`${date} W001 centre/management - 08:30-17:30`)),
    assignments: [],
    rates,
    choices: [],
  });
  const facts = monthFacts(sources([indicative]));
  const served = (until: string, vacancyOf: Parameters<typeof servedPosts>[0]['vacancyOf'] = () => undefined) => {
    const dates = eachDate({ from: contract.term.from, to: civilDate(until) });
    const posts = servedPosts({ dates, factsOf: () => facts, bases: [], vacancyOf });
    return { posts, balances: settled('shijingshan', { posts }) };
  };

  it('a whole term without a vacancy is the contract total, at 111,650.00 a post', () => {
    const { posts, balances } = served('2027-04-01');
    expect(posts.reduce((sum, line) => sum + line.posts, 0)).toBe(140);
    expect(balances.map(({ servedFen }) => yuan(servedFen))).toEqual(['15631000.00', '15631000.00']);
  });

  it('one post vacant all term is served for nothing, exactly its standard less (V2)', () => {
    const group = present(
      contract.postGroups.find(({ key }) => key === 'centre/management'),
      'group',
    );
    const divisor = present(facts.termOf(group.key).divisorOn(contract.term.from, '管理1'), 'divisor');
    // Every day of the post at once, on the term's first day.
    const first = { line: { units: divisor }, isContested: false } as CountedVacancy;
    const { balances } = served('2027-04-01', ({ date, post }) =>
      post === '管理1' && date === contract.term.from ? first : undefined,
    );
    expect(yuan(balances[0]?.servedFen)).toBe('15519350.00');
  });

  it('until a day in the term: units of its service days over those of the whole term', () => {
    const { posts, balances } = served('2026-04-10');
    const group = posts.find(({ postGroup }) => postGroup === 'centre/management');
    // 2, 3, 7 to 10 April are service days; the 4th to the 6th are Qingming.
    expect(group?.required.div(group.posts).toFraction()).toBe('6');
    const exact = posts.reduce(
      (sum, { required, divisor }) => sum.add(headcountDays(11_165_000).div(divisor).mul(required)),
      headcountDays(0),
    );
    expect(Math.abs(exact.sub(balances[0]?.servedFen ?? 0).valueOf())).toBeLessThan(posts.length);
  });

  it('without an approved standard there is no amount by it; the price per post needs none', () => {
    const unpriced = { ...facts, rates: [] };
    const dates = [contract.term.from];
    const posts = servedPosts({ dates, factsOf: () => unpriced, bases: [], vacancyOf: () => undefined });
    const [approved, price] = settled('shijingshan', { posts });
    expect([approved?.servedFen, approved?.balanceFen]).toEqual([null, null]);
    expect(price?.servedFen).toBeGreaterThan(0);
  });

  it('who ends it by 第十六条 or 第十七条 is named, and settles what was served', () => {
    expect(
      terminationRules(contract, contract.term.from).map(({ key, clause, settles }) => [key, clause, settles]),
    ).toEqual([
      ['client-termination', '第十六条', 'served'],
      ['contractor-termination', '第十七条', 'served'],
    ]);
  });
});

describe('what was served of a hall', () => {
  const contract = pricedHall();
  const input = {
    term: contract.term,
    bases: [],
    seals: [],
    histories: new Map(),
    sources: {
      ...{ contract, calendar: calendar2026, term: contract.term, workers: hallTeam, leave: [] },
      ...{ assignments: [], rates: [rate], choices: [] },
      presence: [
        ...fullDay('2026-04-02', ['窗1', '窗2']),
        record('2026-04-02 - hall/window 窗1 absent:recruiting'),
        record('2026-04-02 W002 hall/window 窗2 absent:sick'),
      ],
    },
  };

  it('required = served + vacant + contested + without a record, and contested by the cause (V5)', () => {
    const { posts, vacancies, daysWithoutAttendance } = staffedUntil(civilDate('2026-04-03'), input);
    expect(vacancies.map(({ line, isContested }) => [line.post, isContested])).toEqual([
      ['窗1', false],
      ['窗2', true],
    ]);
    expect(daysWithoutAttendance).toEqual(['2026-04-03']);
    const sums = (['required', 'vacant', 'contested', 'unrecorded'] as const).map((key) =>
      posts.reduce((sum, line) => sum.add(line[key]), headcountDays(0)).toFraction(),
    );
    expect(sums).toEqual(['8', '1', '1', '4']);
    const [approved, price] = settled('shijingshan', { posts, vacancies });
    // By the standard, a vacancy was not served; at the price, its reduction is taken off.
    const oneDay = present(vacancies[0]?.line.amountFen, 'amount');
    expect(approved?.contestedFen).toBe(vacancies[1]?.line.amountFen);
    expect([price?.reductionsFen, price?.contestedFen]).toEqual([oneDay, vacancies[1]?.line.amountFen]);
  });
});

describe('other contracts, by time', () => {
  it('Sujiatuo 五 (STJ-19): whole service months at their fee, a broken one by its days (M3)', () => {
    const { amountFen, term } = contractOf('sujiatuo');
    const until = (date: string) =>
      yuanDecimal(
        sumFen(
          servedMonths({ amountFen, term }, civilDate(date), { month: 'service-months' }).map((each) => each.amountFen),
        ),
      );
    expect(until('2026-05-01')).toBe('147208.33');
    expect(until('2026-06-11')).toBe('343486.10');
    expect(until('2027-04-01')).toBe('1766500.00');
  });

  it('Sujiatuo 九、4 (STJ-22): failed acceptance gives every fee back, whatever was served', () => {
    const periods = servedMonths(
      { amountFen: contractOf('sujiatuo').amountFen, term: contractOf('sujiatuo').term },
      civilDate('2026-06-11'),
      { month: 'service-months' },
    );
    const termination = present(
      terminationRules(contractOf('sujiatuo'), civilDate('2026-06-11')).find(({ key }) => key === 'failed-acceptance'),
      'rule',
    );
    const [balance] = settled('sujiatuo', {
      periods,
      termination,
      settlement: {
        ...settlementOf({
          contract: contractOf('sujiatuo'),
          bases: [],
          vacancies: [],
          otherEntries: [],
          choices: [],
          today: civilDate('2026-06-20'),
        }),
        damagesPaidFen: fen(14_720_833),
      },
    });
    expect([yuan(balance?.servedFen), yuan(balance?.balanceFen)]).toEqual(['0.00', '-147208.33']);
  });

  it('Anding 第六条6.3、6.4 (AD-13): the fee of the time not served goes back', () => {
    const { amountFen, term } = contractOf('anding');
    const half = servedTerm({ amountFen, term }, civilDate('2024-06-24'));
    expect([half.days, half.servedDays, yuanDecimal(half.amountFen)]).toEqual([366, 182, '1067295.74']);
    const [balance] = settled('anding', { periods: [half] });
    expect(yuan(balance?.balanceFen)).toBe('1067295.74');
  });
});
