import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/adapters/persistence/database.js';
import { FixedClock, CountedRandomness } from './deterministic.js';
import { createPostgresDatabase, postgresBinaries, type PostgresDatabase } from './postgres.js';

/** An empty, migrated database in a place of its own; closed and removed after the describe block. */
export type OpenDatabase = () => Promise<TestDatabase>;
export type TestDatabase = Database & { readonly clock: FixedClock; readonly randomness: CountedRandomness };

/** Runs the same tests on SQLite and on a scratch PostgreSQL server. */
export function eachDatabase(tests: (name: 'SQLite' | 'PostgreSQL', open: OpenDatabase) => void): void {
  describe('on SQLite', () => {
    tests(
      'SQLite',
      openedIn(() => Promise.resolve(undefined)),
    );
  });
  describe('on PostgreSQL', () => {
    if (postgresBinaries() === undefined) {
      absent('PostgreSQL is not installed');
      return;
    }
    tests('PostgreSQL', openedIn(createPostgresDatabase));
  });
}

/** A test that can't run here is seen as skipped, with its reason; with ZHIBAN_REQUIRE_ALL=1 it fails. */
export function absent(reason: string): void {
  if (process.env['ZHIBAN_REQUIRE_ALL'] === '1') {
    it(`can't run: ${reason}`, () => {
      throw new Error(reason);
    });
  } else {
    it.skip(`can't run: ${reason}`, () => undefined);
  }
}

function openedIn(create: () => Promise<PostgresDatabase | undefined>): OpenDatabase {
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing.splice(0)) await close();
  });
  return async () => {
    const created = await create();
    const clock = new FixedClock();
    const randomness = new CountedRandomness();
    const dataDirectory = mkdtempSync(join(tmpdir(), 'zhiban-test-'));
    const options = { dataDirectory, clock, randomness };
    const database = await openDatabase(created === undefined ? options : { ...options, url: created.url });
    let isClosed = false;
    const close = async () => {
      if (isClosed) return;
      isClosed = true;
      await database.close();
    };
    closing.push(async () => {
      await close();
      await created?.drop();
      rmSync(dataDirectory, { recursive: true, force: true });
    });
    return { ...database, close, clock, randomness };
  };
}
