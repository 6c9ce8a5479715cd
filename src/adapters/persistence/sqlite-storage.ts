import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { assert } from '../../shared/assert.js';
import { entities } from './entities/index.js';
import { makeFolder } from './folder.js';
import { migrations } from './migrations/index.js';
import { SnakeCaseNames } from './naming-strategy.js';
import { bringUpToDate, migrationsTable } from './schema.js';
import { backupSqlite } from './sqlite-backup.js';
import { SqliteReaders } from './sqlite-readers.js';
import { asStorageError, codeOf, StorageError } from './storage-error.js';
import type { OpenTransaction, TransactionalStorage } from './storage.js';
import { Turnstile } from './turnstile.js';

export const sqliteFileName = 'zhiban.sqlite';

/** How long another process (a second command line, loading the samples) may hold the file before the user is told. */
const busyMilliseconds = 20_000;

/**
 * One file, several connections. TypeORM shares a single query runner among all users of a SQLite connection, so
 * overlapping transactions would roll back each other's rows: top-level transactions queue for the one writing
 * connection, and every read has a read-only one to itself, which WAL lets see the last committed state at any time.
 */
export async function openSqlite(
  dataDirectory: string,
): Promise<TransactionalStorage & { readonly writer: DataSource }> {
  const file = join(dataDirectory, sqliteFileName);
  const opened: DataSource[] = [];
  try {
    makeFolder(dataDirectory);
    const writer = new DataSource({ ...optionsFor(file), enableWAL: true });
    await writer.initialize();
    opened.push(writer);
    await refuseBroken(writer, file);
    await inImmediateTransaction(writer, () => bringUpToDate(writer, file));
    const readers = new SqliteReaders(() => new DataSource({ ...optionsFor(file), readonly: true }).initialize());
    return storageOn({ writer, readers, file });
  } catch (error) {
    for (const source of opened) await source.destroy();
    throw asStorageError(error, file) ?? error;
  }
}

function optionsFor(file: string) {
  return {
    type: 'better-sqlite3',
    database: file,
    entities,
    migrations,
    migrationsTableName: migrationsTable,
    namingStrategy: new SnakeCaseNames(),
    timeout: busyMilliseconds,
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      // FULL: what was reported as saved survives a power cut (WAL alone would only survive a crash of the process).
      connection.pragma('synchronous = FULL');
    },
  } as const;
}

async function refuseBroken(source: DataSource, file: string): Promise<void> {
  const rows = await source.query<{ quick_check: string }[]>('PRAGMA quick_check(1)');
  const verdict = rows[0]?.quick_check;
  if (verdict === 'ok') return;
  const damaged = asStorageError({ code: 'SQLITE_CORRUPT', verdict }, file);
  throw damaged ?? new StorageError({ zh: `数据库文件 ${file} 已损坏。`, en: `The database file ${file} is damaged.` });
}

/** IMMEDIATE takes the write lock at once: a transaction that reads first can then never fail half-way. */
async function inImmediateTransaction(writer: DataSource, work: () => Promise<void>): Promise<void> {
  await writer.query('BEGIN IMMEDIATE');
  try {
    await work();
    await commitOn(writer);
  } catch (error) {
    await rollBackOn(writer);
    throw error;
  }
}

async function commitOn(writer: DataSource): Promise<void> {
  try {
    await writer.query('COMMIT');
  } catch (error) {
    // A full disk fails a COMMIT and leaves the transaction open: the next one must not find itself inside it.
    await rollBackOn(writer);
    throw error;
  }
}

/** After some errors (full disk) SQLite has rolled back by itself: then there is nothing left to do. */
async function rollBackOn(writer: DataSource): Promise<void> {
  await writer.query('ROLLBACK').catch(() => undefined);
}

function storageOn({ writer, readers, file }: { writer: DataSource; readers: SqliteReaders; file: string }) {
  const queue = new Turnstile();
  return {
    kind: 'sqlite' as const,
    writer,
    async begin(): Promise<OpenTransaction> {
      const leave = await queue.enter();
      try {
        await writer.query('BEGIN IMMEDIATE');
      } catch (error) {
        leave();
        throw error;
      }
      return {
        manager: writer.manager,
        commit: () => commitOn(writer).finally(leave),
        rollback: () => rollBackOn(writer).finally(leave),
      };
    },
    async read<T>(work: (manager: DataSource['manager']) => Promise<T>) {
      try {
        return await readers.lend(work);
      } catch (error) {
        // The reading connection can't write whatever the disk says: this is a bug, not a state of the storage.
        assert(codeOf(error) !== 'SQLITE_READONLY', 'a read must not write (attempt to write a read-only connection)');
        throw error;
      }
    },
    mayRetry: () => Promise.resolve(false),
    explain: (error: unknown) => asStorageError(error, file),
    backup: (target: string) => Promise.resolve(backupSqlite({ file, target })),
    async close() {
      // Waits for the transactions that are under way or in the queue.
      const leave = await queue.enter();
      await readers.close();
      await writer.destroy();
      leave();
    },
  };
}
