import { In, IsNull, type EntityManager } from 'typeorm';
import type { OutboxMessage, OutboxRepository } from '../../../application/ports/index.js';
import { outboxEntity, type OutboxRow } from '../entities/outbox.js';
import { insertRows } from '../row-writing.js';

export function outboxRepository(manager: EntityManager): OutboxRepository {
  return {
    async add(contract, messages) {
      await insertRows(
        manager,
        outboxEntity,
        messages.map((message) => ({ ...message, contract })),
      );
    },
    async pending(limit) {
      const order = { createdAt: 'ASC', id: 'ASC' } as const;
      return await manager.find(outboxEntity, { where: { sentAt: IsNull() }, order, take: limit });
    },
    async markSent(contract, id, at) {
      await manager.update(outboxEntity, { contract, id }, { sentAt: at });
    },
    async markRead(contract, { worker, ids, at }) {
      await manager.update(outboxEntity, { contract, worker, id: In([...ids]), readAt: IsNull() }, { readAt: at });
    },
    async forWorker(contract, worker) {
      const order = { createdAt: 'DESC', id: 'DESC' } as const;
      return (await manager.find(outboxEntity, { where: { contract, worker }, order })).map(toMessage);
    },
  };
}

function toMessage({ id, worker, kind, title, body, createdAt, sentAt, readAt }: OutboxRow): OutboxMessage {
  return { id, worker, kind, title, body, createdAt, sentAt, readAt };
}
