import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Clock, Randomness } from '../../src/application/ports/index.js';
import { civilDate, zone, type CivilDate } from '../../src/shared/civil-date.js';

/** A clock that stands still until it is told otherwise; starts at noon in Shanghai. */
export class FixedClock implements Clock {
  private instant: DateTime;

  constructor(today = '2026-05-06') {
    this.instant = DateTime.fromISO(`${today}T12:00:00.000`, { zone });
  }

  now(): string {
    return this.instant.toJSDate().toISOString();
  }

  today(): CivilDate {
    return civilDate(this.instant.toFormat('yyyy-MM-dd'));
  }

  /** To noon of a day in Shanghai. */
  setToday(today: string): void {
    this.instant = DateTime.fromISO(`${today}T12:00:00.000`, { zone });
  }

  advance(by: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): void {
    this.instant = this.instant.plus(by);
  }
}

/** Ids 1, 2, 3 … in the form of the real ones; secrets differ but never change from run to run. */
export class CountedRandomness implements Randomness {
  private ids = 0;
  private secrets = 0;

  id(): string {
    this.ids += 1;
    return `00000000-0000-7000-8000-${String(this.ids).padStart(12, '0')}`;
  }

  secret(): string {
    this.secrets += 1;
    return createHash('sha256').update(`secret ${this.secrets}`).digest('base64url');
  }
}
