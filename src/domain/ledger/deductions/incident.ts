import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../../shared/civil-date.js';
import type { DeductionRule } from '../../contract/service-contract.js';

/** Families of rules that take incidents. */
export const deductionFamilies = [
  'fixedPerIncident',
  'shareOfTotalBySeverity',
  'shareOfMonthFee',
  'scoreShortfall',
  'dailyDelay',
  'sumOnEvent',
  'shareOfUnpaid',
] as const;
export type DeductionFamily = (typeof deductionFamilies)[number];

/** What happened, once, under one deduction rule of a contract. Facts only; the rule makes the money. */
export interface Incident {
  readonly contract: string;
  readonly id: string;
  /** Key of the contract's deduction rule. */
  readonly rule: string;
  /** The day it happened; of a delay the last day that counts, of a score sheet the day it was signed. */
  readonly date: CivilDate;
  readonly facts: IncidentFacts;
  /** Where the facts are seen: report, record, photograph number. No names of persons. */
  readonly evidence: string;
  /** The written finding, notice or sheet. */
  readonly document: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** Why it was struck off; null while it stands. */
  readonly revocation: { readonly note: string; readonly by: string; readonly at: string } | null;
}

const day = z
  .string()
  .refine((text) => parseCivilDate(text) !== undefined, { error: 'not a date: write YYYY-MM-DD' })
  .transform((text) => text as CivilDate);
const count = z.int().min(0).max(100_000);
/** Points to two decimals (M9); those that aren't whole as exact text, `2.5`. */
const points = z.union([count, z.string().regex(/^\d{1,5}\.\d{1,2}$/u)]);

/** The facts that each family needs to be worked out. */
export const incidentFacts = z.discriminatedUnion('family', [
  z.strictObject({
    family: z.literal('fixedPerIncident'),
    grade: z.string(),
    count: count.min(1),
    /** Person-times graded poor, and graded at all, where the grade tests a month's share (M16). */
    poor: count.optional(),
    graded: count.optional(),
  }),
  z.strictObject({
    family: z.literal('shareOfTotalBySeverity'),
    grade: z.string(),
    /** Code of what happened in the grade's list; absent where the clause gives none. */
    example: z.string().max(80).optional(),
    /** 特别严重: stands outside the cap. */
    isExcepted: z.boolean(),
    /** Id of the vacancy line that is the same event (V20). */
    vacancy: z.string().max(200).optional(),
  }),
  /** One written finding; several with one root cause on one day are one occurrence (M1). */
  z.strictObject({ family: z.literal('shareOfMonthFee'), rootCause: z.string().trim().min(1).max(200) }),
  z.strictObject({
    family: z.literal('scoreShortfall'),
    /** Key of the instalment that the sheet is for. */
    instalment: z.string(),
    /** Option by row of the form. */
    ticks: z.record(z.string(), z.int().min(0)),
    /** The longest time late or gone early; it ticks the row that judges lateness by M11. */
    minutesLate: count.optional(),
    /** Keys of special events, each counted once. */
    specialEvents: z.array(z.string()),
    /** 明显违约违规项: points of the free-text row, with its words. */
    furtherPoints: points,
    furtherText: z.string().max(400),
  }),
  z.strictObject({
    family: z.literal('dailyDelay'),
    task: z.string().trim().min(1).max(200),
    due: day,
    /** null while it is still outstanding: then days count to the incident's date. */
    deliveredOn: day.nullable(),
  }),
  z.strictObject({ family: z.literal('sumOnEvent') }),
  z.strictObject({ family: z.literal('shareOfUnpaid'), unpaidFen: z.int().positive().max(9_999_999_999_999) }),
]);
export type IncidentFacts = z.output<typeof incidentFacts>;

/** A rule that takes incidents; vacancies come from attendance alone. */
export type IncidentRule = Exclude<DeductionRule, { family: 'perHeadcountDay' }>;
export type FactsOf<Family extends IncidentFacts['family']> = Extract<IncidentFacts, { family: Family }>;
export type RuleOf<Family extends IncidentRule['family']> = Extract<IncidentRule, { family: Family }>;
