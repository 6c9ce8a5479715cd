import type { Worker } from '../../src/domain/workforce/worker.js';
import { addDays, type CivilDate } from '../../src/shared/civil-date.js';
import { seededRandom } from './seeded-random.js';

/**
 * Papers on file: labour contracts of three years from joining, medical checks and, for some, a certificate of training. A few lapse
 * within the term, so that there is something to renew.
 */
export function withPapers(workers: readonly Worker[], term: { readonly from: CivilDate }, seed: number): Worker[] {
  // Numbers of its own: the people stay as they were without papers.
  const random = seededRandom(seed);
  return workers.map((worker) => ({
    ...worker,
    documents: [
      { kind: 'medicalCheck' as const, until: addDays(term.from, random.whole(230, 560)) },
      { kind: 'labourContract' as const, until: addDays(worker.joinedOn, 3 * 365) },
      ...(random.isOneIn(3)
        ? [{ kind: 'trainingCertificate' as const, until: addDays(term.from, random.whole(250, 900)) }]
        : []),
    ],
  }));
}
