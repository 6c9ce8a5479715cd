import type { DayRecord } from '../../../domain/attendance/day-record.js';
import type { PresenceMark } from '../../../domain/attendance/presence-mark.js';
import type { Presence } from '../../../domain/attendance/presence.js';
import { json, key, optionalText, optionalWhole, text, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

/** `post` is '' where the record names only the group; `stretch` numbers several stretches of one day at one post. */
export type PresenceRow = Omit<Presence, 'post'> & {
  readonly contract: string;
  readonly post: string;
  readonly stretch: number;
};

export const presenceEntity = table<PresenceRow>({
  name: 'presence',
  columns: {
    contract: key,
    date: key,
    worker: key,
    postGroup: key,
    post: key,
    stretch: wholeKey,
    arrivedMinute: optionalWhole,
    leftMinute: optionalWhole,
    status: text,
    cause: optionalText,
    coverFor: optionalText,
    note: text,
  },
  foreignKeys: [belongsToContract],
});

export type PresenceMarkRow = PresenceMark & { readonly contract: string };

export const presenceMarkEntity = table<PresenceMarkRow>({
  name: 'presence_mark',
  columns: {
    contract: key,
    id: key,
    worker: text,
    date: text,
    kind: text,
    minute: optionalWhole,
    markedBy: text,
    markedAt: text,
    undoneBy: optionalText,
    undoneAt: optionalText,
  },
  foreignKeys: [belongsToContract],
  indices: [{ name: 'presence_mark_contract_date_index', columns: ['contract', 'date'] }],
});

export type DayRecordRow = DayRecord & { readonly contract: string };

export const dayRecordEntity = table<DayRecordRow>({
  name: 'day_record',
  columns: { contract: key, date: key, records: json, confirmedBy: text, confirmedAt: text },
  foreignKeys: [belongsToContract],
});
