import { presentPrice } from '../../../application/price-absence/present-price.js';
import { priceAbsence } from '../../../application/price-absence/price-absence.js';
import { done } from '../../../shared/result.js';
import { json, jsonBody, route } from '../route.js';
import { contractPath } from '../schemas/common.js';
import { price, priceRequest } from '../schemas/prices.js';

export const priceRoutes = [
  route({
    method: 'post',
    path: '/contracts/:contract/prices',
    access: ['roster.plan'],
    summary: 'What leave or a swap would cost in vacancies and yuan, and who could stand in; changes nothing',
    params: contractPath,
    body: jsonBody(priceRequest),
    reply: json(price),
    accessLog: 'roster.price',
    async answer({ context, path, body }) {
      const priced = await priceAbsence(context, { ...path, request: body });
      return priced.ok ? done(presentPrice(priced.value)) : priced;
    },
  }),
];
