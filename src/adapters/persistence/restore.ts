import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { done, refuse, type Result } from '../../shared/result.js';
import { takeSealOff } from './backup-seal.js';
import { makeFolder } from './folder.js';
import { migrationsTable, newerSchema, unknownMigrations } from './schema.js';
import { sqliteFileName } from './sqlite-storage.js';
import { asStorageError, codeOf } from './storage-error.js';

export interface RestoreOptions {
  readonly file: string;
  readonly dataDirectory: string;
  /** Set when the data are in PostgreSQL, which restores with its own tools. */
  readonly url?: string;
}

/**
 * Puts a backup in the database's place once it has proved to be whole; the former file is kept beside it.
 * Until the very last step, one rename, the database is as it was.
 * Refusals: `invalid-input` (PostgreSQL, or no Zhiban backup), `not-found`, `storage-unavailable` (in use, newer, disk).
 */
export function restoreBackup(options: RestoreOptions): Promise<Result<{ readonly formerKeptAs: string | null }>> {
  try {
    return Promise.resolve(restore(options));
  } catch (error) {
    const known = asStorageError(error, options.dataDirectory);
    if (known === undefined) throw error;
    return Promise.resolve({ ok: false, refusal: known.refusal });
  }
}

function restore({ file, dataDirectory, url }: RestoreOptions): Result<{ readonly formerKeptAs: string | null }> {
  if (url !== undefined) return usePostgresTools();
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return missing(file);
  makeFolder(dataDirectory);
  const current = join(dataDirectory, sqliteFileName);
  const incoming = `${current}.incoming`;
  try {
    copyFileSync(file, incoming);
    const verdict = verify(incoming, file);
    if (!verdict.ok) return verdict;
    flush(incoming);
    const formerKeptAs = existsSync(current) ? keepAside(current) : null;
    renameSync(incoming, current);
    flush(dataDirectory);
    return done({ formerKeptAs });
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${incoming}${ending}`, { force: true });
  }
}

/** Whole, written by Zhiban, and by no newer one than this. `file` is the name that the user knows. */
function verify(incoming: string, file: string): Result<null> {
  const connection = new SqliteConnection(incoming, { fileMustExist: true });
  try {
    const integrity = connection.pragma('integrity_check(1)', { simple: true });
    const orphans = connection.pragma('foreign_key_check') as unknown[];
    if (integrity !== 'ok' || orphans.length > 0) return damaged(file);
    const isZhiban =
      connection.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(migrationsTable) !== undefined;
    if (!isZhiban) return damaged(file);
    const rows = connection.prepare(`SELECT name FROM ${migrationsTable}`).all() as { name: string }[];
    const unknown = unknownMigrations(rows.map((row) => row.name));
    if (unknown.length > 0) return { ok: false, refusal: newerSchema(file, unknown).refusal };
    return takeSealOff(connection) ? done(null) : damaged(file);
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/u.test(codeOf(error) ?? '')) return damaged(file);
    throw error;
  } finally {
    connection.close();
  }
}

/** Copies the present database, with all that is still in its write-ahead log, to the next free name. */
function keepAside(current: string): string {
  let number = 1;
  while (existsSync(`${current}.former-${number}`)) number += 1;
  const former = `${current}.former-${number}`;
  foldLogIn(current);
  copyFileSync(current, former);
  // Left over only by a damaged file: its log must not be applied to the restored one.
  if (existsSync(`${current}-wal`)) renameSync(`${current}-wal`, `${former}-wal`);
  rmSync(`${current}-shm`, { force: true });
  return former;
}

/** Leaving WAL mode needs the file for oneself: another Zhiban at work is found out here (`SQLITE_BUSY`). */
function foldLogIn(current: string): void {
  try {
    const connection = new SqliteConnection(current, { fileMustExist: true, timeout: 1000 });
    try {
      connection.pragma('journal_mode = DELETE');
    } finally {
      connection.close();
    }
  } catch (error) {
    // A damaged database is the very reason to restore: it is kept as it is.
    if (!/^SQLITE_(CORRUPT|NOTADB|IOERR)/u.test(codeOf(error) ?? '')) throw error;
  }
}

/** Makes sure that a file, or the names in a folder, survive a power cut. */
function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function usePostgresTools(): Result<never> {
  return refuse('invalid-input', {
    zh: '数据在 PostgreSQL 中（已设置 DATABASE_URL）。请用 pg_restore 恢复 pg_dump 的备份；要恢复本机 SQLite 备份，请先取消 DATABASE_URL。',
    en: 'The data are in PostgreSQL (DATABASE_URL is set). Restore a backup of pg_dump with pg_restore; to restore a SQLite backup on this machine, unset DATABASE_URL first.',
  });
}

function missing(file: string): Result<never> {
  return refuse('not-found', {
    zh: `找不到备份文件 ${file}。请检查路径。`,
    en: `There is no backup file ${file}. Check the path.`,
  });
}

function damaged(file: string): Result<never> {
  return refuse('invalid-input', {
    zh: `文件 ${file} 不是完整的值班备份，现有数据未被改动。请换一个备份文件。`,
    en: `The file ${file} isn't a whole Zhiban backup; the present data were not touched. Use another backup file.`,
  });
}
