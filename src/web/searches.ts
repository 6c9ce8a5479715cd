import { parseCivilDate } from '../shared/civil-date.js';

/** What stands behind the question mark of a page's address, read with care: people edit addresses by hand. */

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
/** The router reads `2026` as a number and `2026-05` as text; searches keep only what has its shape. */
const shaped = (value: unknown, shape: RegExp): string | undefined => {
  const written = text(value);
  return written !== undefined && shape.test(written) ? written : undefined;
};
/** A day that the calendar has: 2026-13-09 is none. */
const day = (value: unknown): string | undefined => {
  const written = text(value);
  return written !== undefined && parseCivilDate(written) !== undefined ? written : undefined;
};
/** The router keeps what a search leaves out as it was written; only `undefined` takes it away. */
function only<Search extends object>(written: Record<string, unknown>, kept: Search): Search {
  return { ...Object.fromEntries(Object.keys(written).map((key) => [key, undefined])), ...kept };
}
const siteKey = /^[a-z0-9-]+$/u;
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

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
/** The entry to be shown, by its number. */
export interface JournalSearch extends MonthSearch {
  entry?: number;
}

export interface ForecastSearch {
  seed?: number;
}

export function rosterSearch(search: Record<string, unknown>): RosterSearch {
  const from = day(search['from']);
  const to = day(search['to']);
  const view = rosterViews.find((name) => name === search['view']);
  const roster = text(search['roster']);
  const site = shaped(search['site'], siteKey);
  return only(search, {
    ...(from && { from }),
    ...(to && { to }),
    ...(view && { view }),
    ...(roster && { roster }),
    ...(site && { site }),
  });
}

export function monthSearch(search: Record<string, unknown>): MonthSearch {
  const asked = shaped(search['month'], month);
  return only<MonthSearch>(search, asked === undefined ? {} : { month: asked });
}

export function journalSearch(search: Record<string, unknown>): JournalSearch {
  const asked = shaped(search['month'], month);
  const entry = Number(search['entry']);
  return only<JournalSearch>(search, {
    ...(asked && { month: asked }),
    ...(Number.isSafeInteger(entry) && entry > 0 && { entry }),
  });
}

export function daySearch(search: Record<string, unknown>): DaySearch {
  const date = day(search['date']);
  return only<DaySearch>(search, date === undefined ? {} : { date });
}

/** Anything but a seed that the generator takes falls back to the usual one. */
export function forecastSearch(search: Record<string, unknown>): ForecastSearch {
  const seed = Number(search['seed']);
  const isSeed = search['seed'] !== undefined && Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_295;
  return only<ForecastSearch>(search, isSeed ? { seed } : {});
}
