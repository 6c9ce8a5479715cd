import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { pinyinInitials } from '../../../src/adapters/system/pinyin-initials.js';
import { ageOutlook } from '../../../src/domain/workforce/team-outlook.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate } from '../../../src/shared/civil-date.js';

const fixtures = readFixtures();
const contract = present(
  fixtures.contracts.find(({ covenants }) => covenants.some(({ kind }) => kind === 'ageHeadcount')),
  'a contract that promises young people',
);
const [sample] = present(
  fixtures.teams.find((team) => team.contract === contract.key),
  'its team',
).workers;
const worker = (code: string, bornOn: string, leftOn?: string) => ({
  ...present(sample, 'a worker'),
  ...{ code, bornOn: civilDate(bornOn), joinedOn: civilDate('2025-01-01') },
  ...(leftOn === undefined ? {} : { leftOn: civilDate(leftOn) }),
});
const covenant = present(
  contract.covenants.flatMap((one) => (one.kind === 'ageHeadcount' ? [one] : []))[0],
  'its promise',
);

describe('who passes an age limit', () => {
  it('is told with the first day beyond it; leavers and those still within at the end are not', () => {
    const year = 2026 - covenant.yearsMax - 1;
    const team = [
      worker('W001', `${String(year)}-05-06`),
      worker('W002', `${String(year)}-05-07`),
      worker('W003', `${String(year + 1)}-05-07`),
      worker('W004', `${String(year)}-01-01`, '2026-05-05'),
    ];
    const [outlook] = ageOutlook(contract, {
      team,
      today: civilDate('2026-05-06'),
      until: civilDate('2026-12-31'),
    }).filter(({ minimumHeadcount }) => minimumHeadcount !== null);
    expect(outlook).toMatchObject({
      yearsMax: covenant.yearsMax,
      minimumHeadcount: covenant.minimumHeadcount,
      withinToday: 2,
      beyond: [
        { worker: 'W001', since: '2026-05-06' },
        { worker: 'W002', since: '2026-05-07' },
      ],
    });
  });
});

describe('pinyin initials', () => {
  it('read a surname as a surname', () => {
    expect(pinyinInitials('赵甲子')).toBe('zjz');
    expect(pinyinInitials('单雄信')).toBe('sxx');
  });
});
