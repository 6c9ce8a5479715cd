import type { EntityManager } from 'typeorm';
import type { ReadingRepository } from '../../../application/ports/index.js';
import { readingEntity } from '../entities/reading.js';
import { putRows } from '../row-writing.js';

export function readingRepository(manager: EntityManager): ReadingRepository {
  return {
    async list(contract) {
      return await manager.find(readingEntity, { where: { contract }, order: { number: 'ASC' } });
    },
    async save(reading) {
      await putRows(manager, readingEntity, [reading]);
    },
  };
}
