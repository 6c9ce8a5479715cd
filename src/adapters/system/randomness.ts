import { randomBytes } from 'node:crypto';
import type { Randomness } from '../../application/ports/index.js';

/** Ids are UUIDs of version 7 (RFC 9562): they sort by the millisecond in which they were made. */
export const systemRandomness: Randomness = {
  id: () => timeOrderedId(Date.now(), randomBytes(10)),
  secret: () => randomBytes(32).toString('base64url'),
};

/** `random` gives 74 of its 80 bits; six are overwritten by version and variant. */
export function timeOrderedId(epochMilliseconds: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(epochMilliseconds, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
