import type { DutyKind, PostGroup, ShiftType } from '../../solver/index.js';
import type { ServiceCalendar } from '../domain/calendar/service-calendar.js';
import { postGroupsOn, shiftMinutes, shiftsOn } from '../domain/contract/coverage.js';
import type { ServiceContract, ShiftTemplate } from '../domain/contract/service-contract.js';
import type { CivilDate } from '../shared/civil-date.js';
import type { Horizon } from './horizon.js';

interface Offer {
  readonly day: number;
  readonly shifts: readonly string[];
  readonly dayDuties: readonly DutyKind[];
}

/** The shifts that each post group in force offers day by day, and the catalogue of those shifts. */
export function offersOf(
  facts: { readonly contract: ServiceContract; readonly calendar: ServiceCalendar },
  horizon: Horizon,
): { readonly shifts: ShiftType[]; readonly groups: PostGroup[] } {
  const { contract, calendar } = facts;
  const offered = new Map<string, ShiftTemplate>();
  const offers = new Map<string, Offer[]>();
  for (const date of horizon.days) {
    for (const group of postGroupsOn(contract, date)) {
      const templates = shiftsOn({ contract, calendar, date, postGroup: group.key });
      const ofGroup = offers.get(group.key) ?? [];
      offers.set(group.key, ofGroup);
      if (templates.length === 0) continue;
      for (const template of templates) offered.set(template.key, template);
      ofGroup.push({
        day: horizon.index(date),
        shifts: templates.map(({ key }) => key),
        dayDuties: dayDuties({ calendar, date, site: group.site, templates }),
      });
    }
  }
  return {
    shifts: contract.shifts.flatMap((template) => (offered.has(template.key) ? [shiftType(template)] : [])),
    groups: [...offers].map(([id, ofGroup]) => ({ id, offers: ofGroup })),
  };
}

function shiftType(template: ShiftTemplate): ShiftType {
  const { segments, countedMinutes } = shiftMinutes(template);
  return { id: template.key, segments, countedMinutes, duties: template.duties };
}

/** What working on the day means to a person: the Saturday crew of a hall, a rest day at a desk that never closes, a statutory holiday. */
export function dayDuties({
  calendar,
  date,
  site,
  templates,
}: {
  readonly calendar: ServiceCalendar;
  readonly date: CivilDate;
  readonly site: string;
  readonly templates: readonly ShiftTemplate[];
}): DutyKind[] {
  const day = calendar.day(date, site);
  if (day.isStatutoryHoliday) return ['holiday'];
  if (day.kind === 'working') return [];
  return templates.some(({ days }) => days === 'saturday') ? ['saturday'] : ['weekend'];
}
