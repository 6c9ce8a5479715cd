import { feasibility } from '../../solver/index.js';
import type { HoursAccount, RosterProblem } from '../../solver/index.js';
import { smallWorker } from '../support/small-roster.js';

/**
 * The hand calculation for the hotline desk of Sujiatuo: one seat around the clock in duties of 9.5 and 15.5 hours, four agents
 * without leave, the term 2 April 2026 to 1 April 2027. Working days a month from the holiday notice of 2026 and the statutory days of 2027.
 */
const workingDays: readonly (readonly [string, number])[] = [
  ['2026-04', 20],
  ['2026-05', 19],
  ['2026-06', 21],
  ['2026-07', 23],
  ['2026-08', 21],
  ['2026-09', 22],
  ['2026-10', 18],
  ['2026-11', 21],
  ['2026-12', 23],
  ['2027-01', 20],
  ['2027-02', 16],
  ['2027-03', 23],
  ['2027-04', 1],
];
const monthlyOvertime = 36 * 60;

const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 3, 2 + day)).toISOString().slice(0, 10));

function desk(hours: readonly HoursAccount[]): RosterProblem {
  const eligibility = [{ group: 'seat', fromDay: 0, toDay: days.length - 1, role: 'home' as const }];
  return {
    name: 'hotline term',
    days,
    shifts: [
      { id: 'D', segments: [{ start: 510, end: 1080 }], countedMinutes: 570, duties: [] },
      { id: 'N', segments: [{ start: 1050, end: 1980 }], countedMinutes: 930, duties: [] },
    ],
    groups: [{ id: 'seat', offers: days.map((_, day) => ({ day, shifts: ['D', 'N'], dayDuties: [] })) }],
    demand: days.flatMap((_, day) =>
      [
        [0, 510],
        [510, 540],
        [540, 1050],
        [1050, 1080],
        [1080, 1440],
      ].map(([start = 0, end = 0]) => ({ group: 'seat', day, start, end, required: 1, price: end - start })),
    ),
    workers: ['A1', 'A2', 'A3', 'A4'].map((id) =>
      smallWorker(id, { eligibility, limits: { dutyMinutesMax: 960, restMinutesMin: 660, hours } }),
    ),
    pins: [],
    fairness: [],
    backupPairs: [],
    weights: { redeployed: 0, backup: 0, unstablePost: 0, shortRest: 0, uncoveredPair: 0 },
  };
}

function account(name: string, isIn: (date: string) => boolean, months: number): HoursAccount {
  const inside = [...days.keys()].filter((day) => isIn(days[day] ?? ''));
  const normal = workingDays.filter(([month]) => isIn(`${month}-15`)).reduce((sum, [, count]) => sum + count, 0) * 480;
  return {
    name,
    fromDay: Math.min(...inside),
    toDay: Math.max(...inside),
    carriedMinutes: 0,
    normalMinutes: normal,
    minutesMax: normal + months * monthlyOvertime,
    overtimePricePerHour: 0,
  };
}

describe('feasibility of the hotline desk', () => {
  it('shows the overtime of every month, and the three months that four people cannot work', async () => {
    const months = workingDays.map(([month]) => account(month, (date) => date.startsWith(month), 1));
    const { balances, findings } = await feasibility(desk(months));
    const overtime = balances.map(({ overtimePerPerson }) => Math.round((overtimePerPerson ?? 0) / 6) / 10);
    expect(overtime.slice(0, 11)).toEqual([21.3, 41.8, 19.5, 9.8, 25.8, 11.5, 49.8, 19.5, 9.8, 33.8, 47]);
    const short = findings.filter(({ kind }) => kind === 'hours');
    expect(short.map(({ fromDay }) => days[fromDay]?.slice(0, 7))).toEqual(['2026-05', '2026-10', '2027-02']);
    expect(short[0]).toMatchObject({ required: 775 * 60, achievable: 752 * 60 });
    expect(short[0]?.message.en).toMatch(
      /^seat 2026-05-01 – 2026-05-31: at least 775 h needed, at most 752 h possible for its 4 people within hours ceilings/u,
    );
  });

  it('shows that a cycle of a year passes, and how many people would need no overtime', async () => {
    const { balances, findings } = await feasibility(desk([account('year', () => true, 12)]));
    // The morning before the first day shift: nobody's night runs into it.
    expect(findings.map(({ kind, fromDay, missingMinutesAtLeast }) => [kind, fromDay, missingMinutesAtLeast])).toEqual([
      ['present', 0, 510],
    ]);
    expect(balances).toHaveLength(1);
    const [year] = balances;
    expect(year?.requiredMinutes).toBe(9125 * 60);
    expect((year?.overtimePerPerson ?? 0) / 60).toBeCloseTo(2281.25 - 248 * 8, 6);
    expect(year?.peopleAtNormalTime).toBeCloseTo(9125 / (248 * 8), 6);
  });
});
