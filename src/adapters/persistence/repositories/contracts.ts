import type { EntityManager } from 'typeorm';
import type { Confirmation, ContractRepository } from '../../../application/ports/index.js';
import { confirmationEntity, contractEntity, type ConfirmationRow } from '../entities/contract.js';
import { putRows } from '../row-writing.js';

export function contractRepository(manager: EntityManager): ContractRepository {
  return {
    async list() {
      const rows = await manager.find(contractEntity);
      return rows.map((row) => row.document).sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    async find(contract) {
      return (await manager.findOneBy(contractEntity, { contract }))?.document;
    },
    async save(contract) {
      await putRows(manager, contractEntity, [{ contract: contract.key, document: contract }]);
    },
    async confirmations(contract) {
      const rows = await manager.find(confirmationEntity, { where: { contract }, order: { recordedAt: 'ASC' } });
      // Later rows of the same key take the place of earlier ones.
      const inForce = new Map(rows.map((row) => [row.key, toConfirmation(row)]));
      return [...inForce.values()];
    },
    async confirm(contract, confirmation) {
      await putRows(manager, confirmationEntity, [{ contract, ...confirmation }]);
    },
  };
}

function toConfirmation({ key, value, document, confirmedBy, recordedAt }: ConfirmationRow): Confirmation {
  return { key, value, document, confirmedBy, recordedAt };
}
