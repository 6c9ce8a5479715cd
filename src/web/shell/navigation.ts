import type { RoleName } from '../../adapters/http/schemas/common.js';
import type { Messages } from '../messages/zh.js';
import type { IconName } from './icons.js';

/** What each role finds in a contract. The server decides what may be done; this only leaves out what it would refuse. */
export const places = {
  roster: { path: 'roster', icon: 'roster', section: 'planning', roles: ['manager', 'finance', 'client'] },
  contract: {
    path: '',
    icon: 'contract',
    section: 'planning',
    roles: ['administrator', 'manager', 'finance', 'client'],
  },
  feeds: { path: 'feeds', icon: 'feed', section: 'planning', roles: ['manager'] },
  vacancies: { path: 'vacancies', icon: 'money', section: 'settlement', roles: ['manager', 'finance', 'client'] },
  lines: { path: 'lines', icon: 'list', section: 'settlement', roles: ['manager', 'finance', 'client'] },
  statements: { path: 'statements', icon: 'statement', section: 'settlement', roles: ['manager', 'finance', 'client'] },
  rates: { path: 'rates', icon: 'rate', section: 'settlement', roles: ['manager', 'finance', 'client'] },
  attendance: { path: 'attendance', icon: 'attendance', section: 'settlement', roles: ['manager', 'finance'] },
  journal: { path: 'journal', icon: 'journal', section: 'settlement', roles: ['finance'] },
  verification: {
    path: 'verification',
    icon: 'shield',
    section: 'settlement',
    roles: ['administrator', 'manager', 'finance', 'client'],
  },
  myShifts: { path: 'my-shifts', icon: 'roster', section: 'mine', roles: ['staff'] },
  myCalendar: { path: 'my-calendar', icon: 'feed', section: 'mine', roles: ['staff'] },
  myMessages: { path: 'my-messages', icon: 'mail', section: 'mine', roles: ['staff'] },
} as const satisfies Record<
  string,
  { path: string; icon: IconName; section: keyof Messages['navigation']['sections']; roles: readonly RoleName[] }
>;

export type PlaceName = keyof typeof places;

export function placesOf(role: RoleName): PlaceName[] {
  return (Object.keys(places) as PlaceName[]).filter((name) =>
    (places[name].roles as readonly RoleName[]).includes(role),
  );
}

export function addressOf(contract: string, place: PlaceName): string {
  const { path } = places[place];
  return path === '' ? `/contracts/${contract}` : `/contracts/${contract}/${path}`;
}

/** Where a person starts the day. */
export function homeOf(role: RoleName): PlaceName {
  const homes = {
    staff: 'myShifts',
    finance: 'vacancies',
    administrator: 'contract',
    manager: 'roster',
    client: 'roster',
  } as const;
  return homes[role];
}
