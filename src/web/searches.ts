/** What stands behind the question mark of a page's address, read with care: people edit addresses by hand. */

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
/** The router reads `2026` as a number and `2026-05` as text; searches keep only what has its shape. */
const shaped = (value: unknown, shape: RegExp): string | undefined => {
  const written = text(value);
  return written !== undefined && shape.test(written) ? written : undefined;
};
const date = /^\d{4}-\d{2}-\d{2}$/u;
const siteKey = /^[a-z0-9-]+$/u;
const month = /^\d{4}-\d{2}$/u;

export const rosterViews = ['coverage', 'workers', 'posts'] as const;
export type RosterView = (typeof rosterViews)[number];

export interface RosterSearch {
  from?: string;
  to?: string;
  view?: RosterView;
  roster?: string;
  /** Key of a site; all of them when absent. */
  site?: string;
}
export interface DaySearch {
  date?: string;
}
export interface MonthSearch {
  month?: string;
}

export interface ForecastSearch {
  seed?: number;
}

export function rosterSearch(search: Record<string, unknown>): RosterSearch {
  const from = shaped(search['from'], date);
  const to = shaped(search['to'], date);
  const view = rosterViews.find((name) => name === search['view']);
  const roster = text(search['roster']);
  const site = shaped(search['site'], siteKey);
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(view && { view }),
    ...(roster && { roster }),
    ...(site && { site }),
  };
}

export function monthSearch(search: Record<string, unknown>): MonthSearch {
  const asked = shaped(search['month'], month);
  return asked === undefined ? {} : { month: asked };
}

export function daySearch(search: Record<string, unknown>): DaySearch {
  const day = shaped(search['date'], date);
  return day === undefined ? {} : { date: day };
}

/** Anything but a seed that the generator takes falls back to the usual one. */
export function forecastSearch(search: Record<string, unknown>): ForecastSearch {
  const seed = Number(search['seed']);
  return search['seed'] !== undefined && Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_295 ? { seed } : {};
}
