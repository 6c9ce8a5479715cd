import type { Worker } from '../../problem.js';

/** Somebody who never works and only carries burdens, so that a fairness rule counts from them in a part of the problem. */
export function standIn(id: string, duties: Worker['history']['duties']): Worker {
  return {
    id,
    eligibility: [],
    unavailable: [],
    limits: {
      dutyMinutesMax: 0,
      restMinutesMin: 0,
      restMinutesWished: 0,
      workedDaysPerSevenMax: 7,
      nightBans: [],
      hours: [],
    },
    history: { workedDaysBefore: [], lastDutyEnd: null, duties, group: null },
  };
}
