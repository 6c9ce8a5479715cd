import type { CivilMonth } from '../../shared/civil-date.js';

/** A document that a party puts to a difference; its bytes are kept apart. */
export interface EvidenceFile {
  readonly contract: string;
  readonly id: string;
  readonly month: CivilMonth;
  readonly difference: string;
  readonly name: string;
  readonly type: EvidenceType;
  readonly size: number;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

export const evidenceTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

export const evidenceBytesMax = 5 * 1024 * 1024;
export const evidencePerDifferenceMax = 10;

/** What a file is, told by its first bytes and never by its name; undefined for a kind that isn't taken. */
export function evidenceTypeOf(bytes: Uint8Array): EvidenceType | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('%PDF-')) return 'application/pdf';
  if (start.startsWith('\u0089PNG\r\n')) return 'image/png';
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (start.startsWith('PK\u0003\u0004')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return undefined;
}
