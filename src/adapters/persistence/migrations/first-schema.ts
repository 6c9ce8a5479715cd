import type { MigrationInterface, QueryRunner } from 'typeorm';
import { postgresGuards, sqliteGuards } from './guards-1.js';
import { tables } from './tables-1.js';

/** Released migrations are never edited: a change of the schema is a new file in this folder. */
export class FirstSchema1793000000000 implements MigrationInterface {
  readonly name = 'FirstSchema1793000000000';

  async up(runner: QueryRunner): Promise<void> {
    const guards = runner.dataSource.options.type === 'postgres' ? postgresGuards : sqliteGuards;
    for (const statement of [...tables, ...guards]) await runner.query(statement);
  }

  /** Going back means restoring the backup made before: dropping tables would drop the journal with them. */
  down(): Promise<void> {
    return Promise.reject(new Error('There is no way back from the first schema: restore a backup instead.'));
  }
}
