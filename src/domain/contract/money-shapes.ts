import { z } from 'zod';
import { civilDateShape, effective, fenShape, keyShape, localTextShape, sourced } from './common-shapes.js';

/** What is paid, and each family of deductions with its base, cap and bearing instalment. */

export const instalmentShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  amountFen: fenShape,
  due: localTextShape,
  dueDate: civilDateShape.optional(),
  conditions: z.array(localTextShape),
  ...sourced,
});

const capShape = z.strictObject({ amountFen: fenShape, exception: localTextShape.optional() });
/** Which instalment bears a deduction. */
const bearerShape = z.enum(['next', 'final', 'sameMonth', 'sameQuarter', 'unstated']);

const debtorShape = z.enum(['contractor', 'client']);
const share = { numerator: z.int().nonnegative(), denominator: z.int().positive() };

/** Rules that lessen what is paid. A changed rule keeps its key, so that the incidents of all days name it. */
export const deductionShape = z.discriminatedUnion('family', [
  /** headcount × days × approved rate (核减). */
  z.strictObject({
    family: z.literal('perHeadcountDay'),
    key: keyShape,
    name: localTextShape,
    causes: z.array(localTextShape),
    bearer: bearerShape,
    ...effective,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('fixedPerIncident'),
    key: keyShape,
    name: localTextShape,
    grades: z
      .array(
        z.strictObject({
          key: keyShape,
          name: localTextShape,
          amountFen: fenShape,
          /** Once a month, when more than a tenth of the month's gradings were poor (M16). */
          monthlyTest: z.literal('over-ten-percent').optional(),
        }),
      )
      .min(1),
    cap: capShape.optional(),
    bearer: bearerShape,
    ...effective,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('shareOfTotalBySeverity'),
    key: keyShape,
    name: localTextShape,
    grades: z
      .array(
        z.strictObject({
          key: keyShape,
          name: localTextShape,
          ...share,
          /** What the clause counts to the grade, a closed list of codes: an incident names one. Absent = it gives none. */
          examples: z
            .array(z.strictObject({ key: keyShape, name: localTextShape }))
            .min(1)
            .optional(),
        }),
      )
      .min(1),
    cap: capShape.optional(),
    bearer: bearerShape,
    ...effective,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('shareOfMonthFee'),
    key: keyShape,
    name: localTextShape,
    ...share,
    warnAbove: z.int().nonnegative().optional(),
    bearer: bearerShape,
    ...effective,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('scoreShortfall'),
    key: keyShape,
    name: localTextShape,
    threshold: z.int().nonnegative(),
    perPointFen: fenShape,
    bearer: bearerShape,
    form: z.array(
      z.strictObject({
        key: keyShape,
        section: localTextShape,
        name: localTextShape,
        options: z.array(z.strictObject({ name: localTextShape, points: z.int() })).min(2),
        /** Its three options are none, up to ten minutes, and more: minutes late decide among them (M11). */
        judges: z.literal('lateness').optional(),
      }),
    ),
    /** Deducted from the score on an event. */ specialEvents: z.array(
      z.strictObject({ key: keyShape, name: localTextShape, points: z.int().negative() }),
    ),
    /** The score never falls below it (M10). */ floor: z.int(),
    ...effective,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('dailyDelay'),
    key: keyShape,
    name: localTextShape,
    ...share,
    terminationFromDay: z.int().positive(),
    cap: capShape.optional(),
    bearer: bearerShape,
    ...effective,
    ...sourced,
  }),
  /** A sum due on an event: termination, confidentiality breach. */
  z.strictObject({
    family: z.literal('sumOnEvent'),
    key: keyShape,
    name: localTextShape,
    amountFen: fenShape,
    /** Who pays it; absent = the contractor. */
    debtor: debtorShape.optional(),
    /** The contract ends with it: what was served is settled, or nothing is and every fee goes back. Absent = it goes on. */
    settles: z.enum(['served', 'nothing']).optional(),
    ...effective,
    ...sourced,
  }),
  /** A share of what was due and not paid. */
  z.strictObject({
    family: z.literal('shareOfUnpaid'),
    key: keyShape,
    name: localTextShape,
    ...share,
    debtor: debtorShape,
    ...effective,
    ...sourced,
  }),
]);

/** 续签: how often, for how long in all, and how much the amount may rise above the one procured. */
export const renewalShape = z.strictObject({
  times: z.int().positive(),
  yearsMax: z.int().positive(),
  increase: z.strictObject(share),
  /** A renewed contract is a file of its own: which renewal it is, and what it renews. Absent = it is the first contract. */
  renews: z
    .strictObject({
      number: z.int().positive(),
      /** First day of the first contract. */
      since: civilDateShape,
      /** Amount of the first contract. */
      amountFen: fenShape,
    })
    .optional(),
  ...sourced,
});

/** The client may refuse payment until the contractor has corrected a breach. */
export const paymentHoldShape = z.strictObject({ ground: localTextShape, ...sourced });

/** The most that the contractor is liable for in all, across every rule. */
export const liabilityCapShape = z.strictObject({ amountFen: fenShape, ...effective, ...sourced });

/**
 * 据实结算: how what was served until a day is valued when the contract ends before its term. By posts as they were
 * really staffed, by months of service, or by days of the term.
 */
export const actualSettlementShape = z.strictObject({
  basis: z.enum(['staffed-posts', 'service-months', 'service-days']),
  ...sourced,
});
