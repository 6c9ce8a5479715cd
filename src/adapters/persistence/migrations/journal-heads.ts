import type { MigrationInterface, QueryRunner } from 'typeorm';

const deleted = 'a journal head is never deleted';
const backwards = 'a journal head only moves forward';
const isBackwards = 'NEW.contract <> OLD.contract OR NEW.sequence <= OLD.sequence';

const sqliteGuards = [
  `CREATE TRIGGER journal_head_no_delete BEFORE DELETE ON journal_head BEGIN SELECT RAISE(ABORT, '${deleted}'); END`,
  `CREATE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head WHEN ${isBackwards}
    BEGIN SELECT RAISE(ABORT, '${backwards}'); END`,
];
const postgresGuards = [
  `CREATE FUNCTION journal_head_refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '${deleted}'; END $$`,
  `CREATE FUNCTION journal_head_check_update() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF ${isBackwards} THEN RAISE EXCEPTION '${backwards}'; END IF; RETURN NEW; END $$`,
  `CREATE TRIGGER journal_head_no_delete BEFORE DELETE ON journal_head
    FOR EACH ROW EXECUTE FUNCTION journal_head_refuse_delete()`,
  `CREATE TRIGGER journal_head_no_truncate BEFORE TRUNCATE ON journal_head
    FOR EACH STATEMENT EXECUTE FUNCTION journal_head_refuse_delete()`,
  `CREATE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head
    FOR EACH ROW EXECUTE FUNCTION journal_head_check_update()`,
];

/** Where each journal ends, kept beside it: a chain alone doesn't show that its last entries were cut off. */
export class JournalHeads1793000024000 implements MigrationInterface {
  readonly name = 'JournalHeads1793000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE journal_head (
      contract text NOT NULL, sequence integer NOT NULL, hash text NOT NULL,
      CONSTRAINT journal_head_pk PRIMARY KEY (contract),
      CONSTRAINT "journal_head_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"))`);
    await runner.query(`INSERT INTO journal_head (contract, sequence, hash)
      SELECT contract, sequence, hash FROM journal_entry entry
      WHERE sequence = (SELECT MAX(sequence) FROM journal_entry WHERE contract = entry.contract)`);
    const guards = runner.dataSource.options.type === 'postgres' ? postgresGuards : sqliteGuards;
    for (const guard of guards) await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE journal_head');
    if (runner.dataSource.options.type !== 'postgres') return;
    for (const name of ['refuse_delete', 'check_update']) await runner.query(`DROP FUNCTION journal_head_${name}()`);
  }
}
