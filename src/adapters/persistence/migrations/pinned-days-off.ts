import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days off that a manager has pinned in a roster; those of older rosters were never kept. */
export class PinnedDaysOff1793000014000 implements MigrationInterface {
  readonly name = 'PinnedDaysOff1793000014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE roster ADD COLUMN pinned_days_off text NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE roster DROP COLUMN pinned_days_off');
  }
}
