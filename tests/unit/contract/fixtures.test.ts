import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { present } from '../../../src/shared/assert.js';
import { serviceContractShape } from '../../../src/domain/contract/service-contract.js';

const { contracts, teams, notices } = readFixtures();
const byKey = (key: string) =>
  present(
    contracts.find((contract) => contract.key === key),
    key,
  );

describe('contracts as data', () => {
  it('are the five tenants, each with a team and four years of notices', () => {
    const keys = ['anding', 'changping', 'horqin', 'shijingshan', 'sujiatuo'];
    expect(contracts.map(({ key }) => key)).toEqual(keys);
    expect(teams.map(({ contract }) => contract)).toEqual(keys);
    expect(notices.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  });

  it.each([
    ['changping', 899530900, 3],
    ['shijingshan', 1563100000, 3],
    ['horqin', 164420000, 4],
    ['sujiatuo', 176650000, 12],
    ['anding', 214632000, 4],
  ])('%s pays its whole amount in its instalments', (key, amountFen, count) => {
    const contract = byKey(key);
    expect(contract.amountFen).toBe(amountFen);
    expect(contract.instalments).toHaveLength(count);
    expect(contract.instalments.reduce((sum, instalment) => sum + instalment.amountFen, 0)).toBe(amountFen);
  });

  it('gives Shijingshan 101 district and 39 street posts', () => {
    const { postGroups } = byKey('shijingshan');
    const sum = (isStreet: boolean) =>
      postGroups
        .filter((group) => (group.site !== 'centre') === isStreet)
        .reduce((total, group) => total + group.headcount, 0);
    expect([sum(false), sum(true)]).toEqual([101, 39]);
    expect(postGroups.filter((group) => group.site !== 'centre')).toHaveLength(9);
  });

  it('puts the four odd fen of Sujiatuo into the last month', () => {
    expect(byKey('sujiatuo').instalments.map(({ amountFen }) => amountFen as number)).toEqual([
      ...Array<number>(11).fill(14720833),
      14720837,
    ]);
  });

  it.each([
    ['shijingshan', 'error', 15631000],
    ['changping', 'incident', 179906180],
    ['horqin', 'delay', 164420000],
  ])('caps the %s rule %s', (key, rule, cap) => {
    expect(byKey(key).deductions.find((deduction) => deduction.key === rule)).toMatchObject({
      cap: { amountFen: cap },
    });
  });

  it('scores Anding out of 100', () => {
    const rule = present(
      byKey('anding').deductions.find((deduction) => deduction.family === 'scoreShortfall'),
      'rule',
    );
    expect(rule.form.reduce((sum, row) => sum + Math.max(...row.options.map(({ points }) => points)), 0)).toBe(100);
    expect(rule.form.reduce((sum, row) => sum + (row.options[1]?.points ?? 0), 0)).toBe(72);
  });

  it('says what is assumed wherever posts or windows are not the contract’s own', () => {
    for (const contract of contracts)
      for (const window of contract.windows) expect(window.assumed?.zh.length).toBeGreaterThan(3);
  });
});

describe('a contract file with a mistake', () => {
  const problems = (change: (draft: Draft) => void): string[] => {
    const draft = structuredClone(byKey('shijingshan')) as unknown as Draft;
    change(draft);
    const parsed = serviceContractShape.safeParse(draft);
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  };

  it.each<[string, (draft: Draft) => void, string]>([
    [
      'a fen too much',
      (draft) => (draft.instalments[0].amountFen += 1),
      'instalments add up to 1563100001 fen, not 1563100000',
    ],
    ['an unknown site', (draft) => (draft.postGroups[0].site = 'moon'), 'there is no site moon'],
    ['a key of another site', (draft) => (draft.postGroups[0].key = 'lugu/management'), 'the key is site/function'],
    ['a repeated group', (draft) => draft.postGroups.push(draft.postGroups[0]), 'centre/management is listed twice'],
    [
      'an unknown group of a window',
      (draft) => (draft.windows[5].groups = ['centre/cafe']),
      'there is no post group centre/cafe',
    ],
    [
      'an unknown group of a shift',
      (draft) => (draft.shifts[0].groups = ['centre/cafe']),
      'there is no post group centre/cafe',
    ],
    [
      'overlapping windows',
      (draft) => (draft.windows[0].end = '09:01'),
      'the windows 08:30–09:01 and 09:00–11:30 of District service centre · Project management overlap',
    ],
    [
      'a window on every day over one on Saturdays',
      (draft) => (draft.windows[0].days = 'every'),
      'the windows 08:30–09:00 and 08:30–12:30 of District service centre · Project management overlap',
    ],
    [
      'a crew larger than the group',
      (draft) => (draft.windows[5].crew = { kind: 'fixed', count: 6 }),
      'Lugu street centre · Integrated window has only 4 posts',
    ],
    [
      'a crew larger than every group',
      (draft) => (draft.windows[0].crew = { kind: 'share', numerator: 3, denominator: 2, rounding: 'up', minimum: 1 }),
      'more people than posts are asked for: 3/2',
    ],
    [
      'a group that ends before it begins',
      (draft) => Object.assign(draft.postGroups[0], { from: '2026-12-01', to: '2026-11-01' }),
      'it ends on 2026-11-01, before it begins on 2026-12-01',
    ],
    [
      'more than the whole taken off',
      (draft) => {
        for (const { grades } of draft.deductions) for (const grade of grades ?? []) grade.numerator = 10_001;
      },
      'no more than the whole can be deducted',
    ],
    [
      'a headcount of a slipped keyboard',
      (draft) => (draft.postGroups[0].headcount = 10_000),
      'Too big: expected number to be <=9999',
    ],
    [
      'a wage of a slipped keyboard',
      (draft) => (draft.planning.hourlyWage = 38_000_000),
      'Too big: expected number to be <=1000000',
    ],
    [
      'more educated people than people',
      (draft) =>
        draft.covenants.push({
          kind: 'educationShare',
          level: 'bachelor',
          numerator: 6,
          denominator: 5,
          binding: true,
          clause: '第五条',
        }),
      'no more than everybody can be asked for',
    ],
    [
      'an opening plan that names a post of another group',
      (draft) => (draft.postGroups[0].openingTurns = [['管理1', '管理6']]),
      '管理6 in the opening plan is no post of the group, or stands twice in one turn',
    ],
    [
      'an opening plan that opens a post twice in one turn',
      (draft) => (draft.postGroups[0].openingTurns = [['管理1', '管理1']]),
      '管理1 in the opening plan is no post of the group, or stands twice in one turn',
    ],
    [
      'a window that ends before it starts',
      (draft) => (draft.windows[0].end = '08:00'),
      'a window ends after it starts, at 24:00 at the latest',
    ],
    [
      'a shift whose meal goes backwards',
      (draft) => (draft.shifts[0].segments[1].start = '11:00'),
      'segments ascend and do not overlap',
    ],
    ['two shifts with one code', (draft) => (draft.shifts[1].code = '早1'), 'two shifts have the code 早1'],
    ['a term that ends first', (draft) => (draft.term.to = '2026-04-01'), 'the term ends before it starts'],
    ['an impossible date', (draft) => (draft.term.to = '2027-02-30'), 'not a date: write YYYY-MM-DD'],
  ])('is refused for %s', (_, change, message) => {
    expect(problems(change)).toContain(message);
  });
});

/** As far as the tests reach into a file. */
interface Draft {
  term: { to: string };
  instalments: [{ amountFen: number }];
  postGroups: [Group, ...Group[]];
  windows: [Window, Window, Window, Window, Window, Window];
  shifts: [Shift, Shift];
  deductions: { grades?: { numerator: number }[] }[];
  covenants: unknown[];
  planning: { hourlyWage: number };
}
interface Group {
  key: string;
  site: string;
  headcount: number;
  openingTurns?: string[][];
}
interface Window {
  end: string;
  days: string;
  groups?: string[];
  crew: unknown;
}
interface Shift {
  code: string;
  groups?: string[];
  segments: [unknown, { start: string }];
}
