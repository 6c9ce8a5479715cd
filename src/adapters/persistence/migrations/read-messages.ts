import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a member of the team saw a message. Of those from before nobody knows: they count as unread. */
export class ReadMessages1793000028000 implements MigrationInterface {
  readonly name = 'ReadMessages1793000028000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_message ADD COLUMN read_at text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_message DROP COLUMN read_at');
  }
}
