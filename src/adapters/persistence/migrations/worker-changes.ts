import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changed what in a person's record, and when. */
export class WorkerChanges1793000013000 implements MigrationInterface {
  readonly name = 'WorkerChanges1793000013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE worker_change (
      contract text NOT NULL, code text NOT NULL, revision integer NOT NULL, "before" text NOT NULL,
      "after" text NOT NULL, changed_by text NOT NULL, changed_at text NOT NULL,
      CONSTRAINT worker_change_pk PRIMARY KEY (contract, code, revision),
      CONSTRAINT "worker_change_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE worker_change');
  }
}
