import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { areMarksNumbered, isCoded, parameterMark, tableOf, type Column } from './row-reading.js';

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
    const list = tuples(manager, some.length, names.length);
    const ofContract = `${name(columnOf('contract'))} = ${parameterMark(manager, some.length * names.length)()}`;
    await manager.query(`DELETE FROM ${tableName} WHERE (${names.join(', ')}) IN (VALUES ${list}) AND ${ofContract}`, [
      ...some.flat(),
      contract,
    ]);
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
  const cells = columns.map((column) => ({
    member: column.propertyName,
    stored: isCoded(column) ? (value: unknown): unknown => driver.preparePersistentValue(value, column) : undefined,
  }));
  for (const some of chunks(rows)) {
    const values: unknown[] = [];
    for (const row of some)
      for (const { member, stored } of cells)
        values.push((stored === undefined ? (row[member] as unknown) : stored(row[member])) ?? null);
    await manager.query(`${into}${tuples(manager, some.length, columns.length)}${ending}`, values);
  }
}

/** Marks for the parameters of some rows, numbered from 1 where the database numbers them. */
function tuples(manager: EntityManager, rows: number, members: number): string {
  const mark = parameterMark(manager);
  const tuple = () => `(${Array.from({ length: members }, mark).join(', ')})`;
  if (!areMarksNumbered(manager)) return Array<string>(rows).fill(tuple()).join(', ');
  return Array.from({ length: rows }, tuple).join(', ');
}

/** Parts that fit into one statement. */
export function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += rowsPerStatement)
    yield items.slice(start, start + rowsPerStatement);
}
