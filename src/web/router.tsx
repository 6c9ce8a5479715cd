import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { contractQuery } from './api/queries.js';
import { queryClient } from './api/query-client.js';
import { askForBoard } from './roster/board-data.js';
import { AppShell } from './shell/app-shell.js';
import { HomePage, NotFoundPage } from './shell/home-page.js';
import { PageFailure, PagePending } from './shell/page-states.js';
import { daySearch, forecastSearch, journalSearch, monthSearch, rosterSearch } from './searches.js';

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
/** Pages of a month wait for the contract: without a month in the address its term says which one is meant. */
const ofMonth = {
  validateSearch: monthSearch,
  // What goes wrong here goes wrong on the page, too, which says so.
  loader: ({ params }: { readonly params: { readonly contract: string } }) =>
    queryClient.query(contractQuery(params.contract)).catch(() => null),
};
const todayRoute = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/today',
  validateSearch: daySearch,
  component: lazyRouteComponent(() => import('./today/today-page.js'), 'TodayPage'),
});
const roster = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/roster',
  validateSearch: rosterSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => {
    void askForBoard(queryClient, params.contract, deps);
  },
  component: lazyRouteComponent(() => import('./roster/roster-page.js'), 'RosterPage'),
});
const staffing = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/staffing',
  component: lazyRouteComponent(() => import('./staffing/staffing-page.js'), 'StaffingPage'),
});
const statistics = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/statistics',
  validateSearch: monthSearch,
  component: lazyRouteComponent(() => import('./statistics/statistics-page.js'), 'StatisticsPage'),
});
const feeds = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/feeds',
  component: lazyRouteComponent(() => import('./feeds/feeds-page.js'), 'FeedsPage'),
});
const vacancies = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/vacancies',
  ...ofMonth,
  component: lazyRouteComponent(() => import('./finance/vacancies-page.js'), 'VacanciesPage'),
});
const lines = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/lines',
  ...ofMonth,
  component: lazyRouteComponent(() => import('./finance/lines-page.js'), 'LinesPage'),
});
const incidents = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/incidents',
  component: lazyRouteComponent(() => import('./incidents/incidents-page.js'), 'IncidentsPage'),
});
const reconciliation = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/reconciliation',
  ...ofMonth,
  component: lazyRouteComponent(() => import('./finance/reconciliation/reconciliation-page.js'), 'ReconciliationPage'),
});
const settlement = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/settlement',
  component: lazyRouteComponent(() => import('./settlement/settlement-page.js'), 'SettlementPage'),
});
const statements = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/statements',
  ...ofMonth,
  component: lazyRouteComponent(() => import('./finance/statements-page.js'), 'StatementsPage'),
});
const forecast = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/forecast',
  validateSearch: forecastSearch,
  component: lazyRouteComponent(() => import('./forecast/forecast-page.js'), 'ForecastPage'),
});
const readings = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/readings',
  component: lazyRouteComponent(() => import('./finance/readings-page.js'), 'ReadingsPage'),
});
const rates = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/rates',
  component: lazyRouteComponent(() => import('./finance/rates-page.js'), 'RatesPage'),
});
const attendance = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/attendance',
  ...ofMonth,
  component: lazyRouteComponent(() => import('./finance/attendance-page.js'), 'AttendancePage'),
});
const journal = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/journal',
  ...ofMonth,
  validateSearch: journalSearch,
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

const myLeave = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/my-leave',
  component: lazyRouteComponent(() => import('./requests/my-leave-page.js'), 'MyLeavePage'),
});
const mySwaps = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/my-swaps',
  component: lazyRouteComponent(() => import('./requests/my-swaps-page.js'), 'MySwapsPage'),
});
const myWishes = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/my-wishes',
  component: lazyRouteComponent(() => import('./requests/my-wishes-page.js'), 'MyWishesPage'),
});
const leaveRequests = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/leave-requests',
  component: lazyRouteComponent(() => import('./requests/leave-inbox-page.js'), 'LeaveInboxPage'),
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/people',
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
});
const users = createRoute({
  getParentRoute: () => root,
  path: '/administration/users',
  component: lazyRouteComponent(() => import('./administration/users-page.js'), 'UsersPage'),
});
const accessLog = createRoute({
  getParentRoute: () => root,
  path: '/administration/access-log',
  component: lazyRouteComponent(() => import('./administration/access-log-page.js'), 'AccessLogPage'),
});
const contractAccessLog = createRoute({
  getParentRoute: () => root,
  path: '/contracts/$contract/access-log',
  component: lazyRouteComponent(() => import('./administration/access-log-page.js'), 'AccessLogPage'),
});
const contractsKept = createRoute({
  getParentRoute: () => root,
  path: '/administration/contracts',
  component: lazyRouteComponent(() => import('./administration/contracts-page.js'), 'ContractsAdministrationPage'),
});
const feedsOverview = createRoute({
  getParentRoute: () => root,
  path: '/administration/feeds',
  component: lazyRouteComponent(() => import('./administration/feeds-page.js'), 'FeedsOverviewPage'),
});
const operation = createRoute({
  getParentRoute: () => root,
  path: '/administration/operation',
  component: lazyRouteComponent(() => import('./administration/operation-page.js'), 'OperationPage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.js'), 'AccountPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    contracts,
    contract,
    todayRoute,
    roster,
    staffing,
    statistics,
    feeds,
    vacancies,
    lines,
    incidents,
    reconciliation,
    settlement,
    statements,
    forecast,
    readings,
    rates,
    attendance,
    journal,
    verification,
    myShifts,
    myCalendar,
    myMessages,
    holidayNotices,
    myLeave,
    mySwaps,
    myWishes,
    leaveRequests,
    people,
    users,
    accessLog,
    contractAccessLog,
    contractsKept,
    feedsOverview,
    operation,
    account,
  ]),
  // Code that is still on its way, and a page that broke or whose code can't be had.
  defaultPendingComponent: PagePending,
  defaultPendingMs: 300,
  defaultErrorComponent: PageFailure,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
