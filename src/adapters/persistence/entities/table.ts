import { EntitySchema, EntitySchemaOptions } from 'typeorm';

/** A table whose rows are plain objects: no classes, no decorators. */
export function table<Row>(options: Pick<EntitySchemaOptions<Row>, keyof EntitySchemaOptions<Row>>): EntitySchema<Row> {
  return new EntitySchema(Object.assign(new EntitySchemaOptions<Row>(), options));
}
