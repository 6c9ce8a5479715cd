import type { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { StorageError } from './storage-error.js';

export const migrationsTable = 'schema_migration';

/** Brings the database to this program's schema. The caller holds a lock, so that two programs can't do it at once. */
export async function bringUpToDate(source: DataSource, place: string): Promise<void> {
  await refuseNewer(source, place);
  await source.runMigrations({ transaction: source.options.type === 'postgres' ? 'all' : 'none' });
}

/** A database that a newer program has changed is left alone: this program doesn't know what its columns mean. */
async function refuseNewer(source: DataSource, place: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable(migrationsTable))) return;
    const rows = (await runner.query(`SELECT name FROM ${migrationsTable}`)) as { name: string }[];
    const unknown = unknownMigrations(rows.map((row) => row.name));
    if (unknown.length > 0) throw newerSchema(place, unknown);
  } finally {
    await runner.release();
  }
}

export function unknownMigrations(names: readonly string[]): string[] {
  const known = new Set(migrations.map((migration) => migration.name));
  return names.filter((name) => !known.has(name));
}

export function newerSchema(place: string, unknown: readonly string[]): StorageError {
  return new StorageError(
    {
      zh: `数据库 ${place} 由更新版本的值班写成（${unknown.join('、')}）。请升级本程序后再打开，数据未被改动。`,
      en: `The database ${place} was written by a newer Zhiban (${unknown.join(', ')}). Upgrade this program and open it again; nothing was changed.`,
    },
    { place },
  );
}
