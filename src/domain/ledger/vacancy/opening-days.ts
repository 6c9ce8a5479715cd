import { eachDate, type CivilDate } from '../../../shared/civil-date.js';
import type { ContractPostGroup } from '../../contract/service-contract.js';
import type { DemandStretch } from './demand-stretches.js';
import { countedRequirements, crewOn, requirementsOn, windowHalves, type WindowRequirement } from './post-demand.js';

/** A day of a stretch, or after it as if the stretch went on, on which a group is asked for. */
export interface OpeningDay {
  readonly date: CivilDate;
  readonly requirements: readonly WindowRequirement[];
  /** In core time a part of the posts opens: the day is a turn of the opening plan. */
  readonly isReduced: boolean;
  /** Windows beside the core hours stand on it: where they count for themselves, it is a turn of theirs (V10). */
  readonly hasWindows: boolean;
}

type TurnKind = 'isReduced' | 'hasWindows';

/** The days of one version of a group by stretch, and whose turn they are. */
export interface OpeningDays {
  /** From the first day of a stretch to the last of the term. */
  readonly from: (stretch: DemandStretch) => readonly OpeningDay[];
  readonly turn: (kind: TurnKind, stretch: DemandStretch, date: CivilDate) => number;
}

/**
 * Turns are numbered from the version's first day on, whatever changes around it; days before it, on which a post is
 * only taken to have been there, have negative numbers.
 */
export function openingDays(
  version: ContractPostGroup,
  { stretches, term }: { readonly stretches: readonly DemandStretch[]; readonly term: { readonly to: CivilDate } },
): OpeningDays {
  const group: ContractPostGroup = { ...version, from: undefined, to: undefined };
  const days = new Map(stretches.map((stretch) => [stretch, daysFrom(stretch, group, term.to)]));
  const from = (stretch: DemandStretch) => days.get(stretch) ?? [];
  const isBefore = (stretch: DemandStretch) => version.from !== undefined && stretch.from < version.from;
  const turnsOf = (kind: TurnKind) => {
    const numbers = new Map<DemandStretch, ReadonlyMap<CivilDate, number>>();
    const within = (stretch: DemandStretch) =>
      from(stretch).filter((day) => day[kind] && day.date <= stretch.to).length;
    let first = -stretches.filter(isBefore).reduce((sum, stretch) => sum + within(stretch), 0);
    for (const stretch of stretches) {
      const base = first;
      const turns = from(stretch).filter((day) => day[kind]);
      numbers.set(stretch, new Map(turns.map(({ date }, index) => [date, base + index])));
      first += within(stretch);
    }
    return numbers;
  };
  const turns = { isReduced: turnsOf('isReduced'), hasWindows: turnsOf('hasWindows') };
  return { from, turn: (kind, stretch, date) => turns[kind].get(stretch)?.get(date) ?? 0 };
}

function daysFrom({ from, contract, calendar }: DemandStretch, group: ContractPostGroup, to: CivilDate): OpeningDay[] {
  return eachDate({ from, to }).flatMap((date) => {
    const requirements = requirementsOn({ contract, calendar, date, group });
    if (requirements.length === 0) return [];
    const counted = countedRequirements(requirements);
    return [
      {
        date,
        requirements,
        isReduced: counted.length > 0 && crewOn(counted) < group.headcount,
        hasWindows: requirements.some(({ kind }) => kind in windowHalves),
      },
    ];
  });
}
