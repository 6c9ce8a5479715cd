import { z } from 'zod';
import { minutesPerDay } from '../../shared/interval.js';
import { civilDateShape, countMax, effective, fenShape, keyShape, localTextShape, sourced } from './common-shapes.js';
import { covenantShape } from './covenant-shapes.js';
import { functionShape, postGroupShape, shiftShape, siteShape, windowShape } from './demand-shapes.js';
import type { crewShape, dayRuleShape } from './demand-shapes.js';
import {
  actualSettlementShape,
  deductionShape,
  instalmentShape,
  liabilityCapShape,
  paymentHoldShape,
  renewalShape,
} from './money-shapes.js';

const reportShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  cadence: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'halfYear', 'year', 'onDate']),
  due: localTextShape,
  ...sourced,
});
const clockDutyShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  starts: localTextShape,
  length: z.int().positive().max(countMax),
  unit: z.enum(['minutes', 'hours', 'days', 'workingDays', 'months']),
  ...sourced,
});

/** What a subscribed calendar may show besides the shift's name and times; without one, post and site too. */
export const feedRuleShape = z.strictObject({ showsLocation: z.boolean(), ...effective, ...sourced });

/** A contradiction or gap in the contract's own text. `blocks` names what must wait until a person decides. */
const inconsistencyShape = z.strictObject({
  key: keyShape,
  text: localTextShape,
  blocks: z.enum(['nothing', 'invoicing', 'everything']),
  clause: z.string().min(1),
});

/** Yuan of the objective, at most a million: more is a slip of the keyboard. */
const yuanShape = z.number().nonnegative().max(1_000_000);

/** A whole contract file, part by part; {@link serviceContractShape} adds the checks between the parts. */
export const contractFileShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  client: z.string().min(1),
  contractor: z.string().min(1),
  contractNumber: z.string().optional(),
  signedOn: civilDateShape.optional(),
  term: z.strictObject({ from: civilDateShape, to: civilDateShape, ...sourced }),
  amountFen: fenShape,
  amountClause: z.string().min(1),
  instalments: z.array(instalmentShape).min(1),
  /** Working-time system that rosters assume until an approval says otherwise. */
  hoursSystem: z.strictObject({
    kind: z.enum(['standard', 'comprehensive']),
    /** Averaging cycle of comprehensive hours; `quarter` counts from the term's first day. */
    cycle: z.enum(['week', 'month', 'quarter', 'year']).optional(),
    dutyMinutesMax: z.int().positive().max(minutesPerDay),
    restMinutesMin: z
      .int()
      .nonnegative()
      .max(7 * minutesPerDay),
    restMinutesWished: z
      .int()
      .nonnegative()
      .max(7 * minutesPerDay),
    /** Which functions it holds for; absent = all. Others work standard hours. */
    functions: z.array(keyShape).optional(),
    ...sourced,
  }),
  sites: z.array(siteShape).min(1),
  functions: z.array(functionShape).min(1),
  postGroups: z.array(postGroupShape).min(1),
  windows: z.array(windowShape).min(1),
  shifts: z.array(shiftShape).min(1),
  covenants: z.array(covenantShape),
  deductions: z.array(deductionShape),
  /** One, or each with its days; see {@link liabilityCapOn}. */
  liabilityCap: z.union([liabilityCapShape, z.array(liabilityCapShape)]).optional(),
  /** Absent = payment can't be withheld for a breach. */
  paymentHold: paymentHoldShape.optional(),
  renewal: renewalShape.optional(),
  actualSettlement: actualSettlementShape.optional(),
  reports: z.array(reportShape),
  clocks: z.array(clockDutyShape),
  inconsistencies: z.array(inconsistencyShape),
  /** One, or each with its days; see {@link feedRuleOn}. */
  feed: z.union([feedRuleShape, z.array(feedRuleShape)]).optional(),
  /** Prices that the planner uses; yuan figures of the objective, never money of the ledger. */
  planning: z.strictObject({
    /** Yuan that a vacant headcount-day costs by its clause (indicative), and the explicit priority on top. */
    vacancyPricePerDay: yuanShape.positive(),
    vacancyPriority: yuanShape,
    /** Yuan per hour of normal work, base of overtime pay. */
    hourlyWage: yuanShape.positive(),
    /** Days of one plan when nothing else is asked: 7 or 28. */
    defaultDays: z.int().positive().max(31),
    assumed: localTextShape,
  }),
});

export type ServiceContract = z.output<typeof contractFileShape>;
export type ContractPostGroup = z.output<typeof postGroupShape>;
export type ServiceWindow = z.output<typeof windowShape>;
export type ShiftTemplate = z.output<typeof shiftShape>;
export type Crew = z.output<typeof crewShape>;
export type DayRule = z.output<typeof dayRuleShape>;
export type DeductionRule = z.output<typeof deductionShape>;
export type FeedRule = z.output<typeof feedRuleShape>;
export type LiabilityCap = z.output<typeof liabilityCapShape>;
export type Covenant = z.output<typeof covenantShape>;
