import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { AppShell } from './shell/app-shell.js';
import { HomePage, NotFoundPage } from './shell/home-page.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
/** The router reads `2026` as a number and `2026-05` as text; searches keep only what is a date or month. */
const dated = (value: unknown, shape: RegExp): string | undefined => {
  const written = text(value);
  return written !== undefined && shape.test(written) ? written : undefined;
};
const date = /^\d{4}-\d{2}-\d{2}$/u;
const month = /^\d{4}-\d{2}$/u;

export const rosterViews = ['coverage', 'workers', 'posts'] as const;
export type RosterView = (typeof rosterViews)[number];

export interface RosterSearch {
  from?: string;
  to?: string;
  view?: RosterView;
  roster?: string;
}
export interface MonthSearch {
  month?: string;
}

function rosterSearch(search: Record<string, unknown>): RosterSearch {
  const from = dated(search['from'], date);
  const to = dated(search['to'], date);
  const view = rosterViews.find((name) => name === search['view']);
  const roster = text(search['roster']);
  return { ...(from && { from }), ...(to && { to }), ...(view && { view }), ...(roster && { roster }) };
}

function monthSearch(search: Record<string, unknown>): MonthSearch {
  const asked = dated(search['month'], month);
  return asked === undefined ? {} : { month: asked };
}

const root = createRootRoute({ component: AppShell, notFoundComponent: NotFoundPage });
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const contracts = createRoute({
  getParentRoute: () => root,
  path: '/contracts',
  component: lazyRouteComponent(() => import('./contracts/contracts-page.js'), 'ContractsPage'),
});
const contract = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract',
  component: lazyRouteComponent(() => import('./contracts/contract-page.js'), 'ContractPage'),
});
const roster = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/roster',
  validateSearch: rosterSearch,
  component: lazyRouteComponent(() => import('./roster/roster-page.js'), 'RosterPage'),
});
const feeds = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/feeds',
  component: lazyRouteComponent(() => import('./feeds/feeds-page.js'), 'FeedsPage'),
});
const vacancies = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/vacancies',
  validateSearch: monthSearch,
  component: lazyRouteComponent(() => import('./finance/vacancies-page.js'), 'VacanciesPage'),
});
const statements = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/statements',
  validateSearch: monthSearch,
  component: lazyRouteComponent(() => import('./finance/statements-page.js'), 'StatementsPage'),
});
const rates = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/rates',
  component: lazyRouteComponent(() => import('./finance/rates-page.js'), 'RatesPage'),
});
const attendance = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/attendance',
  validateSearch: monthSearch,
  component: lazyRouteComponent(() => import('./finance/attendance-page.js'), 'AttendancePage'),
});
const journal = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/journal',
  validateSearch: monthSearch,
  component: lazyRouteComponent(() => import('./finance/journal-page.js'), 'JournalPage'),
});
const verification = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/verification',
  component: lazyRouteComponent(() => import('./finance/verification-page.js'), 'VerificationPage'),
});
const myShifts = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/my-shifts',
  component: lazyRouteComponent(() => import('./staff/my-shifts-page.js'), 'MyShiftsPage'),
});
const myCalendar = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/my-calendar',
  component: lazyRouteComponent(() => import('./staff/my-calendar-page.js'), 'MyCalendarPage'),
});
const myMessages = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/my-messages',
  component: lazyRouteComponent(() => import('./staff/my-messages-page.js'), 'MyMessagesPage'),
});
const holidayNotices = createRoute({
  getParentRoute: () => root,
  path: '/administration/calendar',
  component: lazyRouteComponent(() => import('./administration/holiday-notices-page.js'), 'HolidayNoticesPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    contracts,
    contract,
    roster,
    feeds,
    vacancies,
    statements,
    rates,
    attendance,
    journal,
    verification,
    myShifts,
    myCalendar,
    myMessages,
    holidayNotices,
  ]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
