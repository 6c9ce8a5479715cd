import { Between, type EntityManager } from 'typeorm';
import type { WishRepository } from '../../../application/ports/index.js';
import { shiftWishEntity } from '../entities/request.js';
import { putRows } from '../row-writing.js';

export function wishRepository(manager: EntityManager): WishRepository {
  return {
    async list(contract, range) {
      const where = { contract, date: Between(range.from, range.to) };
      const rows = await manager.find(shiftWishEntity, { where, order: { date: 'ASC', worker: 'ASC' } });
      return rows.map(({ worker, date, shift, wishedAt }) => ({ worker, date, shift, wishedAt }));
    },
    async save(contract, wish) {
      await putRows(manager, shiftWishEntity, [{ ...wish, contract }]);
    },
    async remove(contract, { worker, date }) {
      await manager.delete(shiftWishEntity, { contract, worker, date });
    },
  };
}
