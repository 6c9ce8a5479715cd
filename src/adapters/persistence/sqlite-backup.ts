import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { done, refuse, type Result } from '../../shared/result.js';
import { sealBackup } from './backup-seal.js';
import { makeFolder } from './folder.js';
import { asStorageError } from './storage-error.js';

/**
 * A compact, consistent copy of the last committed state: VACUUM INTO reads one snapshot on a connection of its own
 * and needs no pause of the writers. The copy gets its name only once it is whole.
 */
export function backupSqlite({ file, target }: { readonly file: string; readonly target: string }): Result<null> {
  if (existsSync(target)) {
    return refuse('conflict', {
      zh: `文件 ${target} 已存在。为避免覆盖旧备份，请换一个文件名。`,
      en: `The file ${target} exists already. Choose another name, so that no older backup is overwritten.`,
    });
  }
  const unfinished = `${target}.unfinished`;
  try {
    makeFolder(dirname(target));
    rmSync(unfinished, { force: true });
    const connection = new SqliteConnection(file, { readonly: true, fileMustExist: true });
    try {
      connection.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      connection.close();
    }
    const copy = new SqliteConnection(unfinished);
    try {
      sealBackup(copy);
    } finally {
      copy.close();
    }
    renameSync(unfinished, target);
    return done(null);
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    const known = asStorageError(error, target);
    if (known === undefined) throw error;
    return { ok: false, refusal: known.refusal };
  }
}
