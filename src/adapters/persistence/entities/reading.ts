import type { Reading } from '../../../domain/ledger/readings/reading.js';
import { json, key, optionalText, optionalWhole, text, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

/** 约定口径: every reading that was proposed, with each party's consent as JSON text; `null` while it is missing. */
export const readingEntity = table<Reading>({
  name: 'reading',
  columns: {
    contract: key,
    number: wholeKey,
    item: text,
    option: text,
    from: { ...text, name: 'from_date' },
    note: text,
    proposedBy: text,
    contractor: json,
    client: json,
    version: optionalWhole,
    withdrawnAt: optionalText,
  },
  uniques: [{ name: 'reading_contract_version_unique', columns: ['contract', 'version'] }],
  foreignKeys: [belongsToContract],
});
