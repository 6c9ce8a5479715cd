import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { documentKinds, type DocumentKind, type Worker } from './worker.js';

export type PersonDocument = NonNullable<Worker['documents']>[number];

/** Days before a paper's last day from which it is told: time to make an appointment and have it renewed. */
const noticeDays = 60;

/** How a paper stands on a day; its last day still counts. */
export function documentStanding(until: CivilDate, on: CivilDate): 'valid' | 'expiring' | 'expired' {
  if (until < on) return 'expired';
  return until <= addDays(on, noticeDays) ? 'expiring' : 'valid';
}

/** A record's papers with some of them set anew; `null` takes one away. In the order of the kinds. */
export function withDocuments(
  held: readonly PersonDocument[],
  set: ReadonlyMap<DocumentKind, CivilDate | null>,
): PersonDocument[] {
  const found = new Map<DocumentKind, CivilDate | null>([
    ...held.map(({ kind, until }) => [kind, until] as const),
    ...set,
  ]);
  return documentKinds.flatMap((kind) => {
    const until = found.get(kind) ?? null;
    return until === null ? [] : [{ kind, until }];
  });
}
