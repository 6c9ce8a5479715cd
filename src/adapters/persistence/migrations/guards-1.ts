/**
 * Guards of the ledger inside the database: what is recorded is never changed or deleted, and a new entry
 * continues the chain. They hold for raw SQL too, whichever program sends it.
 */
const recorded = { journal_entry: 'journal entries', period_seal: 'period seals' } as const;

/** An insert must be new in every key: `INSERT OR REPLACE` would delete the old row without firing a delete trigger. */
const chainBroken = `NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM journal_entry WHERE contract = NEW.contract)
    OR NEW.previous_hash <> COALESCE(
      (SELECT hash FROM journal_entry WHERE contract = NEW.contract AND sequence = NEW.sequence - 1), '${'0'.repeat(64)}')
    OR EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM journal_entry WHERE contract = NEW.contract AND idempotency_key = NEW.idempotency_key)`;
const sealExists = `EXISTS (SELECT 1 FROM period_seal WHERE contract = NEW.contract AND month = NEW.month)`;
const insertRules = [
  { table: 'journal_entry', broken: chainBroken, message: 'a journal entry must continue the chain of its contract' },
  { table: 'period_seal', broken: sealExists, message: 'a period is sealed once' },
] as const;

export const sqliteGuards: readonly string[] = [
  ...Object.entries(recorded).flatMap(([table, rows]) =>
    (['UPDATE', 'DELETE'] as const).map(
      (action) => `CREATE TRIGGER ${table}_no_${action.toLowerCase()} BEFORE ${action} ON ${table}
        BEGIN SELECT RAISE(ABORT, '${rows} are never changed or deleted'); END`,
    ),
  ),
  ...insertRules.map(
    ({ table, broken, message }) => `CREATE TRIGGER ${table}_insert BEFORE INSERT ON ${table}
      WHEN ${broken} BEGIN SELECT RAISE(ABORT, '${message}'); END`,
  ),
];

export const postgresGuards: readonly string[] = [
  ...Object.entries(recorded).flatMap(([table, rows]) => [
    `CREATE FUNCTION ${table}_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '${rows} are never changed or deleted'; END $$`,
    `CREATE TRIGGER ${table}_no_change BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION ${table}_refuse_change()`,
    `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refuse_change()`,
  ]),
  ...insertRules.flatMap(({ table, broken, message }) => [
    `CREATE FUNCTION ${table}_check_insert() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF ${broken} THEN RAISE EXCEPTION '${message}'; END IF; RETURN NEW; END $$`,
    `CREATE TRIGGER ${table}_insert BEFORE INSERT ON ${table}
      FOR EACH ROW EXECUTE FUNCTION ${table}_check_insert()`,
  ]),
];
