import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../../src/adapters/persistence/database.js';
import { chainStart, entryHash } from '../../../src/domain/ledger/journal/journal-hash.js';
import { CountedRandomness, FixedClock } from '../../support/deterministic.js';

const writer = fileURLToPath(new URL('../../support/endless-writer.js', import.meta.url));

/** Runs a writer until it has committed so many pairs, kills it without warning, and gives the last number it reported. */
async function killedAfter(dataDirectory: string, { first, pairs }: { first: number; pairs: number }): Promise<number> {
  const child = spawn(process.execPath, [writer, dataDirectory, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let last = first - 1;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last >= first + pairs - 1) child.kill('SIGKILL');
  }
  await exited;
  return last;
}

describe('a process killed in the middle of writing', () => {
  it('loses nothing that it had reported as saved, and leaves nothing half-done', async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'zhiban-crash-'));
    try {
      let reported = 0;
      for (const pairs of [1, 7, 23]) {
        reported = await killedAfter(dataDirectory, { first: reported + 1, pairs });
        const database = await openDatabase({
          dataDirectory,
          clock: new FixedClock(),
          randomness: new CountedRandomness(),
        });
        const { entries, workers } = await database.unitOfWork.read(async ({ ledger, workforce }) => ({
          entries: await ledger.entries('anding'),
          workers: await workforce.workers('anding'),
        }));
        expect(await database.source.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
        await database.close();

        // The very last pair may have been committed just before its number could be printed.
        expect(entries.length).toBeGreaterThanOrEqual(reported);
        expect(workers.map((worker) => Number(worker.code.slice(1)))).toEqual(entries.map((entry) => entry.sequence));
        const hashes = entries.map((entry) => entryHash(entry));
        expect(entries.map((entry) => entry.previousHash)).toEqual([chainStart, ...hashes].slice(0, entries.length));
        reported = entries.length;
      }
    } finally {
      rmSync(dataDirectory, { recursive: true, force: true });
    }
  });

  it('lets two processes write to one file, each entry once and in one chain', async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'zhiban-two-'));
    try {
      await Promise.all([1, 5001].map((first) => killedAfter(dataDirectory, { first, pairs: 15 })));
      const database = await openDatabase({
        dataDirectory,
        clock: new FixedClock(),
        randomness: new CountedRandomness(),
      });
      const entries = await database.unitOfWork.read(({ ledger }) => ledger.entries('anding'));
      await database.close();
      expect(entries.length).toBeGreaterThanOrEqual(30);
      expect(entries.map((entry) => entry.sequence)).toEqual(entries.map((_, index) => index + 1));
      expect(new Set(entries.map((entry) => entry.idempotencyKey)).size).toBe(entries.length);
    } finally {
      rmSync(dataDirectory, { recursive: true, force: true });
    }
  });
});
