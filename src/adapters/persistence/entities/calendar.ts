import type { HolidayNotice, SiteOverride } from '../../../domain/calendar/service-calendar.js';
import { json, key, text, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

/** Notices of the State Council hold for every contract: the one table of facts without a tenant. */
export const noticeEntity = table<HolidayNotice>({
  name: 'holiday_notice',
  columns: { year: wholeKey, document: text, days: json },
});

export type SiteOverrideRow = SiteOverride & { readonly contract: string };

export const siteOverrideEntity = table<SiteOverrideRow>({
  name: 'site_override',
  columns: { contract: key, site: key, date: key, kind: text, document: text },
  foreignKeys: [belongsToContract],
});
