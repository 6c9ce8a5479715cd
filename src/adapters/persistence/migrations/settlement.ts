import type { MigrationInterface, QueryRunner } from 'typeorm';

const tenant = (table: string) =>
  `CONSTRAINT "${table}_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract")`;

/** Incidents, versions of the contract total, conditions of instalments and invoices. */
export class Settlement1793000015000 implements MigrationInterface {
  readonly name = 'Settlement1793000015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE incident (
      contract text NOT NULL, id text NOT NULL, rule text NOT NULL, date text NOT NULL, facts text NOT NULL,
      evidence text NOT NULL, document text NOT NULL, recorded_by text NOT NULL, recorded_at text NOT NULL,
      revocation text NOT NULL,
      CONSTRAINT incident_pk PRIMARY KEY (contract, id), ${tenant('incident')})`);
    await runner.query(`CREATE TABLE amount_base (
      contract text NOT NULL, from_date text NOT NULL, repetition integer NOT NULL, amount_fen bigint NOT NULL,
      document text NOT NULL, entered_by text NOT NULL, recorded_at text NOT NULL,
      CONSTRAINT amount_base_pk PRIMARY KEY (contract, from_date, repetition), ${tenant('amount_base')})`);
    await runner.query(`CREATE TABLE condition_met (
      contract text NOT NULL, instalment text NOT NULL, condition integer NOT NULL, met_on text NOT NULL,
      document text NOT NULL, recorded_by text NOT NULL, recorded_at text NOT NULL,
      CONSTRAINT condition_met_pk PRIMARY KEY (contract, instalment, condition), ${tenant('condition_met')})`);
    await runner.query(`CREATE TABLE invoice (
      contract text NOT NULL, number text NOT NULL, instalment text NOT NULL, amount_fen bigint NOT NULL,
      issued_on text NOT NULL, recorded_by text NOT NULL, recorded_at text NOT NULL, cancellation text NOT NULL,
      CONSTRAINT invoice_pk PRIMARY KEY (contract, number), ${tenant('invoice')})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['invoice', 'condition_met', 'amount_base', 'incident'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
