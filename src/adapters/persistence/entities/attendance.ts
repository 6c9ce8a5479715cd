import type { Presence } from '../../../domain/attendance/presence.js';
import { key, optionalText, optionalWhole, text, wholeKey } from '../columns.js';
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
