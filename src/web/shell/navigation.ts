import type { RoleName } from '../../adapters/http/schemas/common.js';
import type { Session } from '../../adapters/http/schemas/session.js';
import type { Messages } from '../messages/zh.js';
import type { IconName } from './icon-paths.js';

/** What each role finds in a contract. The server decides what may be done; this only leaves out what it would refuse. */
export const places = {
  today: { path: 'today', icon: 'clock', section: 'planning', roles: ['manager', 'team-leader'] },
  roster: {
    path: 'roster',
    icon: 'roster',
    section: 'planning',
    roles: ['manager', 'team-leader', 'finance', 'client', 'auditor'],
  },
  contract: {
    path: '',
    icon: 'contract',
    section: 'planning',
    roles: ['administrator', 'manager', 'team-leader', 'finance', 'client', 'auditor'],
  },
  people: { path: 'people', icon: 'person', section: 'planning', roles: ['manager', 'team-leader', 'auditor'] },
  leaveRequests: { path: 'leave-requests', icon: 'inbox', section: 'planning', roles: ['manager'] },
  staffing: { path: 'staffing', icon: 'team', section: 'planning', roles: ['manager'] },
  statistics: { path: 'statistics', icon: 'bars', section: 'planning', roles: ['manager', 'auditor'] },
  feeds: { path: 'feeds', icon: 'feed', section: 'planning', roles: ['manager'] },
  vacancies: {
    path: 'vacancies',
    icon: 'money',
    section: 'settlement',
    roles: ['manager', 'finance', 'client', 'auditor'],
  },
  incidents: {
    path: 'incidents',
    icon: 'flag',
    section: 'settlement',
    roles: ['manager', 'finance', 'client', 'auditor'],
  },
  lines: { path: 'lines', icon: 'ticked', section: 'settlement', roles: ['manager', 'finance', 'client', 'auditor'] },
  reconciliation: {
    path: 'reconciliation',
    icon: 'bridge',
    section: 'settlement',
    roles: ['manager', 'finance', 'client', 'auditor'],
  },
  settlement: {
    path: 'settlement',
    icon: 'coins',
    section: 'settlement',
    roles: ['manager', 'finance', 'client', 'auditor'],
  },
  statements: {
    path: 'statements',
    icon: 'statement',
    section: 'settlement',
    roles: ['manager', 'finance', 'client', 'auditor'],
  },
  forecast: { path: 'forecast', icon: 'trend', section: 'settlement', roles: ['manager', 'finance'] },
  readings: {
    path: 'readings',
    icon: 'scales',
    section: 'settlement',
    roles: ['manager', 'finance', 'client', 'auditor'],
  },
  rates: { path: 'rates', icon: 'rate', section: 'settlement', roles: ['manager', 'finance', 'client', 'auditor'] },
  attendance: {
    path: 'attendance',
    icon: 'attendance',
    section: 'settlement',
    roles: ['manager', 'finance', 'auditor'],
  },
  journal: { path: 'journal', icon: 'journal', section: 'settlement', roles: ['finance', 'auditor'] },
  verification: {
    path: 'verification',
    icon: 'shield',
    section: 'settlement',
    roles: ['administrator', 'manager', 'finance', 'client', 'auditor'],
  },
  accessLog: { path: 'access-log', icon: 'eye', section: 'settlement', roles: ['auditor'] },
  myShifts: { path: 'my-shifts', icon: 'shift', section: 'mine', roles: ['staff'] },
  myCalendar: { path: 'my-calendar', icon: 'phone', section: 'mine', roles: ['staff'] },
  myLeave: { path: 'my-leave', icon: 'calendar', section: 'mine', roles: ['staff'] },
  mySwaps: { path: 'my-swaps', icon: 'swap', section: 'mine', roles: ['staff'] },
  myWishes: { path: 'my-wishes', icon: 'wish', section: 'mine', roles: ['staff'] },
  myMessages: { path: 'my-messages', icon: 'mail', section: 'mine', roles: ['staff'] },
} as const satisfies Record<
  string,
  { path: string; icon: IconName; section: keyof Messages['navigation']['sections']; roles: readonly RoleName[] }
