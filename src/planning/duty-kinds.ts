import type { DutyKind } from '../../solver/index.js';
import type { Assignment } from '../domain/rostering/roster.js';
import { dayDuties } from './offers.js';
import type { PlanningFacts } from './planning-facts.js';

/** The burdens that a rostered duty was for its holder, by the same reading as the offers of a plan. */
export function dutyKindsOf({
  contract,
  calendar,
}: Pick<PlanningFacts, 'contract' | 'calendar'>): (assignment: Assignment) => DutyKind[] {
  const templates = new Map(contract.shifts.map((template) => [template.key, template]));
  return ({ shift, date, postGroup }) => {
    const template = templates.get(shift);
    const site = postGroup.split('/')[0] ?? '';
    const ofDay = dayDuties({ calendar, date, site, templates: template === undefined ? [] : [template] });
    return [...new Set([...(template?.duties ?? []), ...ofDay])];
  };
}
