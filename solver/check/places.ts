import type { PlanVacancy, SoftRuleName } from '../plan.js';
import type { Demand, RosterProblem, ShiftCover } from '../problem.js';
import { calendarDays, grouped, type Duty, type Facts } from './facts.js';
import { coverAt, coverKey, shiftKey } from './shift-cover.js';
import { surplusAt } from './surplus.js';
import { firstDayOf, isThroughout, placeKey, present, vacancyAt } from './vacancy.js';

/** What coming and going does to the places: yuan by rule, and how many people are then at the intervals concerned. */
export interface PlaceChange {
  readonly costs: Readonly<Partial<Record<SoftRuleName, number>>>;
  readonly people: ReadonlyMap<Demand, number>;
}

/** The demand intervals and shift numbers of a plan, with how many people are at each. */
export class Places {
  readonly #facts: Facts;
  readonly #demand: ReadonlyMap<string, readonly Demand[]>;
  readonly #covers: ReadonlyMap<string, ShiftCover>;
  readonly #inShift: ReadonlyMap<string, readonly Duty[]>;
  readonly #present = new Map<Demand, number>();

  constructor(problem: RosterProblem, facts: Facts) {
    this.#facts = facts;
    this.#demand = grouped(problem.demand, (one) => placeKey(one.group, firstDayOf(one)));
    this.#covers = new Map((problem.shiftCover ?? []).map((cover) => [coverKey(cover), cover]));
    this.#inShift = this.#covers.size === 0 ? new Map() : grouped(facts.duties, shiftKey);
  }

  change(gone: readonly Duty[], come: readonly Duty[]): PlaceChange {
    const people = new Map<Demand, number>();
    let [vacancy, surplus] = [0, 0];
    for (const demand of this.#concerned([...gone, ...come])) {
      const before = this.#presentAt(demand);
      const isThere = (duty: Duty): boolean => isThroughout(duty, demand);
      const after = before - gone.filter(isThere).length + come.filter(isThere).length;
      people.set(demand, after);
      vacancy += (vacancyAt(demand, after)?.price ?? 0) - (vacancyAt(demand, before)?.price ?? 0);
      surplus += surplusAt(demand, after) - surplusAt(demand, before);
    }
    return { costs: { vacancy, surplus, shiftCover: this.#coverChange(gone, come) }, people };
  }

  #concerned(duties: readonly Duty[]): ReadonlySet<Demand> {
    return new Set(
      duties.flatMap((duty) =>
        [...new Set(duty.presence.flatMap(calendarDays))]
          .flatMap((day) => this.#demand.get(placeKey(duty.group.id, day)) ?? [])
          .filter((demand) => isThroughout(duty, demand)),
      ),
    );
  }

  #presentAt(demand: Demand): number {
    const known = this.#present.get(demand) ?? present(this.#facts, demand);
    this.#present.set(demand, known);
    return known;
  }

  #coverChange(gone: readonly Duty[], come: readonly Duty[]): number {
    if (this.#covers.size === 0) return 0;
    const difference = new Map<string, number>();
    for (const duty of gone) difference.set(shiftKey(duty), (difference.get(shiftKey(duty)) ?? 0) - 1);
    for (const duty of come) difference.set(shiftKey(duty), (difference.get(shiftKey(duty)) ?? 0) + 1);
    let cost = 0;
    for (const [key, more] of difference) {
      const cover = this.#covers.get(key);
      const before = this.#inShift.get(key)?.length ?? 0;
      if (cover !== undefined) cost += coverAt(cover, before + more) - coverAt(cover, before);
    }
    return cost;
  }
}

/** The vacancies of a plan after a change, in the order of the problem's demand. */
export function vacanciesAfter(
  { demand }: RosterProblem,
  vacancies: readonly PlanVacancy[],
  people: PlaceChange['people'],
): PlanVacancy[] {
  const keyOf = ({ group, day, start, end }: Demand | PlanVacancy): string => `${day} ${start} ${end} ${group}`;
  const before = new Map(vacancies.map((one) => [keyOf(one), one]));
  return demand.flatMap((one) => {
    const now = people.get(one);
    if (now !== undefined) return vacancyAt(one, now) ?? [];
    return before.get(keyOf(one)) ?? [];
  });
}
