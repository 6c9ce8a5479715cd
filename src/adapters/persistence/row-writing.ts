import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { parameterMark, tableOf, type Column } from './row-reading.js';

/** SQLite takes at most 32,766 parameters in a statement; 500 rows of up to 20 columns stay far below. */
const rowsPerStatement = 500;

/** Inserts rows that must be new; a row that is already there is a unique-constraint error of the database. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  await insert(manager, entity, rows, () => '');
}

/** Inserts rows, or replaces the values of those whose key is already there. */
export async function putRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  await insert(manager, entity, rows, (columns, name) => {
    const keys = columns.filter((column) => column.isPrimary).map(name);
    const changes = columns
      .filter((column) => !column.isPrimary)
      .map((column) => `${name(column)} = excluded.${name(column)}`);
    return ` ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
  });
}

/** Deletes the rows of a contract whose text columns, named as members, have one of the given combinations of values. */
export async function deleteRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  {
    contract,
    columns,
    values,
  }: {
    readonly contract: string;
    readonly columns: readonly (keyof Row & string)[];
    readonly values: readonly (readonly string[])[];
  },
): Promise<void> {
  const { tableName, name, columnOf } = tableOf(manager, entity);
  const names = columns.map((column) => name(columnOf(column)));
  for (const some of chunks(values)) {
    const mark = parameterMark(manager);
    await manager.query(
      `DELETE FROM ${tableName} WHERE ${name(columnOf('contract'))} = ${mark()} AND (${names.join(', ')}) IN (VALUES ${tuples(some, mark)})`,
      [contract, ...some.flat()],
    );
  }
}

/**
 * Plain SQL, since attendance and journals come by the thousand: the entity manager's own statement builder takes several
 * times as long as the database.
 */
async function insert<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
  conflictClause: (columns: readonly Column[], name: (column: Column) => string) => string,
): Promise<void> {
  const { driver } = manager.dataSource;
  const { tableName, columns, name } = tableOf(manager, entity);
  const ending = conflictClause(columns, name);
  const into = `INSERT INTO ${tableName} (${columns.map(name).join(', ')}) VALUES `;
  for (const some of chunks(rows)) {
    const values = some.map((row) =>
      columns.map((column): unknown => driver.preparePersistentValue(row[column.propertyName], column) ?? null),
    );
    await manager.query(`${into}${tuples(values, parameterMark(manager))}${ending}`, values.flat());
  }
}

function tuples(rows: readonly (readonly unknown[])[], mark: () => string): string {
  return rows.map((row) => `(${row.map(mark).join(', ')})`).join(', ');
}

/** Parts that fit into one statement. */
export function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += rowsPerStatement)
    yield items.slice(start, start + rowsPerStatement);
}
