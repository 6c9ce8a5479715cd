import type { CivilDate } from '../../shared/civil-date.js';

/** The wall clock; the only source of "now". */
export interface Clock {
  /** UTC instant, ISO 8601 with milliseconds. */
  now(): string;
  /** Today in Asia/Shanghai. */
  today(): CivilDate;
}

/** Unpredictable identifiers and secrets. */
export interface Randomness {
  /** Sortable unique id. */
  id(): string;
  /** 256 random bits, base64url. */
  secret(): string;
}
