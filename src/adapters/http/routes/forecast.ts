import { forecastDeductions } from '../../../application/forecast/forecast-deductions.js';
import { presentForecast } from '../../../application/forecast/present.js';
import { done } from '../../../shared/result.js';
import { json, route } from '../route.js';
import { contractPath } from '../schemas/common.js';
import { forecast, forecastQuery } from '../schemas/forecast.js';

export const forecastRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/forecast',
    access: ['forecast.read'],
    summary: 'What deductions will come to by the end of the published roster, with quantiles and limits',
    params: contractPath,
    query: forecastQuery,
    reply: json(forecast),
    accessLog: 'forecast.view',
    async answer({ context, path, query }) {
      const found = await forecastDeductions(context, { ...path, ...query });
      return found.ok ? done(presentForecast(found.value)) : found;
    },
  }),
];
