import type { Route } from '../route.js';
import { administrationRoutes } from './administration.js';
import { attendanceRoutes } from './attendance.js';
import { calendarRoutes } from './calendar.js';
import { contractChangeRoutes } from './contract-changes.js';
import { contractRoutes } from './contracts.js';
import { editRoutes } from './edits.js';
import { feedRoutes } from './feeds.js';
import { forecastRoutes } from './forecast.js';
import { leaveRoutes } from './leave.js';
import { ledgerRoutes } from './ledger.js';
import { lineRoutes } from './lines.js';
import { ownRoutes } from './own.js';
import { paperRoutes } from './papers.js';
import { planRoutes } from './plans.js';
import { priceRoutes } from './prices.js';
import { readingRoutes } from './readings.js';
import { replanRoutes } from './replans.js';
import { reconciliationRoutes } from './reconciliation.js';
import { reasonRoutes } from './reasons.js';
import { rosterRoutes } from './rosters.js';
import { sessionRoutes } from './session.js';
import { settlementRoutes } from './settlement.js';
import { statementRoutes } from './statements.js';
import { staffingRoutes } from './staffing.js';
import { statisticsRoutes } from './statistics.js';
import { swapRoutes } from './swaps.js';
import { todayRoutes } from './today.js';
import { userRoutes } from './users.js';
import { wishRoutes } from './wishes.js';
import { workforceRoutes } from './workforce.js';

/** The whole API, resource by resource. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...contractRoutes,
  ...contractChangeRoutes,
  ...calendarRoutes,
  ...workforceRoutes,
  ...planRoutes,
  ...replanRoutes,
  ...rosterRoutes,
  ...editRoutes,
  ...reasonRoutes,
  ...priceRoutes,
  ...ownRoutes,
  ...leaveRoutes,
  ...swapRoutes,
  ...wishRoutes,
  ...feedRoutes,
  ...attendanceRoutes,
  ...todayRoutes,
  ...staffingRoutes,
  ...statisticsRoutes,
  ...ledgerRoutes,
  ...lineRoutes,
  ...readingRoutes,
  ...reconciliationRoutes,
  ...settlementRoutes,
  ...forecastRoutes,
  ...statementRoutes,
  ...paperRoutes,
  ...userRoutes,
  ...administrationRoutes,
];
