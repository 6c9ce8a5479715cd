import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Today, TodayDuty } from '../../adapters/http/schemas/today.js';
import type { Person } from '../../adapters/http/schemas/workforce.js';
import { daysBetween } from '../../shared/civil-date.js';
import { minutesPerDay } from '../../shared/interval.js';
import type { LanguageContext } from '../messages/language.js';
import { groupName } from '../roster/scene.js';

/** A day with the names that it is read with. */
export interface TodayScene {
  readonly contract: string;
  readonly document: ContractDetail['document'];
  readonly people: readonly Person[];
  readonly view: Today;
  readonly isPast: boolean;
}

export function personName({ people }: TodayScene, code: string): string {
  return people.find((one) => one.code === code)?.name ?? code;
}

export function groupTitle({ document }: TodayScene, key: string, local: LanguageContext['local']): string {
  const { site, work } = groupName(document, key);
  return document.sites.length === 1 ? local(work) : `${local(site)} · ${local(work)}`;
}

/** The present in minutes from 00:00 of a duty's day. */
export function presentMinute({ date, minute }: Today, duty: TodayDuty): number {
  return minute + daysBetween({ from: duty.date, to: date }) * minutesPerDay;
}
