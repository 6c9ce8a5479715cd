import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time codes beside passwords, and a count of what administrators changed in an account. */
export class SecondFactor1793000010000 implements MigrationInterface {
  readonly name = 'SecondFactor1793000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account ADD COLUMN revision integer NOT NULL DEFAULT 1');
    await runner.query(`CREATE TABLE second_factor (
      user_id text NOT NULL, secret text NOT NULL, confirmed_at text, last_step integer NOT NULL,
      recovery_hashes text NOT NULL,
      CONSTRAINT second_factor_pk PRIMARY KEY (user_id),
      CONSTRAINT "second_factor_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "account" ("id"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE second_factor');
    await runner.query('ALTER TABLE account DROP COLUMN revision');
  }
}
