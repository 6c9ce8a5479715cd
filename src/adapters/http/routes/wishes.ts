import { z } from 'zod';
import { viewWishes } from '../../../application/wish-shifts/view-wishes.js';
import { wishShift, withdrawWish } from '../../../application/wish-shifts/wish-shift.js';
import { present } from '../../../shared/assert.js';
import { done } from '../../../shared/result.js';
import { json, jsonBody, nothingBack, route } from '../route.js';
import { civilDate, contractKey, contractPath, rangeQuery } from '../schemas/common.js';
import { wish, wishList, wishRequest } from '../schemas/wishes.js';
import { oneself } from './own.js';

const ownPath = z.strictObject({ contract: contractKey, date: civilDate });

/** Wishes for days that aren't published yet; the planner weighs them. */
export const wishRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/wishes',
    access: ['wishes.read', 'wishes.own'],
    summary: 'Wishes and what became of them; staff see their own',
    params: contractPath,
    query: rangeQuery,
    reply: json(wishList),
    accessLog: 'wishes.view',
    async answer({ context, path, query, standing }) {
      const { worker, may } = present(standing, 'standing');
      const { wishes, records } = await context.unitOfWork.read((all) => viewWishes(all, path.contract, query));
      const isVisible = (one: { readonly worker: string }) => may('wishes.read') || one.worker === worker;
      return done({ wishes: wishes.filter(isVisible), records: records.filter(isVisible) });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/wishes/mine',
    access: ['wishes.own'],
    summary: 'Wish for a day off or a shift on a day that is not published yet',
    params: contractPath,
    body: jsonBody(wishRequest),
    reply: json(wish, 201),
    accessLog: 'wishes.keep',
    async answer({ context, path, body, standing }) {
      const worker = oneself(standing);
      if (!worker.ok) return worker;
      const wished = await wishShift(context, { ...path, ...body, worker: worker.value });
      return wished.ok ? done({ ...wished.value, outcome: 'open' as const }) : wished;
    },
  }),
  route({
    method: 'delete',
    path: '/contracts/:contract/wishes/mine/:date',
    access: ['wishes.own'],
    summary: 'Withdraw a wish of mine for a day that is not published yet',
    params: ownPath,
    reply: nothingBack,
    accessLog: 'wishes.remove',
    async answer({ context, path, standing }) {
      const worker = oneself(standing);
      return worker.ok ? withdrawWish(context, { ...path, worker: worker.value }) : worker;
    },
  }),
];
