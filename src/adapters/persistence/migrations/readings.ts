import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The interpretation register gets a table of its own; decisions that were kept among the confirmations move along. */
export class Readings1793000011000 implements MigrationInterface {
  readonly name = 'Readings1793000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE reading (
      contract text NOT NULL, "number" integer NOT NULL, item text NOT NULL, option text NOT NULL,
      from_date text NOT NULL, note text NOT NULL, proposed_by text NOT NULL, contractor text NOT NULL,
      client text NOT NULL, version integer, withdrawn_at text,
      CONSTRAINT reading_pk PRIMARY KEY (contract, "number"),
      CONSTRAINT reading_contract_version_unique UNIQUE (contract, version),
      CONSTRAINT "reading_contract_fk" FOREIGN KEY ("contract") REFERENCES "service_contract" ("contract"))`);
    const numbers = new Map<string, number>();
    for (const decision of await decisions(runner)) {
      const number = (numbers.get(decision.contract) ?? 0) + 1;
      numbers.set(decision.contract, number);
      await insert(runner, decision, number);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reading');
  }
}

interface Decision {
  readonly contract: string;
  readonly key: string;
  readonly value: string;
  readonly document: string;
  readonly confirmed_by: string;
  readonly recorded_at: string;
  /** The contract's file, which knows since when the term runs. */
  readonly contract_file: string;
}

function decisions(runner: QueryRunner): Promise<Decision[]> {
  return runner.query(`SELECT c.contract, c."key", c.value, c.document, c.confirmed_by, c.recorded_at,
      s.document AS contract_file
    FROM confirmation c JOIN service_contract s ON s.contract = c.contract
    WHERE c."key" LIKE 'V%' ORDER BY c.contract, c.recorded_at, c."key"`) as Promise<Decision[]>;
}

/** Such a decision held from the first day on, and rested on a document of both parties. */
async function insert(runner: QueryRunner, decision: Decision, number: number): Promise<void> {
  const { option } = JSON.parse(decision.value) as { readonly option?: string };
  const { term } = JSON.parse(decision.contract_file) as { readonly term: { readonly from: string } };
  const consent = { by: decision.confirmed_by, at: decision.recorded_at, document: decision.document };
  const values = [
    ...[decision.contract, number, decision.key, option ?? '', term.from, '', 'contractor'],
    ...[JSON.stringify(consent), JSON.stringify(consent), number],
  ];
  const places = values.map((_, index) => (runner.dataSource.options.type === 'postgres' ? `$${index + 1}` : '?'));
  await runner.query(
    `INSERT INTO reading (contract, "number", item, option, from_date, note, proposed_by, contractor, client, version)
      VALUES (${places.join(', ')})`,
    values,
  );
}
