import { LessThan, type EntityManager } from 'typeorm';
import type { AnswerRepository } from '../../../application/ports/index.js';
import { answerEntity } from '../entities/answer.js';
import { insertRows } from '../row-writing.js';

export function answerRepository(manager: EntityManager): AnswerRepository {
  return {
    async find(contract, key) {
      return (await manager.findOneBy(answerEntity, { contract, key })) ?? undefined;
    },
    async save(answer) {
      await insertRows(manager, answerEntity, [answer]);
    },
    async forgetBefore(instant) {
      await manager.delete(answerEntity, { answeredAt: LessThan(instant) });
    },
  };
}
