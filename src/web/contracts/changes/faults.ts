import { parseClock } from '../../../shared/interval.js';
import type { Crew } from '../../messages/figures.js';
import type { Messages } from '../../messages/zh.js';
import type { Fault } from '../../shell/faults.js';
import type { Share } from '../share.js';

export const clockFault =
  (text: string) =>
  (m: Messages): Fault =>
    parseClock(text) === undefined ? m.changes.faults.clock : undefined;

/** Of people, posts and lengths of time; more is a slip of the keyboard. */
export const countMax = 9999;

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export const numberFault =
  (value: unknown, { min, max }: Bounds) =>
  (m: Messages): Fault => {
    if (typeof value !== 'number') return m.changes.faults.empty;
    return value < min || value > max ? m.changes.faults.between(min, max) : undefined;
  };

export const shareFault =
  (share: Share | undefined) =>
  (m: Messages): Fault => {
    if (share === undefined) return m.changes.notAPercentage;
    return share.numerator > share.denominator ? m.changes.faults.aboveWhole : undefined;
  };

export const groupsFault =
  (keys: readonly string[] | undefined) =>
  (m: Messages): Fault =>
    keys?.length === 0 ? m.changes.faults.noGroup : undefined;

/** People are never more than posts. */
export const crewFault =
  (crew: Crew) =>
  (m: Messages): Fault => {
    if (crew.kind === 'full') return undefined;
    if (crew.kind === 'fixed') return numberFault(crew.count, { min: 0, max: countMax })(m);
    const { numerator, denominator, minimum } = crew;
    if (numerator < 1 || numerator > denominator) return m.changes.faults.crew;
    return numberFault(Math.max(denominator, minimum), { min: 0, max: countMax })(m);
  };
