import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Swaps that members of a team agree on. */
export class ShiftSwaps1793000021000 implements MigrationInterface {
  readonly name = 'ShiftSwaps1793000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE shift_swap (
      contract text NOT NULL, id text NOT NULL, worker text NOT NULL, gives text NOT NULL, other text NOT NULL,
      takes text NOT NULL, note text NOT NULL, status text NOT NULL, proposed_at text NOT NULL, answered_at text,
      decided_at text, decided_by text, reason text NOT NULL, version integer,
      CONSTRAINT shift_swap_pk PRIMARY KEY (contract, id),
      CONSTRAINT "shift_swap_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE shift_swap');
  }
}
