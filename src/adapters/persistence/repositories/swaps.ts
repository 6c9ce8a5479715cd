import type { EntityManager } from 'typeorm';
import type { SwapRepository } from '../../../application/ports/index.js';
import type { ShiftSwap } from '../../../domain/rostering/shift-swap.js';
import { shiftSwapEntity, type ShiftSwapRow } from '../entities/request.js';
import { putRows } from '../row-writing.js';

export function swapRepository(manager: EntityManager): SwapRepository {
  return {
    async list(contract) {
      const order = { proposedAt: 'DESC', id: 'DESC' } as const;
      return (await manager.find(shiftSwapEntity, { where: { contract }, order })).map(toSwap);
    },
    async find(contract, id) {
      const row = await manager.findOne(shiftSwapEntity, { where: { contract, id } });
      return row === null ? undefined : toSwap(row);
    },
    async save(contract, swap) {
      await putRows(manager, shiftSwapEntity, [{ ...swap, contract }]);
    },
  };
}

function toSwap(row: ShiftSwapRow): ShiftSwap {
  const { id, worker, gives, other, takes, note, status } = row;
  const { proposedAt, answeredAt, decidedAt, decidedBy, reason, version } = row;
  return {
    ...{ id, worker, gives, other, takes, note, status },
    ...{ proposedAt, answeredAt, decidedAt, decidedBy, reason, version },
  };
}
