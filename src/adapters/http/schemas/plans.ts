import { z } from 'zod';
import { civilDate, dateRange, identifier, instant, list, problem, workerCode } from './common.js';

export const engine = z.enum(['highs', 'javascript-lp-solver']);

/** POST /contracts/:contract/plans */
export const planRequest = dateRange({
  engine: engine.default('highs'),
  timeLimitSeconds: z.number().min(1).max(600).default(60),
  seed: z.int().min(0).max(2_147_483_647).default(1),
  /** Assignments that must stand; `assignment: null` pins a day off. */
  pins: z
    .array(
      z.strictObject({
        worker: workerCode,
        date: civilDate,
        assignment: z.strictObject({ shift: z.string().max(40), postGroup: z.string().max(80) }).nullable(),
      }),
    )
    .max(20_000)
    .optional(),
}).meta({ id: 'PlanRequest' });
export type PlanRequest = z.input<typeof planRequest>;

/** Answer of POST, 202. */
export const planAccepted = z.object({ jobId: identifier }).meta({ id: 'PlanAccepted' });

/** Data of the event `progress`. */
export const planProgress = z
  .object({
    phase: z.enum(['model', 'fewestVacancies', 'wholeObjective', 'check']),
    elapsedSeconds: z.number(),
    incumbent: z.number().nullable(),
    bound: z.number().nullable(),
    gap: z.number().nullable(),
  })
  .meta({ id: 'PlanProgress' });
export type PlanProgress = z.output<typeof planProgress>;

/** Data of the event `done`. */
export const planDone = z.object({ rosterId: identifier }).meta({ id: 'PlanDone' });
/** Data of the event `refused`. */
export const planRefused = problem;

/** GET /contracts/:contract/plans/:job */
export const planJob = z
  .object({
    id: identifier,
    contract: z.string(),
    from: civilDate,
    to: civilDate,
    status: z.enum(['queued', 'running', 'done', 'refused']),
    progress: planProgress.nullable(),
    /** Set when done; a cancelled job is done with the best plan found. */
    rosterId: identifier.nullable(),
    refusal: problem.nullable(),
    isCancelled: z.boolean(),
    startedAt: instant,
  })
  .meta({ id: 'PlanJob' });
export type PlanJob = z.output<typeof planJob>;
export const planJobList = z.object({ jobs: list(planJob) }).meta({ id: 'PlanJobList' });

/** GET /contracts/:contract/problem */
export const problemQuery = dateRange({ format: z.enum(['json', 'lp', 'mps']).default('json') });
