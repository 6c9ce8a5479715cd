import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members of a team would like on days that aren't published yet. */
export class ShiftWishes1793000022000 implements MigrationInterface {
  readonly name = 'ShiftWishes1793000022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE shift_wish (
      contract text NOT NULL, worker text NOT NULL, date text NOT NULL, shift text, wished_at text NOT NULL,
      CONSTRAINT shift_wish_pk PRIMARY KEY (contract, worker, date),
      CONSTRAINT "shift_wish_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shift_wish');
  }
}
