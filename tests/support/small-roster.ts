import type { RosterProblem, Worker } from '../../solver/index.js';

/** One counter, two workers, two days, a day shift with a meal and a night: small enough to read and to work out by hand. */
export function smallRoster(changes: Partial<RosterProblem> = {}): RosterProblem {
  return {
    name: 'small roster',
    days: ['2026-05-11', '2026-05-12'],
    shifts: [
      {
        id: 'day',
        segments: [
          { start: 510, end: 720 },
          { start: 780, end: 1050 },
        ],
        countedMinutes: 480,
        duties: ['early'],
      },
      { id: 'night', segments: [{ start: 1320, end: 1800 }], countedMinutes: 480, duties: ['night'] },
    ],
    groups: [
      {
        id: 'counter',
        offers: [
          { day: 0, shifts: ['day', 'night'], dayDuties: [] },
          { day: 1, shifts: ['day', 'night'], dayDuties: [] },
        ],
      },
    ],
    demand: [0, 1].flatMap((day) => [
      { group: 'counter', day, start: 510, end: 720, required: 1, price: 210 },
      { group: 'counter', day, start: 780, end: 1050, required: 1, price: 270 },
    ]),
    workers: [smallWorker('W1'), smallWorker('W2')],
    pins: [],
    fairness: [{ duty: 'early', workers: ['W1', 'W2'], weight: 10 }],
    backupPairs: [],
    weights: { redeployed: 5, backup: 40, unstablePost: 3, shortRest: 10, uncoveredPair: 20 },
    ...changes,
  };
}

export function smallWorker(
  id: string,
  {
    limits,
    history,
    ...changes
  }: Partial<Omit<Worker, 'limits' | 'history'>> & {
    readonly limits?: Partial<Worker['limits']>;
    readonly history?: Partial<Worker['history']>;
  } = {},
): Worker {
  return {
    id,
    eligibility: [{ group: 'counter', fromDay: 0, toDay: 1, role: 'home' }],
    unavailable: [],
    limits: {
      dutyMinutesMax: 660,
      restMinutesMin: 0,
      restMinutesWished: 660,
      workedDaysPerSevenMax: 6,
      nightBans: [],
      hours: [],
      ...limits,
    },
    history: { workedDaysBefore: [], lastDutyEnd: null, duties: {}, group: null, ...history },
    ...changes,
  };
}
