import type { MigrationInterface, QueryRunner } from 'typeorm';

const refused = 'a roster seal is never changed or deleted';

const sqliteGuards = ['UPDATE', 'DELETE'].map(
  (action) => `CREATE TRIGGER roster_seal_no_${action.toLowerCase()} BEFORE ${action} ON roster_seal
    BEGIN SELECT RAISE(ABORT, '${refused}'); END`,
);
const postgresGuards = [
  `CREATE FUNCTION roster_seal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '${refused}'; END $$`,
  `CREATE TRIGGER roster_seal_no_change BEFORE UPDATE OR DELETE ON roster_seal
    FOR EACH ROW EXECUTE FUNCTION roster_seal_refuse_change()`,
  `CREATE TRIGGER roster_seal_no_truncate BEFORE TRUNCATE ON roster_seal
    FOR EACH STATEMENT EXECUTE FUNCTION roster_seal_refuse_change()`,
];

/** Digests of published rosters. Those published before have none: what they were then, nobody can vouch for now. */
export class RosterSeals1793000025000 implements MigrationInterface {
  readonly name = 'RosterSeals1793000025000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE roster_seal (
      roster_id text NOT NULL, contract text NOT NULL, digest text NOT NULL,
      CONSTRAINT roster_seal_pk PRIMARY KEY (roster_id),
      CONSTRAINT "roster_seal_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"),
      CONSTRAINT "roster_seal_roster_id_fk" FOREIGN KEY ("roster_id") REFERENCES "roster" ("id"))`);
    const guards = runner.dataSource.options.type === 'postgres' ? postgresGuards : sqliteGuards;
    for (const guard of guards) await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE roster_seal');
    if (runner.dataSource.options.type === 'postgres') await runner.query('DROP FUNCTION roster_seal_refuse_change()');
  }
}
