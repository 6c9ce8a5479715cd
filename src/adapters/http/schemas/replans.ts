import { z } from 'zod';
import { leaveKinds } from '../../../domain/workforce/worker.js';
import { civilDate, dateRange, identifier, list, localText, workerCode } from './common.js';
import { assignment, rosterProof, rosterVacancy } from './rosters.js';

/** POST /contracts/:contract/replans */
export const replanRequest = dateRange({
  /** Entered as approved leave. Leave that is on file counts anyway. */
  absences: z
    .array(
      z
        .strictObject({
          worker: workerCode,
          from: civilDate,
          to: civilDate,
          kind: z.enum(leaveKinds).default('personal'),
        })
        .meta({ id: 'Absence' }),
    )
    .max(500)
    .default([]),
  timeLimitSeconds: z.number().min(1).max(60).default(10),
  seed: z.int().min(0).max(2_147_483_647).default(1),
}).meta({ id: 'ReplanRequest' });

/** Planned, and a proven lower bound; they are equal when nothing better exists. */
const proven = z.object({ planned: z.number(), bound: z.number() });

/** Answer of POST, 201: the draft and what it changes. */
export const replanReply = z
  .object({
    rosterId: identifier,
    proof: rosterProof,
    missingMinutes: proven,
    /** Yuan by which changes were weighed. */
    changeCost: proven,
    changes: list(
      z.object({
        worker: z.string(),
        date: civilDate,
        before: assignment.nullable(),
        after: assignment.nullable(),
        reason: localText,
        cost: z.number(),
      }),
    ),
    vacancies: list(rosterVacancy),
  })
  .meta({ id: 'Replanned' });

export type Replanned = z.infer<typeof replanReply>;
