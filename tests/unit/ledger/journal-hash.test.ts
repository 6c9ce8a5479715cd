import fc from 'fast-check';
import {
  canonicalJson,
  chainStart,
  entryHash,
  inputHash,
  sha256,
} from '../../../src/domain/ledger/journal/journal-hash.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import type { JournalEntry } from '../../../src/domain/ledger/journal/journal.js';

describe('canonical JSON', () => {
  it('is the same text whatever order the members were written in', () => {
    expect(canonicalJson({ b: [{ z: 1, a: '岗' }], a: null, c: undefined })).toBe('{"a":null,"b":[{"a":"岗","z":1}]}');
    const reversed = (value: Record<string, number>) => Object.fromEntries(Object.entries(value).reverse());
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('hashes of the journal', () => {
  const entry: Omit<JournalEntry, 'hash'> = {
    contract: 'anding',
    sequence: 1,
    id: 'e1',
    effectiveDate: civilDate('2026-05-12'),
    recordedAt: '2026-05-12T00:00:00.000Z',
    reason: 'vacancy',
    reverses: null,
    idempotencyKey: 'k',
    inputHash: 'i',
    postings: [{ source: 'units:posts', destination: 'units:vacancy:undisputed', asset: 'HCD', quantity: '1/2' }],
    subject: '{}',
    recordedBy: 'u',
    previousHash: chainStart,
  };

  it('are SHA-256 (FIPS 180-4, test "abc")', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(inputHash({ a: 1 })).toBe(sha256('{"a":1}'));
  });

  it('can be recomputed by hand', () => {
    expect(entryHash(entry)).toBe(sha256(canonicalJson(entry)));
  });

  it.each(Object.keys(entry) as (keyof typeof entry)[])('cover the field %s', (field) => {
    expect(entryHash({ ...entry, [field]: 'changed' })).not.toBe(entryHash(entry));
  });
});
