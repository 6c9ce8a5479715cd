import type { LocalText } from './text.js';

/**
 * Why a request was not carried out, in words that say what to do.
 * `code` is stable and enumerated in `refusal-codes.ts`; adapters map it to an exit code or an HTTP status.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: LocalText;
  /** Facts for machines: row numbers, paths of wrong fields, current version … */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Every kind of refusal; the one table that adapters map to statuses. */
export const refusalCodes = [
  'invalid-input',
  'not-found',
  'not-signed-in',
  'second-factor-required',
  'not-permitted',
  'conflict',
  'stale-version',
  'too-large',
  'too-many-requests',
  'term-unconfirmed',
  'outside-term',
  'no-approved-rate',
  'period-closed',
  'plan-rejected',
  'idempotency-conflict',
  'storage-unavailable',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse<T = never>(
  code: RefusalCode,
  message: LocalText,
  details?: Readonly<Record<string, unknown>>,
): Result<T> {
  return { ok: false, refusal: details === undefined ? { code, message } : { code, message, details } };
}
