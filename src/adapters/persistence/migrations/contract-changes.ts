import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dated changes of a contract, each on a document. */
export class ContractChanges1793000016000 implements MigrationInterface {
  readonly name = 'ContractChanges1793000016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE contract_change (
      contract text NOT NULL, "number" integer NOT NULL, part text NOT NULL, "key" text NOT NULL, value text NOT NULL,
      from_date text NOT NULL, undoes integer, document text NOT NULL, note text NOT NULL,
      changed_by text NOT NULL, changed_at text NOT NULL,
      CONSTRAINT contract_change_pk PRIMARY KEY (contract, "number"),
      CONSTRAINT "contract_change_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contract_change');
  }
}
