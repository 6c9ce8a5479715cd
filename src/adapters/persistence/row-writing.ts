import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';

/** SQLite takes at most 32,766 parameters in a statement; 500 rows of up to 20 columns stay far below. */
const rowsPerStatement = 500;

/** Inserts rows that must be new; a row that is already there is a unique-constraint error of the database. */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  for (const some of chunks(rows)) {
    await manager.createQueryBuilder().insert().into(entity).values(some).updateEntity(false).execute();
  }
}

/** Inserts rows, or replaces the values of those whose key is already there. */
export async function putRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  const columns = manager.dataSource.getMetadata(entity).columns;
  const keys = columns.filter((column) => column.isPrimary).map((column) => column.databaseName);
  const others = columns.filter((column) => !column.isPrimary).map((column) => column.databaseName);
  for (const some of chunks(rows)) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(some)
      .orUpdate(others, keys)
      .updateEntity(false)
      .execute();
  }
}

export function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += rowsPerStatement)
    yield items.slice(start, start + rowsPerStatement);
}
