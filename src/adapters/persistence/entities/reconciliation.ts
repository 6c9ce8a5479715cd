import type { ClientClaim, ClientCount } from '../../../domain/reconciliation/client-count.js';
import type { CountMapping } from '../../../domain/reconciliation/count-columns.js';
import type { EvidenceFile } from '../../../domain/reconciliation/evidence.js';
import type { Remark } from '../../../domain/reconciliation/work.js';
import { json, key, text, whole, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

/** Quantities of a claim stand as exact text. */
export type ClaimRow = Omit<ClientClaim, 'units' | 'dailyRate'> & {
  readonly units: string;
  readonly dailyRate: string | null;
};
export type ClientCountRow = Omit<ClientCount, 'claims'> & { readonly claims: readonly ClaimRow[] };

/** Every file of a month stays; the latest version is the one compared. */
export const clientCountEntity = table<ClientCountRow>({
  name: 'client_count',
  columns: {
    contract: key,
    month: key,
    version: wholeKey,
    fileName: text,
    fileHash: text,
    claims: json,
    answerBy: text,
    importedBy: text,
    importedAt: text,
  },
  foreignKeys: [belongsToContract],
});

export interface CountMappingRow {
  readonly contract: string;
  readonly mapping: CountMapping;
}

export const countMappingEntity = table<CountMappingRow>({
  name: 'count_mapping',
  columns: { contract: key, mapping: json },
  foreignKeys: [belongsToContract],
});

export const remarkEntity = table<Remark>({
  name: 'difference_remark',
  columns: {
    contract: key,
    month: key,
    difference: key,
    ordinal: wholeKey,
    body: json,
    recordedBy: text,
    recordedAt: text,
  },
  foreignKeys: [belongsToContract],
});

/** `content` is base64: the two databases have no binary column in common. */
export type EvidenceRow = EvidenceFile & { readonly content: string };

export const evidenceEntity = table<EvidenceRow>({
  name: 'evidence_file',
  columns: {
    contract: key,
    id: key,
    month: text,
    difference: text,
    name: text,
    type: text,
    size: whole,
    hash: text,
    content: text,
    addedBy: text,
    addedAt: text,
  },
  foreignKeys: [belongsToContract],
  indices: [{ name: 'evidence_file_contract_month_index', columns: ['contract', 'month'] }],
});
