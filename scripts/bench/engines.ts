import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/adapters/persistence/database.js';
import { systemRandomness } from '../../src/adapters/system/randomness.js';
import type { Context } from '../../src/application/context.js';
import { FixedClock } from '../../tests/support/deterministic.js';
import { createPostgresDatabase, postgresBinaries } from '../../tests/support/postgres.js';

export type Engine = 'SQLite' | 'PostgreSQL';

/** An empty database in a place of its own, with a clock that stands where it is put. */
export interface Bench extends Context {
  readonly database: Database;
  readonly clock: FixedClock;
  close(): Promise<void>;
}

/** SQLite always; PostgreSQL where it is installed. */
export function enginesHere(): readonly Engine[] {
  return postgresBinaries() === undefined ? ['SQLite'] : ['SQLite', 'PostgreSQL'];
}

export async function openBench(engine: Engine): Promise<Bench> {
  const server = engine === 'PostgreSQL' ? await createPostgresDatabase() : undefined;
  const dataDirectory = mkdtempSync(join(tmpdir(), 'zhiban-bench-'));
  const clock = new FixedClock();
  const database = await openDatabase({
    ...(server === undefined ? {} : { url: server.url }),
    dataDirectory,
    clock,
    randomness: systemRandomness,
  });
  return {
    unitOfWork: database.unitOfWork,
    clock,
    randomness: systemRandomness,
    actor: 'bench',
    database,
    async close() {
      await database.close();
      await server?.drop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
