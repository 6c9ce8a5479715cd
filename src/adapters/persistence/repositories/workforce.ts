import { LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { WorkforceRepository } from '../../../application/ports/index.js';
import { leaveEntity, workerChangeEntity, workerEntity } from '../entities/workforce.js';
import { selectRows } from '../row-reading.js';
import { insertRows, putRows } from '../row-writing.js';

export function workforceRepository(manager: EntityManager): WorkforceRepository {
  return {
    async workers(contract) {
      const rows = await selectRows(manager, workerEntity, { where: [['contract', '=', contract]], order: ['code'] });
      return rows.map((row) => row.document).sort((a, b) => (a.code < b.code ? -1 : 1));
    },
    async saveWorkers(contract, workers) {
      const rows = workers.map((worker) => ({ contract, code: worker.code, document: worker }));
      await putRows(manager, workerEntity, rows);
    },
    async leave(contract, range) {
      const rows = await manager.find(leaveEntity, {
        where: { contract, fromDate: LessThanOrEqual(range.to), toDate: MoreThanOrEqual(range.from) },
        order: { fromDate: 'ASC', worker: 'ASC' },
      });
      return rows.map(({ worker, fromDate, toDate, kind, status }) => ({
        worker,
        from: fromDate,
        to: toDate,
        kind,
        status,
      }));
    },
    async saveLeave(contract, leave) {
      const rows = leave.map(({ worker, from, to, kind, status }) => ({
        contract,
        worker,
        fromDate: from,
        toDate: to,
        kind,
        status,
      }));
      await putRows(manager, leaveEntity, rows);
    },
    async removeLeave(contract, { worker, from }) {
      await manager.delete(leaveEntity, { contract, worker, fromDate: from });
    },
    async revisions(contract) {
      const rows = await manager
        .createQueryBuilder(workerChangeEntity, 'change')
        .select('change.code', 'code')
        .addSelect('MAX(change.revision)', 'revision')
        .where('change.contract = :contract', { contract })
        .groupBy('change.code')
        .getRawMany<{ code: string; revision: number }>();
      return new Map(rows.map(({ code, revision }) => [code, revision]));
    },
    async changesOf(contract, code) {
      const rows = await manager.find(workerChangeEntity, { where: { contract, code }, order: { revision: 'DESC' } });
      return rows.map(({ revision, before, after, changedBy, changedAt }) => ({
        ...{ code, revision, before, after, changedBy, changedAt },
      }));
    },
    async addChanges(contract, changes) {
      await insertRows(
        manager,
        workerChangeEntity,
        changes.map((change) => ({ ...change, contract })),
      );
    },
  };
}
