import type { DocumentKind, Worker } from '../../adapters/http/schemas/workforce.js';
import { ApiProblem } from '../api/client.js';
import type { Messages } from '../messages/zh.js';

/** A record as the form holds it; empty dates of optional fields are null. */
export interface PersonRecord {
  readonly code: string;
  readonly name: string;
  readonly site: string;
  readonly function: string;
  readonly role: Worker['role'];
  readonly education: Worker['education'];
  readonly bornOn: string;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly approvedOn: string | null;
  readonly trainedOn: string | null;
  readonly annualLeaveDays: number;
  readonly redeployableTo: string[];
  readonly backupFor: string[];
  readonly restrictions: { readonly effect: 'noNight' | 'noOvertime'; readonly from: string; readonly to: string }[];
  readonly documents: { readonly kind: DocumentKind; readonly until: string }[];
}

/** One to three letters and three or four figures, such as W157. */
export function isCode(code: string): boolean {
  return /^[A-Z]{1,3}\d{3,4}$/u.test(code);
}

/** A refusal of the server that is about one field, with the field's name before it. */
export function refusedField({ people }: Messages, error: unknown): string | undefined {
  const field = error instanceof ApiProblem ? error.problem?.details?.['field'] : undefined;
  if (!(error instanceof ApiProblem) || typeof field !== 'string') return undefined;
  return people.fault(people.fields[field] ?? field, error.message);
}
