import type { Confirmation } from '../../../application/ports/index.js';
import type { ServiceContract } from '../../../domain/contract/service-contract.js';
import { json, key, text } from '../columns.js';
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
