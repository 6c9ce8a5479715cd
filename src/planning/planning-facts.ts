import type { CivilDate } from '../shared/civil-date.js';
import type { ServiceCalendar } from '../domain/calendar/service-calendar.js';
import type { ServiceContract } from '../domain/contract/service-contract.js';
import type { Assignment } from '../domain/rostering/roster.js';
import type { ShiftWish } from '../domain/rostering/shift-wish.js';
import type { Leave, Worker } from '../domain/workforce/worker.js';

/** Everything that a roster problem is built from; plain data, read once. */
export interface PlanningFacts {
  readonly contract: ServiceContract;
  /** The term as confirmed (`effectiveTerm`). */
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly calendar: ServiceCalendar;
  readonly workers: readonly Worker[];
  /** All leave from the history to the end of the term; only approved leave counts. */
  readonly leave: readonly Leave[];
  readonly known: KnownDuties;
  /** Of the remembered weeks, for how they fared, and of the planned days. */
  readonly wishes: readonly ShiftWish[];
  readonly pins: readonly PinRequest[];
  /** First and last day to plan. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Published days before it are past: they stand as they are. */
  readonly today: CivilDate;
  /** Repair what is published: the fewest vacancies, then the cheapest changes; absent = plan anew close to what is published. */
  readonly repair?: {
    /** The present, minutes from 00:00 of `today`: duties that have begun stand as they are. */
    readonly presentMinute: number;
  };
}

/**
 * Duties that are known already, up to 13 weeks back and a week ahead. Before `from`: as published, else as drafted
 * last. From `from` on: as published only, and then the plan should stay close to them.
 */
export interface KnownDuties {
  /** Days that a roster covers, whether anybody works on them or not. */
  readonly days: ReadonlySet<CivilDate>;
  readonly assignments: readonly Assignment[];
}

/** A decision of the manager that the plan must keep; a null assignment is a day off. */
export interface PinRequest {
  readonly worker: string;
  readonly date: CivilDate;
  readonly assignment: { readonly shift: string; readonly postGroup: string } | null;
}
