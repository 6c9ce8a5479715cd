import { presentStatistics } from '../../../application/view-statistics/present-statistics.js';
import { viewOvertimeAccounts } from '../../../application/view-hours/view-hours.js';
import { viewStatistics } from '../../../application/view-statistics/view-statistics.js';
import { done } from '../../../shared/result.js';
import { json, route } from '../route.js';
import { contractPath, monthQuery, rangeQuery } from '../schemas/common.js';
import { overtimeAccounts, statistics } from '../schemas/statistics.js';

export const statisticsRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/statistics',
    access: ['statistics.read'],
    summary: 'Coverage, hours against the law, burdens and vacancies of a month',
    params: contractPath,
    query: monthQuery,
    reply: json(statistics),
    accessLog: 'statistics.view',
    async answer({ context, path, query }) {
      const view = await viewStatistics(context, { ...path, ...query });
      return view.ok ? done(presentStatistics(query.month, view.value)) : view;
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/overtime-accounts',
    access: ['statistics.read'],
    summary: 'Normal hours of everybody by week or averaging cycle: beyond them time is overtime',
    params: contractPath,
    query: rangeQuery,
    reply: json(overtimeAccounts),
    accessLog: 'statistics.view',
    async answer({ context, path, query }) {
      const accounts = await viewOvertimeAccounts(context, { ...path, ...query });
      return accounts.ok ? done({ accounts: accounts.value }) : accounts;
    },
  }),
];
