import { birthday, completedYears, type CivilDate } from '../../shared/civil-date.js';
import type { ServiceContract } from '../contract/service-contract.js';
import type { Worker } from './worker.js';

/** One age limit of the contract and the people beyond it, now or later in the term. */
export interface AgeOutlook {
  readonly clause: string;
  readonly yearsMax: number;
  /** How many must be within the limit; null = a preference of the contract, no duty. */
  readonly minimumHeadcount: number | null;
  readonly withinToday: number;
  /** By date: the first day on which the person is beyond the limit. */
  readonly beyond: readonly { readonly worker: string; readonly since: CivilDate }[];
}

/** Who passes the contract's age limits and when, until the end of the term (M7: completed years on each day). */
export function ageOutlook(
  contract: ServiceContract,
  { team, today, until }: { readonly team: readonly Worker[]; readonly today: CivilDate; readonly until: CivilDate },
): AgeOutlook[] {
  const onStrength = team.filter(({ leftOn }) => leftOn === undefined || leftOn >= today);
  return contract.covenants.flatMap((covenant) => {
    if (covenant.kind !== 'ageHeadcount' && covenant.kind !== 'agePreferred') return [];
    const { clause, yearsMax } = covenant;
    const within = ({ bornOn }: Worker) => completedYears({ from: bornOn, on: today }) <= yearsMax;
    return {
      ...{ clause, yearsMax },
      minimumHeadcount: covenant.kind === 'ageHeadcount' ? covenant.minimumHeadcount : null,
      withinToday: onStrength.filter((worker) => worker.joinedOn <= today && within(worker)).length,
      beyond: onStrength
        .map(({ code, bornOn }) => ({ worker: code, since: birthday(bornOn, yearsMax + 1) }))
        .filter(({ since }) => since <= until)
        .sort((a, b) => (a.since < b.since ? -1 : 1)),
    };
  });
}
