import type { Confirmation } from '../../../application/ports/index.js';
import type { ServiceContract } from '../../../domain/contract/service-contract.js';
import type { ContractChange } from '../../../domain/contract/contract-change.js';
import { json, key, optionalWhole, text, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

export interface ContractRow {
  readonly contract: string;
  readonly document: ServiceContract;
}

export const contractEntity = table<ContractRow>({
  name: 'service_contract',
  columns: { contract: key, document: json },
});

/** Every decision is kept; the newest of a key is the one in force. */
export type ConfirmationRow = Confirmation & { readonly contract: string };

export const confirmationEntity = table<ConfirmationRow>({
  name: 'confirmation',
  columns: { contract: key, key, recordedAt: key, value: json, document: text, confirmedBy: text },
  foreignKeys: [belongsToContract],
});

/** Dated changes over the contract's file; never altered, taken back by a further one. */
export const contractChangeEntity = table<ContractChange>({
  name: 'contract_change',
  columns: {
    contract: key,
    number: wholeKey,
    part: text,
    key: text,
    value: json,
    from: { ...text, name: 'from_date' },
    undoes: optionalWhole,
    document: text,
    note: text,
    changedBy: text,
    changedAt: text,
  },
  foreignKeys: [belongsToContract],
});
