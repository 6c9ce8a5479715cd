import type { Incident } from '../../adapters/http/schemas/settlement.js';

/** Where an incident stands: the phase of its line, or why it has none. */
export const standings = ['proposed', 'disputed', 'agreed', 'waived', 'withdrawn', 'free', 'struckOff'] as const;
export type Standing = (typeof standings)[number];

/** A line that was taken back stays known to the journal; what still stands without money is free. */
export function standingOf({ revocation, phase }: Incident): Standing {
  if (revocation !== null) return 'struckOff';
  return phase === null || phase === 'reversed' ? 'free' : phase;
}
