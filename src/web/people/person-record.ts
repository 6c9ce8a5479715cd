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

/** What has to be put right before anything is sent, field by field. */
export function personFaults({ people }: Messages, record: PersonRecord): readonly string[] {
  const faults: readonly (readonly [string, boolean, string])[] = [
    ['code', !/^[A-Z]{1,3}\d{3,4}$/u.test(record.code), people.faults.code],
    ['name', record.name.trim() === '', people.faults.empty],
    ['bornOn', record.bornOn === '', people.faults.empty],
    ['joinedOn', record.joinedOn === '', people.faults.empty],
    ['restrictions', record.restrictions.some(({ from, to }) => from === '' || to < from), people.faults.days],
  ];
  return faults.flatMap(([field, isWrong, text]) =>
    isWrong ? [people.fault(people.fields[field] ?? field, text)] : [],
  );
}

/** A refusal of the server that is about one field, with the field's name before it. */
export function refusedField({ people }: Messages, error: unknown): string | undefined {
  const field = error instanceof ApiProblem ? error.problem?.details?.['field'] : undefined;
  if (!(error instanceof ApiProblem) || typeof field !== 'string') return undefined;
  return people.fault(people.fields[field] ?? field, error.message);
}
