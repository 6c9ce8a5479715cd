import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/adapters/persistence/database.js';
import { FixedClock, CountedRandomness } from './deterministic.js';
import { PostgresCluster, postgresBinaries } from './postgres-cluster.js';

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
    let cluster: PostgresCluster | undefined;
    beforeAll(async () => {
      cluster = await PostgresCluster.start();
    });
    // Registered before the tests' own hooks, so it runs after them: Jest runs afterAll hooks in order of definition
    // within one block, and those of inner blocks first.
    describe('', () => {
      tests(
        'PostgreSQL',
        openedIn(async () => await cluster?.createDatabase()),
      );
    });
    afterAll(async () => {
      await cluster?.stop();
    });
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

function openedIn(createUrl: () => Promise<string | undefined>): OpenDatabase {
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing.splice(0)) await close();
  });
  return async () => {
    const url = await createUrl();
    const clock = new FixedClock();
    const randomness = new CountedRandomness();
    const dataDirectory = mkdtempSync(join(tmpdir(), 'zhiban-test-'));
    const options = { dataDirectory, clock, randomness };
    const database = await openDatabase(url === undefined ? options : { ...options, url });
    let isClosed = false;
    const close = async () => {
      if (isClosed) return;
      isClosed = true;
      await database.close();
    };
    closing.push(async () => {
      await close();
      rmSync(dataDirectory, { recursive: true, force: true });
    });
    return { ...database, close, clock, randomness };
  };
}
