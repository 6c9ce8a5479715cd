import { key, text } from '../columns.js';
import { table } from './table.js';

/** A browser's session: whose it is stands in the document; no contract data is kept in it. */
export interface SessionRow {
  /** SHA-256 of the session id: a copied database opens no session. */
  readonly idHash: string;
  readonly document: string;
  readonly expiresAt: string;
}

export const sessionEntity = table<SessionRow>({
  name: 'session',
  columns: { idHash: key, document: text, expiresAt: text },
  indices: [{ name: 'session_expires_at_index', columns: ['expiresAt'] }],
});