>;

/** What belongs to no contract: the administrator's. */
export const administrationPlaces = {
  contractsKept: { path: '/administration/contracts', icon: 'folder' },
  users: { path: '/administration/users', icon: 'key' },
  accessLog: { path: '/administration/access-log', icon: 'eye' },
  feedsOverview: { path: '/administration/feeds', icon: 'link' },
  operation: { path: '/administration/operation', icon: 'pulse' },
  holidayNotices: { path: '/administration/calendar', icon: 'bell' },
} as const satisfies Record<string, { path: string; icon: IconName }>;

export type PlaceName = keyof typeof places;

/** What a person is in a contract: a team leader has shifts of their own, too. */
export function rolesIn(grants: Session['grants'], contract: string): RoleName[] {
  return grants.filter((grant) => grant.contract === contract || grant.contract === '*').map((grant) => grant.role);
}

export function placesOf(held: readonly RoleName[]): PlaceName[] {
  return (Object.keys(places) as PlaceName[]).filter((name) =>
    (places[name].roles as readonly RoleName[]).some((role) => held.includes(role)),
  );
}

export type NavigationSection = keyof Messages['navigation']['sections'];

/** A line of the navigation. */
export interface Entry {
  readonly name: PlaceName | keyof typeof administrationPlaces | 'contracts';
  readonly section: NavigationSection;
  readonly address: string;
  readonly icon: IconName;
  /** How many things there wait to be seen. */
  readonly unread?: number;
}

/** Everything that somebody may open: of the contract that they are in, and what belongs to none. */
export function entriesFor(grants: Session['grants'], contract: string | null): Entry[] {
  const inContract = contract === null ? [] : placesOf(rolesIn(grants, contract));
  const isAdministrator = grants.some(({ role }) => role === 'administrator');
  const kept = isAdministrator ? (Object.keys(administrationPlaces) as (keyof typeof administrationPlaces)[]) : [];
  return [
    ...inContract.map((name) => ({
      ...{ name, section: places[name].section, icon: places[name].icon },
      address: addressOf(contract ?? '', name),
    })),
    { name: 'contracts', section: 'general', address: '/contracts', icon: 'layers' },
    ...kept.map((name) => ({
      ...{ name, section: 'general' as const, icon: administrationPlaces[name].icon },
      address: administrationPlaces[name].path,
    })),
  ];
}

/** What a thumb reaches at once, best first: the daily work of each role. */
const atThumb: readonly Entry['name'][] = [
  ...(['myShifts', 'myLeave', 'mySwaps', 'myMessages'] as const),
  ...(['today', 'roster', 'leaveRequests'] as const),
  ...(['vacancies', 'lines', 'statements', 'settlement'] as const),
  ...(['users', 'operation', 'accessLog', 'contractsKept'] as const),
];

/** At most five places fit below a phone's page; the last is “more” when there are more. */
export function phoneEntries(entries: readonly Entry[]): Entry[] {
  if (entries.length <= 5) return [...entries];
  const rank = ({ name }: Entry) => (atThumb.includes(name) ? atThumb.indexOf(name) : atThumb.length);
  return [...entries].sort((a, b) => rank(a) - rank(b)).slice(0, 4);
}

export function addressOf(contract: string, place: PlaceName): string {
  const { path } = places[place];
  return path === '' ? `/contracts/${contract}` : `/contracts/${contract}/${path}`;
}

/** The client's side sees posts and how they are filled; the list person by person stays with the contractor. */
export function listsPeople(role: RoleName): boolean {
  return ['manager', 'team-leader', 'finance', 'auditor'].includes(role);
}

/** Where a person starts the day. */
export function homeOf(role: RoleName): PlaceName {
  const homes = {
    staff: 'myShifts',
    finance: 'vacancies',
    auditor: 'vacancies',
    administrator: 'contract',
    manager: 'roster',
    'team-leader': 'today',
    client: 'roster',
  } as const;
  return homes[role];
}
