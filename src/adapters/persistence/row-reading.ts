import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { assert } from '../../shared/assert.js';

/** A column as TypeORM describes it. */
export type Column = ReturnType<EntityManager['dataSource']['getMetadata']>['columns'][number];

/** `in` takes a list; every other comparison one value. */
type Condition<Row> =
  | readonly [member: keyof Row & string, comparison: '=' | '>=' | '<=', value: string | number]
  | readonly [member: keyof Row & string, comparison: 'in', values: readonly string[]];

export interface RowQuery<Row> {
  readonly where: readonly Condition<Row>[];
  /** Members, ascending unless said otherwise. */
  readonly order: readonly (keyof Row & string)[];
  readonly direction?: 'ASC' | 'DESC';
  readonly limit?: number;
}

/**
 * Rows as plain objects by plain SQL, for tables that are read by the thousand: the entity manager takes many times as
 * long to make the same objects of them.
 */
export async function selectRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  { where, order, direction = 'ASC', limit }: RowQuery<Row>,
): Promise<Row[]> {
  const { driver } = manager.dataSource;
  const { tableName, columns, name, columnOf } = tableOf(manager, entity);
  const mark = parameterMark(manager);
  const conditions = where.map(([member, comparison, value]) => {
    const column = name(columnOf(member));
    return comparison === 'in' ? `${column} IN (${value.map(mark).join(', ')})` : `${column} ${comparison} ${mark()}`;
  });
  const ordered = [
    `SELECT ${columns.map((column) => `${name(column)} AS ${driver.escape(column.propertyName)}`).join(', ')}`,
    `FROM ${tableName} WHERE ${conditions.join(' AND ')}`,
    `ORDER BY ${order.map((member) => `${name(columnOf(member))} ${direction}`).join(', ')}`,
    limit === undefined ? '' : `LIMIT ${limit}`,
  ].join(' ');
  const parameters = where.flatMap(([, , value]) => value);
  const rows = areMarksNumbered(manager)
    ? await manager.query<StoredRow[]>(ordered, parameters)
    : await rowsOfDocument(manager, { ordered, columns, parameters });
  // Texts and whole numbers come as they are; the others as the entity's columns say.
  const coded = columns.filter(isCoded);
  for (const row of rows)
    for (const column of coded)
      row[column.propertyName] = driver.prepareHydratedValue(row[column.propertyName], column) as unknown;
  return rows as Row[];
}

type StoredRow = Record<string, unknown>;

/** SQLite's rows as one JSON document: its driver takes twice as long to make the same objects row by row, PostgreSQL's does not. */
async function rowsOfDocument(
  manager: EntityManager,
  {
    ordered,
    columns,
    parameters,
  }: { readonly ordered: string; readonly columns: readonly Column[]; readonly parameters: readonly unknown[] },
): Promise<StoredRow[]> {
  const { driver } = manager.dataSource;
  const members = columns.map(({ propertyName }) => `'${propertyName}', ${driver.escape(propertyName)}`).join(', ');
  const sql = `SELECT json_group_array(json_object(${members})) AS document FROM (${ordered})`;
  const [found] = await manager.query<{ readonly document: string }[]>(sql, [...parameters]);
  return JSON.parse(found?.document ?? '[]') as StoredRow[];
}

/** Whether a column's values are stored otherwise than they are. */
export function isCoded({ transformer, type }: Column): boolean {
  return transformer !== undefined || type === 'boolean';
}

/** Names of a table and its columns as the database takes them. */
export function tableOf<Row extends ObjectLiteral>(manager: EntityManager, entity: EntitySchema<Row>) {
  const { driver } = manager.dataSource;
  const { tableName, columns } = manager.dataSource.getMetadata(entity);
  const byMember = new Map(columns.map((column) => [column.propertyName, column]));
  return {
    tableName: driver.escape(tableName),
    columns,
    name: (column: Column) => driver.escape(column.databaseName),
    columnOf: (member: string): Column => {
      const column = byMember.get(member);
      assert(column !== undefined, `${tableName} has a column for ${member}`);
      return column;
    },
  };
}

/** PostgreSQL numbers the parameters of a statement. */
export function areMarksNumbered(manager: EntityManager): boolean {
  return manager.dataSource.options.type === 'postgres';
}

/** The marks of a statement's parameters, one after the other: `$1`, `$2` … for PostgreSQL, `?` for SQLite. */
export function parameterMark(manager: EntityManager, already = 0): () => string {
  if (!areMarksNumbered(manager)) return () => '?';
  let number = already;
  return () => {
    number += 1;
    return `$${number}`;
  };
}
