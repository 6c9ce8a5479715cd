import type { MigrationInterface, QueryRunner } from 'typeorm';

const refused = 'an input seal is never changed or deleted';
const outOfTurn = 'an input seal follows the one before it';
const isOutOfTurn = `NEW.ordinal <> 1 + (SELECT COALESCE(MAX(ordinal), 0) FROM input_seal
  WHERE contract = NEW.contract AND month = NEW.month)`;

const sqliteGuards = [
  ...['UPDATE', 'DELETE'].map(
    (action) => `CREATE TRIGGER input_seal_no_${action.toLowerCase()} BEFORE ${action} ON input_seal
      BEGIN SELECT RAISE(ABORT, '${refused}'); END`,
  ),
  `CREATE TRIGGER input_seal_insert BEFORE INSERT ON input_seal WHEN ${isOutOfTurn}
    BEGIN SELECT RAISE(ABORT, '${outOfTurn}'); END`,
];
const postgresGuards = [
  `CREATE FUNCTION input_seal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '${refused}'; END $$`,
  `CREATE FUNCTION input_seal_check_insert() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF ${isOutOfTurn} THEN RAISE EXCEPTION '${outOfTurn}'; END IF; RETURN NEW; END $$`,
  `CREATE TRIGGER input_seal_no_change BEFORE UPDATE OR DELETE ON input_seal
    FOR EACH ROW EXECUTE FUNCTION input_seal_refuse_change()`,
  `CREATE TRIGGER input_seal_no_truncate BEFORE TRUNCATE ON input_seal
    FOR EACH STATEMENT EXECUTE FUNCTION input_seal_refuse_change()`,
  `CREATE TRIGGER input_seal_insert BEFORE INSERT ON input_seal
    FOR EACH ROW EXECUTE FUNCTION input_seal_check_insert()`,
];

/**
 * Digests of what closed months rest on beside the journal. Months closed before have none: what they rested on then,
 * nobody can vouch for now.
 */
export class InputSeals1793000026000 implements MigrationInterface {
  readonly name = 'InputSeals1793000026000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE input_seal (
      contract text NOT NULL, month text NOT NULL, ordinal integer NOT NULL,
      attendance text NOT NULL, rates text NOT NULL, recorded_at text NOT NULL,
      CONSTRAINT input_seal_pk PRIMARY KEY (contract, month, ordinal),
      CONSTRAINT "input_seal_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"))`);
    const guards = runner.dataSource.options.type === 'postgres' ? postgresGuards : sqliteGuards;
    for (const guard of guards) await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE input_seal');
    if (runner.dataSource.options.type !== 'postgres') return;
    for (const name of ['refuse_change', 'check_insert']) await runner.query(`DROP FUNCTION input_seal_${name}()`);
  }
}
