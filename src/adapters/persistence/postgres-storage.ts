import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type QueryRunner } from 'typeorm';
import { refuse } from '../../shared/result.js';
import { entities } from './entities/index.js';
import { migrations } from './migrations/index.js';
import { SnakeCaseNames } from './naming-strategy.js';
import { bringUpToDate, migrationsTable } from './schema.js';
import { asStorageError, codeOf } from './storage-error.js';
import type { OpenTransaction, TransactionalStorage } from './storage.js';

/** Any number; every Zhiban process uses this one, so that only one migrates at a time. */
const migrationLock = 1_793_000_000;

/**
 * Attempts by SQLSTATE: serialisation failure, deadlock, and the unique violation by which a lost race may show itself
 * (but which is more likely a bug).
 */
const attemptsMax: Readonly<Record<string, number>> = { '40001': 12, '40P01': 12, '23505': 4 };

/** Many connections; SERIALIZABLE gives the same guarantee as SQLite's queue: as if one after the other. */
export async function openPostgres(url: string): Promise<TransactionalStorage & { readonly writer: DataSource }> {
  const place = withoutPassword(url);
  const source = new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: migrationsTable,
    namingStrategy: new SnakeCaseNames(),
    applicationName: 'zhiban',
    installExtensions: false,
  });
  try {
    await source.initialize();
    await withMigrationLock(source, () => bringUpToDate(source, place));
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    throw asStorageError(error, place) ?? error;
  }
  return storageOn(source, place);
}

/** Where it is, for messages and logs. */
function withoutPassword(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url);
    const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname;
    return `${host}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

async function withMigrationLock(source: DataSource, work: () => Promise<void>): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(${migrationLock})`);
    await work();
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(${migrationLock})`);
    await runner.release();
  }
}

function storageOn(source: DataSource, place: string): TransactionalStorage & { readonly writer: DataSource } {
  return {
    kind: 'postgres',
    writer: source,
    begin: () => beginOn(source, 'ISOLATION LEVEL SERIALIZABLE'),
    async read(work) {
      // One snapshot for all that a use case reads.
      const transaction = await beginOn(source, 'ISOLATION LEVEL REPEATABLE READ READ ONLY');
      try {
        return await work(transaction.manager);
      } finally {
        await transaction.rollback();
      }
    },
    async mayRetry(error, attempt) {
      if (attempt >= (attemptsMax[codeOf(error) ?? ''] ?? 1)) return false;
      // Up to 50 % more by chance, so that those who collided don't collide again.
      await pause(5 * attempt * attempt * (1 + Math.random() / 2));
      return true;
    },
    explain: (error) => asStorageError(error, place),
    backup: () =>
      Promise.resolve(
        refuse('invalid-input', {
          zh: `数据在 PostgreSQL（${place}）中。请用 pg_dump --format=custom 备份，用 pg_restore 恢复。`,
          en: `The data are in PostgreSQL (${place}). Back them up with pg_dump --format=custom and restore them with pg_restore.`,
        }),
      ),
    close: () => source.destroy(),
  };
}

async function beginOn(source: DataSource, mode: string): Promise<OpenTransaction> {
  const runner = source.createQueryRunner();
  try {
    await runner.query(`BEGIN ${mode}`);
  } catch (error) {
    await runner.release();
    throw error;
  }
  return { manager: runner.manager, commit: () => end(runner, 'COMMIT'), rollback: () => end(runner, 'ROLLBACK') };
}

async function end(runner: QueryRunner, statement: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  try {
    await runner.query(statement);
  } catch (error) {
    // A failed COMMIT leaves the connection in doubt: it must not go back to the pool inside a transaction.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
