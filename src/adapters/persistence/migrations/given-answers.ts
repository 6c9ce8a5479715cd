import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to idempotency keys, so that a request repeated after a restart is still the same request. */
export class GivenAnswers1793000001000 implements MigrationInterface {
  readonly name = 'GivenAnswers1793000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE given_answer (
      contract text NOT NULL, "key" text NOT NULL, input_hash text NOT NULL, document text NOT NULL,
      answered_at text NOT NULL,
      CONSTRAINT given_answer_pk PRIMARY KEY (contract, "key"),
      CONSTRAINT "given_answer_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"))`);
    await runner.query('CREATE INDEX given_answer_answered_at_index ON given_answer (answered_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE given_answer');
  }
}
