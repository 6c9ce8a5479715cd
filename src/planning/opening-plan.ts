import { openingOrder, postNames } from '../domain/contract/coverage.js';
import type { ContractPostGroup } from '../domain/contract/service-contract.js';
import { demandStretches } from '../domain/ledger/vacancy/demand-stretches.js';
import { openingDays, type OpeningDays } from '../domain/ledger/vacancy/opening-days.js';
import { countedRequirements, crewOn } from '../domain/ledger/vacancy/post-demand.js';
import { vacancyReadings } from '../domain/ledger/readings/vacancy-reading.js';
import type { CivilDate } from '../shared/civil-date.js';
import type { PlanningFacts } from './planning-facts.js';

type DemandFacts = Pick<PlanningFacts, 'contract' | 'calendar' | 'term'>;

/**
 * The posts to deal on a day, those first that open first: on a day that needs a part of them, those of the group's
 * opening plan, and further ones only for people beyond the crew. The ledger asks for the same posts; where the parties
 * read the calendar otherwise (V17, V18) its turns may differ, and whoever is present counts for a post of its plan.
 */
export function openingPlan(
  facts: DemandFacts,
): (date: CivilDate, group: ContractPostGroup, people: number) => readonly string[] {
  const known = new Map<ContractPostGroup, ReturnType<typeof planOf>>();
  return (date, group, people) => {
    const plan = known.get(group) ?? planOf(group, facts);
    known.set(group, plan);
    const { turn, crew } = plan(date);
    return turn === undefined ? postNames(group) : openingOrder(group, { turn, crew }).slice(0, Math.max(crew, people));
  };
}

function planOf(group: ContractPostGroup, { contract, calendar, term }: DemandFacts) {
  const readingOn = vacancyReadings([]);
  const stretches = demandStretches(group.key, { contract, calendar, term, readingOn, readingStarts: [] });
  const days: OpeningDays = openingDays(group, { stretches, term });
  return (date: CivilDate): { readonly turn: number | undefined; readonly crew: number } => {
    const stretch = stretches.findLast(({ from }) => from <= date);
    const day = stretch === undefined ? undefined : days.from(stretch).find((each) => each.date === date);
    if (stretch === undefined || day?.isReduced !== true) return { turn: undefined, crew: group.headcount };
    return { turn: days.turn('isReduced', stretch, date), crew: crewOn(countedRequirements(day.requirements)) };
  };
}
