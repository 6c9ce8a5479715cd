import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../shared/civil-date.js';
import { fen } from '../../shared/fen.js';
import { parseClock } from '../../shared/interval.js';

/** Zod shapes of the parts of a contract file (`fixtures/contracts/*.json`). Every item names its clause; `assumed` says what the contract leaves open. */

export const civilDateShape = z
  .string()
  .refine((text) => parseCivilDate(text) !== undefined, { error: 'not a date: write YYYY-MM-DD' })
  .transform((text) => text as CivilDate);
export const fenShape = z.int().transform((amount) => fen(amount));
export const clockShape = z
  .string()
  .refine((text) => parseClock(text) !== undefined, { error: 'not a time: write HH:MM' });
export const localTextShape = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** Lower-case key, unique within its list. */
export const keyShape = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** Where a fact stands (`第十八条`), in which edition, and what had to be assumed. */
const sourced = {
  clause: z.string().min(1),
  assumed: localTextShape.optional(),
};
const effective = { from: civilDateShape.optional(), to: civilDateShape.optional() };

export const siteShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  kind: z.enum(['district', 'street', 'hall', 'desk']),
  ...sourced,
});

export const functionShape = z.strictObject({ key: keyShape, name: localTextShape, ...sourced });

export const postGroupShape = z.strictObject({
  /** `site/function`, the identity of the group everywhere. */
  key: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/u),
  site: keyShape,
  function: keyShape,
  headcount: z.int().positive(),
  /** Prefix of named posts; post n of the group is `${postPrefix}${n}` (`综窗` → `综窗7`). */
  postPrefix: z.string().min(1),
  ...effective,
  ...sourced,
});

/** How many of a group's headcount a window needs. */
export const crewShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  /** numerator/denominator of the headcount, rounded as said, at least `minimum` (never more than the headcount). */
  z.strictObject({
    kind: z.literal('share'),
    numerator: z.int().positive(),
    denominator: z.int().positive(),
    rounding: z.enum(['up', 'down']),
    minimum: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('fixed'), count: z.int().nonnegative() }),
]);

/**
 * On which days a window or a shift stands: `working` = statutory working days incl. adjusted ones;
 * `saturday` and `sunday` = ordinary ones outside holiday blocks (V17, V18).
 */
export const dayRuleShape = z.enum(['working', 'saturday', 'sunday', 'every']);

/** A stretch of the day in which posts have to be manned. Windows of one group and day must not overlap. */
export const windowShape = z.strictObject({
  key: keyShape,
  /** `saturday`: weekend extended service, half a unit (V9); `seat`: a post that is manned every day. */
  kind: z.enum(['early', 'core', 'midday', 'late', 'saturday', 'seat']),
  days: dayRuleShape,
  start: clockShape,
  /** `24:00` allowed. */
  end: clockShape,
  crew: crewShape,
  /** Price of a person missing here against `planning.vacancyPricePerDay` + priority; absent = 1. */
  priceFactor: z.number().positive().optional(),
  /** Post group keys; absent = all groups. */
  groups: z.array(z.string()).optional(),
  ...effective,
  ...sourced,
});

export const shiftShape = z.strictObject({
  key: keyShape,
  /** One or two characters for grids and black-and-white prints. */
  code: z.string().min(1).max(3),
  name: localTextShape,
  /** Presence, ascending; a meal is a gap. An end at or before its start lies on the next day. */
  segments: z.array(z.strictObject({ start: clockShape, end: clockShape })).min(1),
  /** Working time; absent = the sum of the segments. */
  countedMinutes: z.int().positive().optional(),
  days: dayRuleShape,
  duties: z.array(z.enum(['early', 'midday', 'late', 'saturday', 'night'])),
  groups: z.array(z.string()).optional(),
  ...effective,
  ...sourced,
});

export const instalmentShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  amountFen: fenShape,
  due: localTextShape,
  dueDate: civilDateShape.optional(),
  conditions: z.array(localTextShape),
  ...sourced,
});

