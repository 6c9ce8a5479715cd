import { inflateRawSync } from 'node:zlib';

/** Most that a workbook may unpack to; a real month of attendance needs a few megabytes. */
export const unpackedBytesMax = 200 * 1024 * 1024;
const entriesMax = 2000;

export type ZipCondition = 'sound' | 'unsound' | 'too-large';

/**
 * Whether the archive is a proper one and unpacks within bounds. Sizes in its directory may lie, so each entry is
 * unpacked with a hard limit on its output before any spreadsheet reader sees it.
 */
export function zipCondition(bytes: Buffer): ZipCondition {
  try {
    let left = unpackedBytesMax;
    for (const entry of entriesOf(bytes)) {
      const unpacked =
        entry.method === 0 ? entry.data : inflateRawSync(entry.data, { maxOutputLength: Math.max(1, left) });
      left -= unpacked.length;
      if (left <= 0) return 'too-large';
      // A workbook's parts declare no entities; entities that expand into each other are a bomb of another kind.
      if (unpacked.includes('<!DOCTYPE') || unpacked.includes('<!ENTITY')) return 'unsound';
    }
    return 'sound';
  } catch (error) {
    // A stream unpacks beyond the limit, or a truncated or forged structure reads past the buffer.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unsound';
  }
}

interface Entry {
  readonly method: number;
  readonly data: Buffer;
}

/** Entries by the central directory (APPNOTE 4.3.12); ZIP64 and encryption are not accepted. */
function* entriesOf(bytes: Buffer): Generator<Entry> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('no end of directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > entriesMax) throw new Error('too many entries');
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('no directory entry');
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw new Error('encrypted or unusual entry');
    const packed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (start + packed > bytes.length) throw new Error('entry beyond the file');
    yield { method, data: bytes.subarray(start, start + packed) };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
