import { z } from 'zod';
import { civilDate, dateRange, identifier, list, localText, workerCode } from './common.js';

/** GET /contracts/:contract/feasibility */
export const feasibilityQuery = dateRange({});

const span = { postGroups: list(z.string()), from: z.string(), to: z.string() };
const yuanByRule = z.record(z.string(), z.number());

export const feasibilityReport = z
  .object({
    /** Counted working time in minutes; one for each pool of people and range of an hours account. */
    balances: list(
      z.object({
        ...span,
        requiredMinutes: z.number(),
        normalMinutes: z.number().nullable(),
        achievableMinutes: z.number(),
        homePeople: z.int(),
        people: z.int(),
        peopleAtNormalTime: z.number().nullable(),
        overtimePerPerson: z.number().nullable(),
      }),
    ),
    /** Necessary conditions that don't hold; none does not promise a full roster. */
    findings: list(
      z.object({
        ...span,
        kind: z.enum(['present', 'people', 'weeklyRest', 'weekends', 'hours']),
        required: z.number(),
        achievable: z.number(),
        unit: z.enum(['people', 'duties', 'minutes']),
        missingMinutesAtLeast: z.number(),
        message: localText,
      }),
    ),
  })
  .meta({ id: 'Feasibility' });

/** GET …/rosters/:id/explanation: one vacancy or all; each takes at most a few seconds. */
export const explanationQuery = z.strictObject({
  postGroup: z.string().max(80).optional(),
  date: civilDate.optional(),
});

export const rosterExplanation = z
  .object({
    rosterId: identifier,
    /** null where only some vacancies are asked for. */
    proof: z
      .object({
        missingMinutes: z.number(),
        missingMinutesBound: z.number(),
        restsOn: z.enum(['nothingMissing', 'rowPrices', 'search']).nullable(),
        rules: list(z.object({ rule: z.string(), rows: z.int() })),
        isConfirmed: z.boolean(),
        hardViolations: z.int(),
        message: localText,
      })
      .nullable(),
    vacancies: list(
      z.object({
        postGroup: z.string(),
        date: z.string(),
        intervals: list(z.object({ date: z.string(), interval: z.string(), missing: z.int() })),
        missingMinutes: z.number(),
        kind: z.enum(['unavoidable', 'avoidable', 'notProven']),
        isMinimal: z.boolean().nullable(),
        members: list(
          z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('rule'), rule: z.string(), worker: z.string() }),
            z.object({ kind: z.literal('demand'), postGroup: z.string(), date: z.string() }),
          ]),
        ),
        message: localText,
        /** Cheapest first; yuan with the change less without it. */
        repairs: list(
          z.object({
            kind: z.string(),
            worker: z.string().nullable(),
            filledMinutes: z.number(),
            costDifference: z.number(),
            costByRule: yuanByRule,
            changedDays: z.int(),
            /** The worker-days as they would be; null where a decision elsewhere has to come first. */
            edits: list(
              z.object({
                worker: z.string(),
                date: civilDate,
                duty: z.object({ shift: z.string(), postGroup: z.string() }).nullable(),
              }),
            ).nullable(),
            message: localText,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'RosterExplanation' });

/** GET …/rosters/:id/replacements */
export const replacementsQuery = z.strictObject({ worker: workerCode, date: civilDate });

const dutyOfDay = z.object({ worker: z.string(), date: z.string(), shift: z.string(), postGroup: z.string() });

export const replacementList = z
  .object({
    rosterId: identifier,
    duty: dutyOfDay,
    why: localText,
    /** Lawful ones first, the cheapest first; `cost` is null where a hard rule forbids it. */
    replacements: list(
      z.object({
        worker: z.string(),
        kind: z.enum(['takesOver', 'swaps']),
        gives: dutyOfDay.nullable(),
        cost: z.object({ costDifference: z.number(), costByRule: yuanByRule }).nullable(),
        violations: list(z.object({ rule: z.string(), message: localText })),
      }),
    ),
  })
  .meta({ id: 'ReplacementList' });

/** GET …/rosters/:id/candidates: minutes from 00:00 of the date, half-open; the whole day unless told. */
export const candidatesQuery = z
  .strictObject({
    postGroup: z.string().max(80),
    date: civilDate,
    start: z.coerce.number().int().min(0).max(1439).default(0),
    end: z.coerce.number().int().min(1).max(1440).default(1440),
  })
  .check((input) => {
    const { start, end } = input.value;
    const texts = { zh: '结束时间须晚于开始时间。', en: 'The time must end after it starts.' };
    if (end <= start)
      input.issues.push({ code: 'custom', input: end, path: ['end'], message: texts.en, params: texts });
  });

export const candidateList = z
  .object({
    rosterId: identifier,
    /** Lawful ones first, the cheapest first; `cost` is null where a hard rule forbids it. */
    candidates: list(
      z.object({
        worker: z.string(),
        duty: dutyOfDay,
        gives: dutyOfDay.nullable(),
        cost: z.object({ costDifference: z.number(), costByRule: yuanByRule }).nullable(),
        violations: list(z.object({ rule: z.string(), message: localText })),
      }),
    ),
  })
  .meta({ id: 'CandidateList' });

export type FeasibilityReport = z.infer<typeof feasibilityReport>;
export type RosterExplanation = z.infer<typeof rosterExplanation>;
export type ReplacementList = z.infer<typeof replacementList>;
export type CandidateList = z.infer<typeof candidateList>;
