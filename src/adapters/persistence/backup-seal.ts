import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

const sealTable = 'backup_seal';

/**
 * SQLite notices a torn page, never a changed byte inside a row. A backup therefore carries a digest of all that is in
 * it, in a table of its own, which a restored database no longer has.
 */
export function sealBackup(backup: Database): void {
  const digest = digestOf(backup);
  backup.exec(`CREATE TABLE ${sealTable} (digest TEXT NOT NULL)`);
  backup.prepare(`INSERT INTO ${sealTable} VALUES (?)`).run(digest);
}

/** Takes the seal off; false when what is in the backup is not what was sealed. One without a seal, as the former file of a restore is, has nothing to break. */
export function takeSealOff(backup: Database): boolean {
  if (backup.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(sealTable) === undefined) return true;
  const sealed = backup.prepare(`SELECT digest FROM ${sealTable}`).pluck().all();
  backup.exec(`DROP TABLE ${sealTable}`);
  return sealed.length === 1 && sealed[0] === digestOf(backup);
}

/** Of every table's definition and rows, in the order in which they stand in the file. */
function digestOf(backup: Database): string {
  const hash = createHash('sha256');
  const tables = backup
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> ? ORDER BY type, name`)
    .all(sealTable) as { name: string; sql: string }[];
  for (const { name, sql } of tables) {
    hash.update(sql);
    if (!/^CREATE TABLE/u.test(sql)) continue;
    for (const row of backup.prepare(`SELECT * FROM "${name}"`).raw().iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
