import type { EntityManager } from 'typeorm';
import type { SettlementRepository } from '../../../application/ports/index.js';
import { amountBaseEntity, conditionMetEntity, incidentEntity, invoiceEntity } from '../entities/settlement.js';
import { insertRows, putRows } from '../row-writing.js';

export function settlementRepository(manager: EntityManager): SettlementRepository {
  return {
    async incidents(contract) {
      const order = { date: 'ASC', recordedAt: 'ASC', id: 'ASC' } as const;
      return await manager.find(incidentEntity, { where: { contract }, order });
    },
    async saveIncident(incident) {
      await putRows(manager, incidentEntity, [incident]);
    },
    async bases(contract) {
      const order = { fromDate: 'ASC', repetition: 'ASC' } as const;
      const rows = await manager.find(amountBaseEntity, { where: { contract }, order });
      return rows.map(({ fromDate, amountFen, document, enteredBy, recordedAt }) => ({
        contract,
        from: fromDate,
        amountFen,
        document,
        enteredBy,
        recordedAt,
      }));
    },
    async saveBase({ from, ...rest }) {
      const repetition = await manager.countBy(amountBaseEntity, { contract: rest.contract, fromDate: from });
      await insertRows(manager, amountBaseEntity, [{ ...rest, fromDate: from, repetition }]);
    },
    async conditions(contract) {
      return await manager.find(conditionMetEntity, {
        where: { contract },
        order: { instalment: 'ASC', condition: 'ASC' },
      });
    },
    async saveCondition(condition) {
      await putRows(manager, conditionMetEntity, [condition]);
    },
    async invoices(contract) {
      return await manager.find(invoiceEntity, { where: { contract }, order: { issuedOn: 'ASC', number: 'ASC' } });
    },
    async saveInvoice(invoice) {
      await putRows(manager, invoiceEntity, [invoice]);
    },
  };
}
