import { z } from 'zod';
import { civilDate, dateRange, identifier, list } from './common.js';

/** GET /contracts/:contract/coverage?from&to[&roster] */
export const coverageQuery = dateRange({ roster: identifier.optional() });

/** One elementary interval of one post group on one day, minutes from 00:00 of the date, half-open. */
export const coverageCell = z
  .object({
    postGroup: z.string(),
    date: civilDate,
    start: z.int(),
    end: z.int(),
    required: z.int(),
    /** People of the roster present throughout the interval; null when no roster covers the day. */
    filled: z.int().nullable(),
    /** Key of the contract's window, and its clause. */
    window: z.string(),
    clause: z.string(),
  })
  .meta({ id: 'CoverageCell' });
export type CoverageCell = z.output<typeof coverageCell>;

export const coverage = z
  .object({
    cells: list(coverageCell),
    /** The rosters that `filled` was counted from: the one asked for, else the published ones of the range. */
    rosters: list(identifier),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.output<typeof coverage>;
