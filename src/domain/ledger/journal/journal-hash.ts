import { createHash } from 'node:crypto';
import type { JournalEntry } from './journal.js';

/** `previousHash` of the first entry of every contract's chain. */
export const chainStart = '0'.repeat(64);

/**
 * JSON with keys in code-point order and without white space, so that equal values give equal bytes
 * whoever writes them (after RFC 8785; numbers here are safe integers only, never floats of money).
 * Members that are `undefined` are left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  // A null prototype keeps a member named `__proto__` a plain member.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of members) copy[key] = sorted(member);
  return copy;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Identity of an input for idempotency: same key and same hash is a repetition, another hash a conflict. */
export function inputHash(input: unknown): string {
  return sha256(canonicalJson(input));
}

/** The link of the chain: covers every field of the entry, `previousHash` included, except the hash itself. */
export function entryHash(entry: Omit<JournalEntry, 'hash'>): string {
  const { contract, sequence, id, effectiveDate, recordedAt, reason, reverses } = entry;
  const { idempotencyKey, inputHash: input, postings, subject, recordedBy, previousHash } = entry;
  const covered = { contract, sequence, id, effectiveDate, recordedAt, reason, reverses, idempotencyKey };
  return sha256(canonicalJson({ ...covered, inputHash: input, postings, subject, recordedBy, previousHash }));
}
