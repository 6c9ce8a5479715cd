import type { CivilDate } from '../../shared/civil-date.js';

/**
 * What a day is for service: `working` (statutory working day, adjusted ones included), `saturday` (ordinary Saturday),
 * `rest` (ordinary Sunday), `holidayBlock` (inside a State Council holiday block, V18).
 */
export type DayKind = 'working' | 'saturday' | 'rest' | 'holidayBlock';

export interface CalendarDay {
  readonly date: CivilDate;
  readonly kind: DayKind;
  /** A weekend day on which work is done in exchange for a bridge day (调休上班日). */
  readonly isAdjustedWorkday: boolean;
  /** One of the 13 statutory days with 300 % pay. */
  readonly isStatutoryHoliday: boolean;
  /** Name of the holiday, `劳动节`. */
  readonly holidayName?: { readonly zh: string; readonly en: string };
  /** No State Council notice covers the year yet: statutory days only, to be confirmed. */
  readonly isProvisional: boolean;
  /** Closed or opened for one site against the notice, with the source document. */
  readonly override?: { readonly site: string; readonly document: string };
}

export interface ServiceCalendar {
  /** The day, with a site's overrides when a site is given. Any year: without a notice it is provisional. */
  day(date: CivilDate, site?: string): CalendarDay;
}

/** One State Council notice, or an import of one (`fixtures/calendars/2026.json`). */
export interface HolidayNotice {
  readonly year: number;
  /** Source document and date. */
  readonly document: string;
  readonly days: readonly { readonly date: CivilDate; readonly name: string; readonly isOffDay: boolean }[];
}

/** A site's own opening against the notice. */
export interface SiteOverride {
  readonly site: string;
  readonly date: CivilDate;
  readonly kind: DayKind;
  readonly document: string;
}
