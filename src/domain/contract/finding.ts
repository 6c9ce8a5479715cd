import type { LocalText } from '../../shared/text.js';

/** Something in a contract, or between a contract and its team, that a person should know or decide. */
export interface Finding {
  /** Stable within the contract; a confirmation of the same key settles it. */
  readonly key: string;
  readonly severity: 'note' | 'warning' | 'error';
  /** What waits until a person decides; `nothing` once settled. */
  readonly blocks: 'nothing' | 'invoicing' | 'everything';
  readonly clause: string;
  readonly text: LocalText;
  /** A person's decision is on file. */
  readonly isSettled: boolean;
}

/** As computed, before anybody's decision. */
export type NewFinding = Omit<Finding, 'isSettled'>;
