import type { Store } from 'express-session';
import type { DataSource } from 'typeorm';
import type { Clock, Randomness, UnitOfWork } from '../../application/ports/index.js';
import type { Result } from '../../shared/result.js';
import { backupFolder, type BackupFolder } from './backup-folder.js';
import { openPostgres } from './postgres-storage.js';
import { repositoriesOn } from './repositories/index.js';
import { DatabaseSessionStore } from './session-store.js';
import { openSqlite } from './sqlite-storage.js';
import { StorageError } from './storage-error.js';
import { TransactionalUnitOfWork } from './unit-of-work.js';

export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  readonly unitOfWork: UnitOfWork;
  readonly sessionStore: Store;
  /** The connection itself, for checks of the schema; all other work goes through `unitOfWork`. */
  readonly source: DataSource;
  /** A consistent copy while the database is in use; refuses on PostgreSQL, which brings its own tools. */
  backup(file: string): Promise<Result<null>>;
  /** Copies that the administrator makes on the page. */
  readonly backups: BackupFolder;
  /** Waits for reads and transactions under way. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://…`; absent = the SQLite file in `dataDirectory`. */
  readonly url?: string;
  readonly dataDirectory: string;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/**
 * Opens the database and brings its schema up to date.
 * @throws {StorageError} `storage-unavailable`: the folder can't be written, the file is locked or damaged,
 *   the server can't be reached, or a newer program has changed the schema.
 */
export async function openDatabase({ url, dataDirectory, clock, randomness }: DatabaseOptions): Promise<Database> {
  const storage = url === undefined ? await openSqlite(dataDirectory) : await openPostgres(postgresUrl(url));
  const unitOfWork = new TransactionalUnitOfWork(storage, (manager) => repositoriesOn(manager, { clock, randomness }));
  return {
    kind: storage.kind,
    unitOfWork,
    sessionStore: new DatabaseSessionStore(unitOfWork, clock),
    source: storage.writer,
    backup: (file) => storage.backup(file),
    backups: backupFolder({ dataDirectory, clock }, (file) => storage.backup(file)),
    close: () => unitOfWork.close(),
  };
}

function postgresUrl(url: string): string {
  if (/^postgres(?:ql)?:\/\//u.test(url)) return url;
  throw new StorageError({
    zh: '环境变量 DATABASE_URL 应以 postgres:// 开头；不设置它就使用本机的 SQLite 文件。',
    en: 'DATABASE_URL must start with postgres://; leave it unset to use the SQLite file of this machine.',
  });
}
