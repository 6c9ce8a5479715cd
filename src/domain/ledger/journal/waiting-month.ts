import type { CivilMonth } from '../../../shared/civil-date.js';

/** A month with lines in force of which somebody has yet to say something. */
export interface WaitingMonth {
  readonly month: CivilMonth;
  /** Not answered by the client. */
  readonly proposed: number;
  /** Disputed by the client, and not settled. */
  readonly disputed: number;
}
