import type { EntityManager } from 'typeorm';
import type { ReconciliationRepository } from '../../../application/ports/index.js';
import { headcountDaysText, parseHeadcountDays } from '../../../shared/headcount-days.js';
import {
  clientCountEntity,
  countMappingEntity,
  evidenceEntity,
  remarkEntity,
  type EvidenceRow,
} from '../entities/reconciliation.js';
import { insertRows, putRows } from '../row-writing.js';

export function reconciliationRepository(manager: EntityManager): ReconciliationRepository {
  return {
    async latestCount(contract, month) {
      const row = await manager.findOne(clientCountEntity, { where: { contract, month }, order: { version: 'DESC' } });
      if (row === null) return undefined;
      const claims = row.claims.map(({ units, dailyRate, ...rest }) => ({
        ...rest,
        units: parseHeadcountDays(units),
        dailyRate: dailyRate === null ? null : parseHeadcountDays(dailyRate),
      }));
      return { ...row, claims };
    },
    async saveCount(count) {
      const claims = count.claims.map(({ units, dailyRate, ...rest }) => ({
        ...rest,
        units: headcountDaysText(units),
        dailyRate: dailyRate === null ? null : headcountDaysText(dailyRate),
      }));
      await insertRows(manager, clientCountEntity, [{ ...count, claims }]);
    },
    async mapping(contract) {
      return (await manager.findOneBy(countMappingEntity, { contract }))?.mapping ?? {};
    },
    async saveMapping(contract, mapping) {
      await putRows(manager, countMappingEntity, [{ contract, mapping }]);
    },
    async remarks(contract, month) {
      return await manager.find(remarkEntity, {
        where: { contract, month },
        order: { difference: 'ASC', ordinal: 'ASC' },
      });
    },
    async addRemark(remark) {
      const { contract, month, difference } = remark;
      const ordinal = (await manager.countBy(remarkEntity, { contract, month, difference })) + 1;
      await insertRows(manager, remarkEntity, [{ ...remark, ordinal }]);
    },
    async evidence(contract, month) {
      const rows = await manager.find(evidenceEntity, {
        select: {
          contract: true,
          id: true,
          month: true,
          difference: true,
          name: true,
          type: true,
          size: true,
          hash: true,
          addedBy: true,
          addedAt: true,
        },
        where: { contract, month },
        order: { addedAt: 'ASC', id: 'ASC' },
      });
      return rows;
    },
    async evidenceFile(contract, id) {
      const row = await manager.findOneBy(evidenceEntity, { contract, id });
      return row === null ? undefined : withBytes(row);
    },
    async saveEvidence(file, bytes) {
      await insertRows(manager, evidenceEntity, [{ ...file, content: Buffer.from(bytes).toString('base64') }]);
    },
  };
}

function withBytes({ content, ...file }: EvidenceRow) {
  return { file, bytes: new Uint8Array(Buffer.from(content, 'base64')) };
}
