import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/adapters/persistence/database.js';
import { readFixtures } from '../../src/adapters/system/fixtures.js';
import type { Context } from '../../src/application/context.js';
import { loadSample } from '../../src/application/load-sample/load-sample.js';
import type { TestDatabase } from './databases.js';
import { CountedRandomness, FixedClock } from './deterministic.js';

/** A database with the fixtures loaded, a clock that stands still and ids that repeat: everything a use case needs. */
export interface World extends Context {
  readonly database: Database;
  readonly clock: FixedClock;
  readonly randomness: CountedRandomness;
  /** The same world with another person acting. */
  as(actor: string): Context;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** An empty database, as `eachDatabase` opens them; absent = a SQLite file in a temporary folder. */
  readonly database?: TestDatabase;
  /** Default `2026-05-06`, a Wednesday. */
  readonly today?: string;
  /** Keys of the contracts to load; absent = all that the fixtures hold. */
  readonly contracts?: readonly string[];
}

/** The caller closes the world, which also closes a database that was handed in. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const clock = options.database?.clock ?? new FixedClock();
  const randomness = options.database?.randomness ?? new CountedRandomness();
  if (options.today !== undefined) clock.setToday(options.today);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'zhiban-world-'));
  const database = options.database ?? (await openDatabase({ dataDirectory, clock, randomness }));
  const { unitOfWork } = database;
  const context: Context = { unitOfWork, clock, randomness, actor: 'command-line' };

  const fixtures = readFixtures();
  const wanted = options.contracts ?? fixtures.contracts.map((contract) => contract.key);
  const contracts = fixtures.contracts.filter((contract) => wanted.includes(contract.key));
  const loaded = await loadSample(context, { ...fixtures, contracts });
  if (!loaded.ok) throw new Error(loaded.refusal.message.en);

  return {
    ...context,
    clock,
    randomness,
    database,
    as: (actor) => ({ ...context, actor }),
    async close() {
      await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
