import { explainVacancies, type PlanVacancy, type RosterProblem, type Plan } from '../../solver/index.js';
import { shiftMinutes, shiftsOn } from '../domain/contract/coverage.js';
import { addDays } from '../shared/civil-date.js';
import { minutesPerDay } from '../shared/interval.js';
import type { LocalText } from '../shared/text.js';
import type { PlanningFacts } from './planning-facts.js';

/** Why each vacancy is there: the solver's explanation, except for hours that belong to the night before the plan. */
export function vacancyReasons(
  facts: PlanningFacts,
  problem: RosterProblem,
  plan: Pick<Plan, 'assignments' | 'vacancies'>,
): (vacancy: PlanVacancy) => LocalText | undefined {
  const explained = new Map(explainVacancies(problem, plan).map((reason) => [keyOf(reason), reason.message]));
  return (vacancy) => (isOfTheNightBefore(facts, vacancy) ? nightBefore(facts) : explained.get(keyOf(vacancy)));
}

/** On the first day, and only a shift that starts on the eve could cover it. */
function isOfTheNightBefore(
  { contract, calendar, from }: PlanningFacts,
  { group, day, start, end }: PlanVacancy,
): boolean {
  if (day !== 0) return false;
  const isCoveredFrom = (date: typeof from, shift: number): boolean =>
    shiftsOn({ contract, calendar, date, postGroup: group }).some((template) =>
      shiftMinutes(template).segments.some((segment) => segment.start - shift <= start && end <= segment.end - shift),
    );
  return !isCoveredFrom(from, 0) && isCoveredFrom(addDays(from, -1), minutesPerDay);
}

function nightBefore({ from }: PlanningFacts): LocalText {
  const eve = addDays(from, -1);
  return {
    zh: `这段时间属于 ${eve} 开始的夜班，而该日没有已发布或已排的夜班。请先排 ${eve}，或从更早的日期开始排班。`,
    en: `These hours belong to the night that begins on ${eve}, and no night of that day is published or planned. Plan ${eve} first, or start the plan earlier.`,
  };
}

function keyOf({ group, day, start }: Pick<PlanVacancy, 'group' | 'day' | 'start'>): string {
  return `${group} ${day} ${start}`;
}
