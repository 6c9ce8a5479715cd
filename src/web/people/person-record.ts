import type { DocumentKind, Worker } from '../../adapters/http/schemas/workforce.js';

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
