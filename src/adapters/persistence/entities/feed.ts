import type { FeedToken } from '../../../application/ports/index.js';
import type { FeedEvent } from '../../../domain/rostering/roster.js';
import { key, optionalText, optionalWhole, text, whole } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

export const feedEventEntity = table<FeedEvent>({
  name: 'feed_event',
  columns: {
    contract: key,
    uid: key,
    worker: text,
    sequence: whole,
    status: text,
    date: text,
    start: text,
    end: text,
    title: text,
    location: text,
    modifiedAt: text,
    version: whole,
  },
  foreignKeys: [belongsToContract],
  indices: [
    { name: 'feed_event_contract_worker_index', columns: ['contract', 'worker'] },
    { name: 'feed_event_contract_date_index', columns: ['contract', 'date'] },
  ],
});

export const feedTokenEntity = table<FeedToken>({
  name: 'feed_token',
  columns: {
    secretHash: key,
    contract: text,
    worker: text,
    createdAt: text,
    revokedAt: optionalText,
    lastFetchedAt: optionalText,
    versionSeen: optionalWhole,
  },
  foreignKeys: [belongsToContract],
  indices: [{ name: 'feed_token_contract_worker_index', columns: ['contract', 'worker'] }],
});
