import { z } from 'zod';
import type { CivilDate, CivilMonth } from '../../../shared/civil-date.js';
import { refusalCodes } from '../../../shared/result.js';

/**
 * Words that every request and answer uses. These files are read by the server, by the OpenAPI document and by the
 * browser application, so they import nothing but zod and plain types.
 *
 * Requests are strict objects: an unknown field is a mistake that must be said. Answers are plain objects: what the
 * schema does not name is cut off, so that a new column in storage can't leave the house by accident.
 */

/** `2026-05-11`, a real day. */
export const civilDate = z.iso.date().transform((text) => text as CivilDate);
/** `2026-05`. */
export const civilMonth = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
  .transform((text) => text as CivilMonth);
/** UTC instant, ISO 8601. */
export const instant = z.iso.datetime();
/** A name or sentence in both languages. */
export const localText = z.object({ zh: z.string(), en: z.string() });
/** Whole fen. */
export const fen = z.int();
export const contractKey = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .max(64);
export const workerCode = z.string().regex(/^[A-Z]{1,3}\d{3,4}$/u);
/** Opaque identifier made by the server. */
export const identifier = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/u);

export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}

export const role = z.enum(['administrator', 'manager', 'team-leader', 'finance', 'client', 'auditor', 'staff']);
export type RoleName = z.output<typeof role>;

/** Path parameters. */
export const contractPath = z.strictObject({ contract: contractKey });

/** Inclusive days, at most 400: the longest term of a contract and a month beside it. */
const rangeFields = { from: civilDate, to: civilDate };
export function dateRange<Extra extends z.ZodRawShape>(extra: Extra) {
  return z.strictObject({ ...rangeFields, ...extra }).check((input) => {
    const { from, to } = input.value as { from: string; to: string };
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    const texts =
      days < 1
        ? { zh: '结束日期早于开始日期。', en: 'The last day lies before the first day.' }
        : { zh: '起止日期相距超过 400 天。', en: 'The days lie more than 400 days apart.' };
    if (days < 1 || days > 400)
      input.issues.push({ code: 'custom', input: to, path: ['to'], message: texts.en, params: texts });
  });
}
export const rangeQuery = dateRange({});
export const monthQuery = z.strictObject({ month: civilMonth });

/** RFC 9457 problem details; the body of every refusal, `application/problem+json`. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** In the request's language; says what to do. */
    detail: z.string(),
    code: z.enum([
      ...refusalCodes,
      'method-not-allowed',
      'precondition-required',
      'unsupported-media-type',
      'internal-error',
    ]),
    /** The request's id, to find it in the log. */
    instance: z.string().optional(),
    /** Wrong fields: JSON path and what is wrong. */
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** Facts for machines: the current version, rows of a file … */
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof problem>;
