import type { MigrationInterface, QueryRunner } from 'typeorm';

const tenant = (table: string) =>
  `CONSTRAINT "${table}_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract")`;

const tables = {
  client_count: `contract text NOT NULL, month text NOT NULL, version integer NOT NULL, file_name text NOT NULL,
    file_hash text NOT NULL, claims text NOT NULL, answer_by text NOT NULL, imported_by text NOT NULL,
    imported_at text NOT NULL, CONSTRAINT client_count_pk PRIMARY KEY (contract, month, version)`,
  count_mapping: `contract text NOT NULL, mapping text NOT NULL,
    CONSTRAINT count_mapping_pk PRIMARY KEY (contract)`,
  difference_remark: `contract text NOT NULL, month text NOT NULL, difference text NOT NULL, ordinal integer NOT NULL,
    body text NOT NULL, recorded_by text NOT NULL, recorded_at text NOT NULL,
    CONSTRAINT difference_remark_pk PRIMARY KEY (contract, month, difference, ordinal)`,
  evidence_file: `contract text NOT NULL, id text NOT NULL, month text NOT NULL, difference text NOT NULL,
    name text NOT NULL, type text NOT NULL, size integer NOT NULL, hash text NOT NULL, content text NOT NULL,
    added_by text NOT NULL, added_at text NOT NULL, CONSTRAINT evidence_file_pk PRIMARY KEY (contract, id)`,
};

/** The client's counts, and what both parties said to the differences, with their evidence. */
export class Reconciliation1793000012000 implements MigrationInterface {
  readonly name = 'Reconciliation1793000012000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(tables))
      await runner.query(`CREATE TABLE ${table} (${columns}, ${tenant(table)})`);
    await runner.query('CREATE INDEX evidence_file_contract_month_index ON evidence_file (contract, month)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(tables).reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}
