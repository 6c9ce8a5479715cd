import type { EntityManager } from 'typeorm';
import type { Clock, Confirmation, ContractMoment, ContractRepository } from '../../../application/ports/index.js';
import { amended } from '../../../domain/contract/contract-change.js';
import type { ServiceContract } from '../../../domain/contract/service-contract.js';
import { groupBy } from '../../../shared/grouping.js';
import {
  confirmationEntity,
  contractChangeEntity,
  contractEntity,
  type ConfirmationRow,
} from '../entities/contract.js';
import { insertRows, putRows } from '../row-writing.js';

export function contractRepository(manager: EntityManager, { clock }: { readonly clock: Clock }): ContractRepository {
  const file = async (contract: string): Promise<ServiceContract | undefined> =>
    (await manager.findOneBy(contractEntity, { contract }))?.document;
  const changes = (contract: string) =>
    manager.find(contractChangeEntity, { where: { contract }, order: { number: 'ASC' } });
  return {
    async list() {
      const files = (await manager.find(contractEntity)).map((row) => row.document);
      const all = await manager.find(contractChangeEntity, { order: { number: 'ASC' } });
      const byContract = groupBy(all, ({ contract }) => contract);
      return files
        .map((document) => amended(document, byContract.get(document.key) ?? [], clock.today()))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    async find(contract, { on = clock.today(), knownAt }: ContractMoment = {}) {
      const document = await file(contract);
      if (document === undefined) return undefined;
      const known = (await changes(contract)).filter(({ changedAt }) => knownAt === undefined || changedAt <= knownAt);
      return amended(document, known, on);
    },
    file,
    async save(contract) {
      await putRows(manager, contractEntity, [{ contract: contract.key, document: contract }]);
    },
    changes,
    async addChange(change) {
      await insertRows(manager, contractChangeEntity, [change]);
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
