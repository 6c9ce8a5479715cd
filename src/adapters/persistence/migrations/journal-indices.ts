import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries by their reason and by what they take back, so that a question about a contract need not read its whole journal. */
export class JournalIndices1793000023000 implements MigrationInterface {
  readonly name = 'JournalIndices1793000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX journal_entry_contract_reason_index ON journal_entry (contract, reason)');
    await runner.query('CREATE INDEX journal_entry_contract_reverses_index ON journal_entry (contract, reverses)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX journal_entry_contract_reverses_index');
    await runner.query('DROP INDEX journal_entry_contract_reason_index');
  }
}
