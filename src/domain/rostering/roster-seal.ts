import { canonicalJson, sha256 } from '../ledger/journal/journal-hash.js';
import type { Roster } from './roster.js';

/** What a publication vouches for, kept beside its roster: a roster that is changed later no longer fits it. */
export interface RosterSeal {
  readonly contract: string;
  readonly rosterId: string;
  /** SHA-256 of all that publishing made final. */
  readonly digest: string;
}

/** Covers a published roster but for its status and revision, which a newer version changes. */
export function rosterSeal(roster: Roster): RosterSeal {
  const { id, contract, from, to, version, isProvisional, assignments, pinnedDaysOff, vacancies } = roster;
  const { requiredPostDays, filledPostDays, certificate, createdAt, publishedAt } = roster;
  const planned = { from, to, isProvisional, assignments, pinnedDaysOff, vacancies, requiredPostDays, filledPostDays };
  const digest = sha256(canonicalJson({ id, contract, version, ...planned, certificate, createdAt, publishedAt }));
  return { contract, rosterId: id, digest };
}
