import { z } from 'zod';
import { civilDate, dateRange, identifier, instant, list, localText } from './common.js';

export const rosterStatus = z.enum(['draft', 'published', 'superseded']);
export const rosterQuery = dateRange({ status: rosterStatus.optional() });

/** How good the plan is; yuan of the objective. */
export const rosterProof = z.object({
  status: z.enum(['optimal', 'feasible', 'limit-reached', 'cancelled']),
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  seconds: z.number(),
});

const head = {
  id: identifier,
  from: civilDate,
  to: civilDate,
  status: rosterStatus,
  version: z.int().nullable(),
  /** The ETag, unquoted. */
  revision: z.int(),
  isProvisional: z.boolean(),
  /** Exact headcount-days as text. */
  requiredPostDays: z.string(),
  filledPostDays: z.string(),
  createdAt: instant,
  publishedAt: instant.nullable(),
};

export const rosterSummary = z
  .object({
    ...head,
    vacancyCount: z.int(),
    /** null for client and staff. */
    proof: rosterProof.nullable(),
  })
  .meta({ id: 'RosterSummary' });
export type RosterSummary = z.output<typeof rosterSummary>;
export const rosterList = z.object({ rosters: list(rosterSummary) }).meta({ id: 'RosterList' });

export const assignment = z
  .object({
    worker: z.string(),
    date: civilDate,
    shift: z.string(),
    postGroup: z.string(),
    /** null = relief at the group's disposal. */
    post: z.string().nullable(),
    /** `2026-05-11T08:30+08:00` */
    start: z.string(),
    end: z.string(),
    isPinned: z.boolean(),
  })
  .meta({ id: 'Assignment' });
export type Assignment = z.output<typeof assignment>;

export const rosterVacancy = z
  .object({
    postGroup: z.string(),
    date: civilDate,
    interval: z.string(),
    missing: z.int(),
    /** null for client and staff: it may speak of absences. */
    reason: localText.nullable(),
    /** Yuan of the objective; null for client and staff. */
    price: z.number().nullable(),
  })
  .meta({ id: 'RosterVacancy' });
export type RosterVacancy = z.output<typeof rosterVacancy>;

export const rosterCertificate = rosterProof
  .extend({
    costByRule: z.record(z.string(), z.number()),
    missingMinutes: z.number(),
    missingMinutesBound: z.number(),
    /** Of a repair: proven least cost of changes in yuan. */
    changeCostBound: z.number().optional(),
    engine: z.string(),
    seed: z.int(),
    problemHash: z.string(),
    columns: z.int(),
    rows: z.int(),
    /** Cells changed by hand since the search. */
    handEdits: z.int().optional(),
    /** Of an exchange: violations that stood before it. */
    standingViolations: z.int().optional(),
    /** Verdict of the independent checker. */
    check: z.object({
      hardViolations: list(
        z.object({ rule: z.string(), worker: z.string(), dates: list(civilDate), message: localText }),
      ),
      objective: z.number(),
    }),
  })
  .meta({ id: 'RosterCertificate' });

/** GET /contracts/:contract/rosters/:id */
export const roster = z
  .object({
    ...head,
    assignments: list(assignment),
    /** Days off that the next plan must keep; empty for client and staff. */
    pinnedDaysOff: list(z.object({ worker: z.string(), date: civilDate })),
    vacancies: list(rosterVacancy),
    /** null for client and staff. */
    certificate: rosterCertificate.nullable(),
  })
  .meta({ id: 'Roster' });
export type Roster = z.output<typeof roster>;

/** GET …/:id/difference: what publishing would change for whom. */
export const rosterDifference = z
  .object({
    added: list(assignment),
    changed: list(z.object({ before: assignment, after: assignment })),
    cancelled: list(assignment),
    /** Codes of everybody who would be told. */
    workers: list(z.string()),
  })
  .meta({ id: 'RosterDifference' });
export type RosterDifference = z.output<typeof rosterDifference>;

/** POST …/:id/publication, with `If-Match: "<revision>"`. */
export const publication = z
  .object({ version: z.int(), events: z.object({ added: z.int(), changed: z.int(), cancelled: z.int() }) })
  .meta({ id: 'Publication' });
export type Publication = z.output<typeof publication>;

/** GET /contracts/:contract/shifts/mine: published shifts, nobody else's. */
export const myShift = assignment
  .omit({ worker: true, isPinned: true })
  .extend({
    code: z.string(),
    name: localText,
    siteName: localText,
    functionName: localText,
    rosterId: identifier,
    version: z.int(),
  })
  .meta({ id: 'MyShift' });
export type MyShift = z.output<typeof myShift>;
export const myShifts = z.object({ worker: z.string(), shifts: list(myShift) }).meta({ id: 'MyShifts' });
export type MyShifts = z.output<typeof myShifts>;
