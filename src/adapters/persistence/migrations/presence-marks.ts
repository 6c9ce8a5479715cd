import type { MigrationInterface, QueryRunner } from 'typeorm';

const tenant = (table: string) =>
  `CONSTRAINT "${table}_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract")`;

/** What team leaders mark on the day, and the days that they have confirmed. */
export class PresenceMarks1793000020000 implements MigrationInterface {
  readonly name = 'PresenceMarks1793000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE presence_mark (
      contract text NOT NULL, id text NOT NULL, worker text NOT NULL, date text NOT NULL, kind text NOT NULL,
      minute integer, marked_by text NOT NULL, marked_at text NOT NULL, undone_by text, undone_at text,
      CONSTRAINT presence_mark_pk PRIMARY KEY (contract, id), ${tenant('presence_mark')})`);
    await runner.query('CREATE INDEX presence_mark_contract_date_index ON presence_mark (contract, date)');
    await runner.query(`CREATE TABLE day_record (
      contract text NOT NULL, date text NOT NULL, records text NOT NULL, confirmed_by text NOT NULL,
      confirmed_at text NOT NULL, CONSTRAINT day_record_pk PRIMARY KEY (contract, date), ${tenant('day_record')})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['day_record', 'presence_mark']) await runner.query(`DROP TABLE ${table}`);
  }
}
