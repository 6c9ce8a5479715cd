import { z } from 'zod';

const id = z.string().min(1);
const minute = z.int();
const count = z.int().nonnegative();
const yuan = z.number().nonnegative();
const day = z.int().nonnegative();
const duty = z.enum(['early', 'midday', 'late', 'saturday', 'night', 'weekend', 'holiday']);
const range = z.strictObject({ fromDay: z.int(), toDay: z.int() });

const shift = z.strictObject({
  id,
  segments: z.array(z.strictObject({ start: count, end: count })).min(1),
  countedMinutes: count,
  duties: z.array(duty),
  forbiddenNext: z.array(id).exactOptional(),
});

const group = z.strictObject({
  id,
  site: id.exactOptional(),
  offers: z.array(z.strictObject({ day, shifts: z.array(id), dayDuties: z.array(duty) })),
});

const demand = z.strictObject({
  group: id,
  day,
  start: count,
  end: count,
  required: count,
  price: yuan,
  surplusPrice: yuan.exactOptional(),
});

const account = z.strictObject({
  name: z.string(),
  fromDay: z.int(),
  toDay: z.int(),
  carriedMinutes: count,
  normalMinutes: count.nullable(),
  minutesMax: count.nullable(),
  minutesMin: count.exactOptional(),
  overtimePricePerHour: yuan,
});

const worker = z.strictObject({
  id,
  eligibility: z.array(
    z.strictObject({ group: id, fromDay: z.int(), toDay: z.int(), role: z.enum(['home', 'redeployed', 'backup']) }),
  ),
  unavailable: z.array(
    z.strictObject({ day, reason: z.enum(['leave', 'notEmployed', 'notApproved', 'notTrained', 'fixedDayOff']) }),
  ),
  limits: z.strictObject({
    dutyMinutesMax: count,
    restMinutesMin: count,
    restMinutesWished: count,
    workedDaysPerSevenMax: count,
    nightBans: z.array(range),
    overtimeBans: z.array(range).exactOptional(),
    hours: z.array(account),
    shiftMaxima: z.array(z.strictObject({ shift: id, count })).exactOptional(),
    runs: z
      .strictObject({
        consecutiveShiftsMax: count,
        consecutiveShiftsMin: count,
        consecutiveDaysOffMin: count,
      })
      .exactOptional(),
    weekendsMax: count.exactOptional(),
  }),
  history: z.strictObject({
    workedDaysBefore: z.array(z.int().positive()),
    lastDutyEnd: minute.nullable(),
    eve: z.strictObject({ shift: id.nullable(), days: z.int().positive() }).exactOptional(),
    shiftCounts: z.record(id, count).exactOptional(),
    weekendsWorked: count.exactOptional(),
    running: z.strictObject({ group: id, until: minute }).exactOptional(),
    duties: z.partialRecord(duty, z.number().nonnegative()),
    group: id.nullable(),
  }),
});

const assignment = z.strictObject({ shift: id, group: id });

/** The shape of a roster problem as JSON; what refers to what is checked by `readProblem`. */
export const problemSchema = z.strictObject({
  name: z.string(),
  days: z.array(z.iso.date()).min(1),
  shifts: z.array(shift),
  groups: z.array(group),
  demand: z.array(demand),
  workers: z.array(worker),
  pins: z.array(z.strictObject({ worker: id, day, assignment: assignment.nullable() })),
  baseline: z
    .strictObject({
      assignments: z.array(z.strictObject({ worker: id, day, ...assignment.shape })),
      changeCost: z.array(yuan),
      goal: z.literal('repair').exactOptional(),
      notBefore: minute.exactOptional(),
    })
    .exactOptional(),
  fairness: z.array(z.strictObject({ duty, workers: z.array(id), weight: yuan })),
  backupPairs: z.array(z.strictObject({ holder: id, backup: id })),
  travel: z.array(z.strictObject({ between: z.tuple([id, id]), minutes: count })).exactOptional(),
  requests: z
    .array(z.strictObject({ worker: id, day, shift: id, kind: z.enum(['on', 'off']), weight: yuan }))
    .exactOptional(),
  shiftCover: z
    .array(z.strictObject({ group: id, day, shift: id, preferred: count, underWeight: yuan, overWeight: yuan }))
    .exactOptional(),
  weights: z.strictObject({ redeployed: yuan, backup: yuan, unstablePost: yuan, shortRest: yuan, uncoveredPair: yuan }),
});
