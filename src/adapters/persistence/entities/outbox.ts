import type { OutboxMessage } from '../../../application/ports/index.js';
import { key, localText, optionalText, text } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

export type OutboxRow = OutboxMessage & { readonly contract: string };

export const outboxEntity = table<OutboxRow>({
  name: 'outbox_message',
  columns: {
    contract: key,
    id: key,
    worker: text,
    kind: text,
    title: localText,
    body: localText,
    createdAt: text,
    sentAt: optionalText,
    readAt: optionalText,
  },
  foreignKeys: [belongsToContract],
  indices: [
    { name: 'outbox_message_contract_worker_index', columns: ['contract', 'worker'] },
    { name: 'outbox_message_sent_at_index', columns: ['sentAt'] },
  ],
});
