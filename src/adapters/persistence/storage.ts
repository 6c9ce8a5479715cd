import type { EntityManager } from 'typeorm';
import type { Result } from '../../shared/result.js';
import type { StorageError } from './storage-error.js';

/** What differs between one SQLite file and a PostgreSQL server; everything above is the same for both. */
export interface TransactionalStorage {
  readonly kind: 'sqlite' | 'postgres';
  /** Starts a top-level transaction; on SQLite after all earlier ones have ended. */
  begin(): Promise<OpenTransaction>;
  /** Runs reading work outside every transaction's uncommitted rows; writing in it fails. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Whether the failed transaction should run again (after a pause that this has waited out). */
  mayRetry(error: unknown, attempt: number): Promise<boolean>;
  /** The error in words, when it tells of the database's state and not of a bug. */
  explain(error: unknown): StorageError | undefined;
  /** Writes a consistent copy to a new file while the database is in use. */
  backup(file: string): Promise<Result<null>>;
  close(): Promise<void>;
}

export interface OpenTransaction {
  readonly manager: EntityManager;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}