export const covenantShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('headcount'), minimum: z.int().positive(), ...sourced }),
  z.strictObject({
    kind: z.literal('roleHeadcount'),
    role: localTextShape,
    function: keyShape,
    count: z.int().positive(),
    ...sourced,
  }),
  z.strictObject({
    kind: z.literal('educationMinimum'),
    level: z.enum(['college', 'bachelor']),
    minimumHeadcount: z.int().positive().optional(),
    ...sourced,
  }),
  z.strictObject({
    kind: z.literal('educationShare'),
    level: z.enum(['college', 'bachelor']),
    numerator: z.int(),
    denominator: z.int(),
    binding: z.boolean(),
    /** Whom it counts; absent = everybody. */ functions: z.array(keyShape).optional(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('ageHeadcount'), yearsMax: z.int(), minimumHeadcount: z.int(), ...sourced }),
  z.strictObject({ kind: z.literal('agePreferred'), yearsMax: z.int(), ...sourced }),
  z.strictObject({
    kind: z.literal('mustNotBeVacant'),
    role: localTextShape,
    /** The team's role that must be held by somebody at all times; absent where the roster shows it (posts, seats). */
    workerRole: z.enum(['team-leader', 'supervisor', 'project-manager']).optional(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('approvalBeforeFirstShift'), ...sourced }),
  z.strictObject({ kind: z.literal('trainingBeforeFirstShift'), ...sourced }),
  z.strictObject({ kind: z.literal('noSubcontracting'), ...sourced }),
  z.strictObject({
    kind: z.literal('target'),
    measure: localTextShape,
    numerator: z.int(),
    denominator: z.int(),
    strict: z.boolean(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('count'), measure: localTextShape, minimum: z.int(), ...sourced }),
]);

const capShape = z.strictObject({ amountFen: fenShape, exception: localTextShape.optional() });
/** Which instalment bears a deduction. */
const bearerShape = z.enum(['next', 'final', 'sameMonth', 'sameQuarter', 'unstated']);

export const deductionShape = z.discriminatedUnion('family', [
  /** headcount × days × approved rate (核减). */
  z.strictObject({
    family: z.literal('perHeadcountDay'),
    key: keyShape,
    name: localTextShape,
    causes: z.array(localTextShape),
    bearer: bearerShape,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('fixedPerIncident'),
    key: keyShape,
    name: localTextShape,
    grades: z.array(z.strictObject({ key: keyShape, name: localTextShape, amountFen: fenShape })).min(1),
    cap: capShape.optional(),
    bearer: bearerShape,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('shareOfTotalBySeverity'),
    key: keyShape,
    name: localTextShape,
    grades: z
      .array(z.strictObject({ key: keyShape, name: localTextShape, numerator: z.int(), denominator: z.int() }))
      .min(1),
    cap: capShape.optional(),
    bearer: bearerShape,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('shareOfMonthFee'),
    key: keyShape,
    name: localTextShape,
    numerator: z.int(),
    denominator: z.int(),
    warnAbove: z.int().optional(),
    bearer: bearerShape,
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('scoreShortfall'),
    key: keyShape,
    name: localTextShape,
    threshold: z.int(),
    perPointFen: fenShape,
    bearer: bearerShape,
    form: z.array(
      z.strictObject({
        key: keyShape,
        section: localTextShape,
        name: localTextShape,
        options: z.array(z.strictObject({ name: localTextShape, points: z.int() })).min(2),
      }),
    ),
    /** Deducted from the score on an event. */ specialEvents: z.array(
      z.strictObject({ key: keyShape, name: localTextShape, points: z.int().negative() }),
    ),
    /** The score never falls below it (M10). */ floor: z.int(),
    ...sourced,
  }),
  z.strictObject({
    family: z.literal('dailyDelay'),
    key: keyShape,
    name: localTextShape,
    numerator: z.int(),
    denominator: z.int(),
    terminationFromDay: z.int(),
    cap: capShape.optional(),
    bearer: bearerShape,
    ...sourced,
  }),
  /** A sum due on an event: termination, confidentiality breach. */
  z.strictObject({
    family: z.literal('sumOnEvent'),
    key: keyShape,
    name: localTextShape,
    amountFen: fenShape,
    ...sourced,
  }),
]);

export const reportShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  cadence: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'halfYear', 'year', 'onDate']),
  due: localTextShape,
  ...sourced,
});
export const clockDutyShape = z.strictObject({
  key: keyShape,
  name: localTextShape,
  starts: localTextShape,
  length: z.int().positive(),
  unit: z.enum(['minutes', 'hours', 'days', 'workingDays', 'months']),
  ...sourced,
});

/** A contradiction or gap in the contract's own text. `blocks` names what must wait until a person decides. */
export const inconsistencyShape = z.strictObject({
  key: keyShape,
  text: localTextShape,
  blocks: z.enum(['nothing', 'invoicing', 'everything']),
  clause: z.string().min(1),
});

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
    dutyMinutesMax: z.int(),
    restMinutesMin: z.int().nonnegative(),
    restMinutesWished: z.int().nonnegative(),
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
  reports: z.array(reportShape),
  clocks: z.array(clockDutyShape),
  inconsistencies: z.array(inconsistencyShape),
  /** What a subscribed calendar may show besides the shift's name and times; absent = post and site too. */
  feed: z.strictObject({ showsLocation: z.boolean(), ...sourced }).optional(),
  /** Prices that the planner uses; yuan figures of the objective, never money of the ledger. */
  planning: z.strictObject({
    /** Yuan that a vacant headcount-day costs by its clause (indicative), and the explicit priority on top. */
    vacancyPricePerDay: z.number().positive(),
    vacancyPriority: z.number().nonnegative(),
    /** Yuan per hour of normal work, base of overtime pay. */
    hourlyWage: z.number().positive(),
    /** Days of one plan when nothing else is asked: 7 or 28. */
    defaultDays: z.int().positive(),
    assumed: localTextShape,
  }),
});

export type ServiceContract = z.output<typeof contractFileShape>;
export type Site = z.output<typeof siteShape>;
export type ContractPostGroup = z.output<typeof postGroupShape>;
export type ServiceWindow = z.output<typeof windowShape>;
export type ShiftTemplate = z.output<typeof shiftShape>;
export type Crew = z.output<typeof crewShape>;
export type DayRule = z.output<typeof dayRuleShape>;
export type DeductionRule = z.output<typeof deductionShape>;
export type Instalment = z.output<typeof instalmentShape>;
export type Covenant = z.output<typeof covenantShape>;
