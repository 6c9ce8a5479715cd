import { z } from 'zod';
import { vacancyCauses } from '../../domain/attendance/presence.js';
import { civilDateShape, keyShape, serviceContractShape } from '../../domain/contract/service-contract.js';
import { reasonCodes, type Account } from '../../domain/ledger/journal/journal.js';
import { leaveShape, workerShape } from '../../domain/workforce/worker.js';
import { parseCivilMonth, type CivilMonth } from '../../shared/civil-date.js';
import { fen } from '../../shared/fen.js';

/** A month's facts as a replay file has them. Strict: what the program doesn't know it can't rule on. */
const month = z
  .string()
  .refine((text) => parseCivilMonth(text) !== undefined)
  .transform((text) => text as CivilMonth);
const amount = z.int().transform((value) => fen(value));
const minute = z.int().nullable();

const notice = z.strictObject({
  year: z.int(),
  document: z.string(),
  days: z.array(z.strictObject({ date: civilDateShape, name: z.string(), isOffDay: z.boolean() })),
});
const override = z.strictObject({
  site: z.string(),
  date: civilDateShape,
  kind: z.enum(['working', 'saturday', 'rest', 'holidayBlock']),
  document: z.string(),
});
const confirmation = z.strictObject({
  key: z.string(),
  value: z.record(z.string(), z.string()),
  document: z.string(),
  confirmedBy: z.string(),
  recordedAt: z.string(),
});
const presence = z.strictObject({
  worker: z.string(),
  date: civilDateShape,
  postGroup: z.string(),
  post: z.string().nullable(),
  arrivedMinute: minute,
  leftMinute: minute,
  status: z.enum(['present', 'absent']),
  cause: z.enum(vacancyCauses).nullable(),
  coverFor: z.string().nullable(),
  note: z.string(),
});
const assignment = z.strictObject({
  worker: z.string(),
  date: civilDateShape,
  shift: z.string(),
  postGroup: z.string(),
  post: z.string().nullable(),
  start: z.string(),
  end: z.string(),
  isPinned: z.boolean(),
});
const rate = z.strictObject({
  contract: keyShape,
  annualFen: amount,
  document: z.string(),
  from: civilDateShape,
  enteredBy: z.string(),
  recordedAt: z.string(),
});
const choice = z.strictObject({
  key: z.string(),
  option: z.string(),
  document: z.string(),
  from: civilDateShape,
  version: z.int(),
  agreedAt: z.string(),
});

const account = z.string().transform((text) => text as Account);
const entry = z.strictObject({
  contract: keyShape,
  sequence: z.int(),
  id: z.string(),
  effectiveDate: civilDateShape,
  recordedAt: z.string(),
  reason: z.enum(reasonCodes),
  reverses: z.string().nullable(),
  idempotencyKey: z.string(),
  inputHash: z.string(),
  postings: z.array(
    z.strictObject({ source: account, destination: account, asset: z.enum(['CNY', 'HCD']), quantity: z.string() }),
  ),
  subject: z.string(),
  recordedBy: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
const seal = z.strictObject({
  contract: keyShape,
  month,
  amountFen: amount,
  lastSequence: z.int(),
  recordedAt: z.string(),
});

export const factsShape = z.strictObject({
  month,
  contract: serviceContractShape,
  confirmations: z.array(confirmation),
  notices: z.array(notice),
  overrides: z.array(override),
  /** Without names, which no statement needs: people are their codes. */
  workers: z.array(workerShape.omit({ name: true }).transform((worker) => ({ ...worker, name: worker.code }))),
  leave: z.array(leaveShape),
  presence: z.array(presence),
  assignments: z.array(assignment),
  rates: z.array(rate),
  choices: z.array(choice),
  entries: z.array(entry),
  seal: seal.nullable(),
});
