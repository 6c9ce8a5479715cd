import { Between, type EntityManager } from 'typeorm';
import type { FeedRepository } from '../../../application/ports/index.js';
import { assert } from '../../../shared/assert.js';
import { feedEventEntity, feedTokenEntity } from '../entities/feed.js';
import { putRows } from '../row-writing.js';

export function feedRepository(manager: EntityManager): FeedRepository {
  return {
    async events(contract, worker) {
      return await manager.find(feedEventEntity, { where: { contract, worker }, order: { date: 'ASC', uid: 'ASC' } });
    },
    async eventsOn(contract, range) {
      const where = { contract, date: Between(range.from, range.to) };
      return await manager.find(feedEventEntity, { where, order: { date: 'ASC', uid: 'ASC' } });
    },
    async saveEvents(contract, events) {
      assert(
        events.every((event) => event.contract === contract),
        'feed events are saved with their own contract',
      );
      await putRows(manager, feedEventEntity, events);
    },
    async saveToken(token) {
      assert(/^[0-9a-f]{64}$/u.test(token.secretHash), 'only the SHA-256 of a feed secret is stored');
      await putRows(manager, feedTokenEntity, [token]);
    },
    async findToken(secretHash) {
      return (await manager.findOneBy(feedTokenEntity, { secretHash })) ?? undefined;
    },
    async tokens(contract) {
      return await manager.find(feedTokenEntity, {
        where: { contract },
        order: { createdAt: 'ASC', secretHash: 'ASC' },
      });
    },
  };
}
