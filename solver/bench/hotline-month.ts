import type { DutyKind, RosterProblem, Worker } from '../problem.js';

const dayCount = 28;

/**
 * A synthetic hotline desk: 28 days, one seat around the clock in a day duty (8:30–18:00) and a night duty (17:30–9:00), four
 * agents, and seven others with office days of their own who may help at a price.
 */
export function hotlineMonth({
  leave = [],
}: { readonly leave?: readonly { readonly worker: string; readonly day: number }[] } = {}): RosterProblem {
  const days = Array.from({ length: dayCount }, (_, day) =>
    new Date(Date.UTC(2026, 4, 4 + day)).toISOString().slice(0, 10),
  );
  const isWeekend = (day: number): boolean => day % 7 >= 5;
  const duties = (night: number): Partial<Record<DutyKind, number>> => ({ night, weekend: night % 2 });
  const worker = (id: string, eligibility: Worker['eligibility'], history: Worker['history']): Worker => ({
    id,
    eligibility,
    unavailable: leave.filter((entry) => entry.worker === id).map(({ day }) => ({ day, reason: 'leave' })),
    limits: {
      dutyMinutesMax: 960,
      restMinutesMin: 660,
      restMinutesWished: 660,
      workedDaysPerSevenMax: 6,
      nightBans: [],
      hours: [
        {
          name: 'quarter',
          fromDay: -33,
          toDay: 58,
          carriedMinutes: 14400,
          normalMinutes: 14400 + 9600,
          minutesMax: 14400 + 9600 + 2160,
          overtimePricePerHour: 60,
        },
      ],
    },
    history,
  });
  const seat = { group: 'seat', fromDay: 0, toDay: dayCount - 1 } as const;
  const office = { group: 'office', fromDay: 0, toDay: dayCount - 1, role: 'home' } as const;
  const agents = [0, 1, 2, 3].map((index) =>
    worker(`A${index + 1}`, [{ ...seat, role: 'home' }], {
      workedDaysBefore: [index + 1],
      lastDutyEnd: index === 0 ? 540 : -1440 * index + 540,
      ...(index === 0 ? { running: { group: 'seat', until: 540 } } : {}),
      duties: duties(6 + (index % 2)),
      group: 'seat',
    }),
  );
  const others = Array.from({ length: 7 }, (_, index) =>
    worker(`B${index + 1}`, [office, { ...seat, role: 'backup' }], {
      workedDaysBefore: [3, 4, 5, 6],
      lastDutyEnd: -1440 * 2 + 1050,
      duties: duties(0),
      group: 'office',
    }),
  );
  const workers = [...agents, ...others];
  return {
    name: 'hotline month',
    days,
    shifts: [
      { id: 'D', segments: [{ start: 510, end: 1080 }], countedMinutes: 570, duties: [] },
      { id: 'N', segments: [{ start: 1050, end: 1980 }], countedMinutes: 930, duties: ['night'] },
      {
        id: 'O',
        segments: [
          { start: 510, end: 720 },
          { start: 780, end: 1050 },
        ],
        countedMinutes: 480,
        duties: [],
      },
    ],
    groups: [
      {
        id: 'seat',
        offers: days.map((_, day) => ({ day, shifts: ['D', 'N'], dayDuties: isWeekend(day) ? ['weekend'] : [] })),
      },
      { id: 'office', offers: days.map((_, day) => ({ day, shifts: isWeekend(day) ? [] : ['O'], dayDuties: [] })) },
    ],
    demand: days.flatMap((_, day) => [
      { group: 'seat', day, start: 0, end: 510, required: 1, price: 850 },
      { group: 'seat', day, start: 510, end: 540, required: 1, price: 50 },
      { group: 'seat', day, start: 540, end: 1050, required: 1, price: 850 },
      { group: 'seat', day, start: 1050, end: 1080, required: 1, price: 50 },
      { group: 'seat', day, start: 1080, end: 1440, required: 1, price: 600 },
      ...(isWeekend(day)
        ? []
        : [
            { group: 'office', day, start: 510, end: 720, required: 4, price: 210 },
            { group: 'office', day, start: 780, end: 1050, required: 4, price: 270 },
          ]),
    ]),
    workers,
    pins: [],
    fairness: (['night', 'weekend'] as const).flatMap((duty) => [
      { duty, workers: agents.map((agent) => agent.id), weight: 10 },
      { duty, workers: others.map((other) => other.id), weight: 10 },
    ]),
    backupPairs: [],
    weights: { redeployed: 20, backup: 150, unstablePost: 0, shortRest: 30, uncoveredPair: 0 },
  };
}
