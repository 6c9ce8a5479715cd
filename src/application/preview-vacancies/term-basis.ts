import { serviceCalendar } from '../../domain/calendar/calendar.js';
import type { HolidayNotice, SiteOverride } from '../../domain/calendar/service-calendar.js';
import type { TermBasis } from '../../domain/ledger/vacancy/term-demand.js';

interface Stored extends Omit<TermBasis, 'calendar'> {
  readonly notices: readonly HolidayNotice[];
  readonly overrides: readonly SiteOverride[];
}

/** By their text, the last used last. */
const kept = new Map<string, TermBasis>();
const keptAtMost = 16;

/**
 * What a term's demand rests on, as read from the database: the same objects as long as nothing of it has changed, so
 * that the demand is worked out once and not with every request. The calendar is as the notices have it: the engine
 * reads it under the register, which a preview may change.
 */
export function termBasis(stored: Stored): TermBasis {
  const { contract, term, choices, notices, overrides } = stored;
  const text = JSON.stringify([contract, term, choices, notices, overrides]);
  const basis = kept.get(text) ?? { contract, term, choices, calendar: serviceCalendar({ notices, overrides }) };
  kept.delete(text);
  kept.set(text, basis);
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
  return basis;
}
