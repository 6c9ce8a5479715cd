import { z } from 'zod';
import { presentPrice } from '../../../application/price-absence/present-price.js';
import { answerSwap, withdrawSwap } from '../../../application/swap-shifts/answer-swap.js';
import { decideSwap } from '../../../application/swap-shifts/decide-swap.js';
import { proposeSwap } from '../../../application/swap-shifts/propose-swap.js';
import { swapEffect } from '../../../application/swap-shifts/swap-effect.js';
import { swapOptions } from '../../../application/swap-shifts/swap-options.js';
import type { Context } from '../../../application/context.js';
import type { ShiftSwap } from '../../../domain/rostering/shift-swap.js';
import { present } from '../../../shared/assert.js';
import { done, type Result } from '../../../shared/result.js';
import { json, jsonBody, nothingBack, route } from '../route.js';
import { contractKey, contractPath, identifier } from '../schemas/common.js';
import {
  swap,
  swapAnswer,
  swapDecision,
  swapEffect as effect,
  swapList,
  swapOptions as options,
  swapOptionsQuery,
  swapProposal,
} from '../schemas/swaps.js';
import { oneself } from './own.js';

const swapPath = z.strictObject({ contract: contractKey, id: identifier });

/** Swaps and gifts of duties: agreed on by two colleagues, decided by the manager. */
export const swapRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/swaps',
    access: ['swaps.read', 'swaps.takePartOwn'],
    summary: 'Proposed swaps, newest first; staff see those that they take part in',
    params: contractPath,
    reply: json(swapList),
    accessLog: 'swaps.view',
    async answer({ context, path, standing }) {
      const { worker, may } = present(standing, 'standing');
      const all = await context.unitOfWork.read(({ swaps }) => swaps.list(path.contract));
      const visible = all.filter((one) => may('swaps.read') || one.worker === worker || one.other === worker);
      return done({ swaps: await named(context, path.contract, visible) });
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/swaps/options',
    access: ['swaps.takePartOwn'],
    summary: 'Who may lawfully take a duty of mine, and in return for which of theirs',
    params: contractPath,
    query: swapOptionsQuery,
    reply: json(options),
    accessLog: 'swaps.options',
    async answer({ context, path, query, standing }) {
      const worker = oneself(standing);
      return worker.ok ? swapOptions(context, { ...path, ...query, worker: worker.value }) : worker;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/swaps',
    access: ['swaps.takePartOwn'],
    summary: 'Propose a swap or a gift of a duty to a colleague',
    params: contractPath,
    body: jsonBody(swapProposal),
    reply: json(swap, 201),
    accessLog: 'swaps.offer',
    async answer({ context, path, body, standing }) {
      const worker = oneself(standing);
      if (!worker.ok) return worker;
      return namedOne(context, path.contract, await proposeSwap(context, { ...path, ...body, worker: worker.value }));
    },
  }),
  route({
    method: 'delete',
    path: '/contracts/:contract/swaps/:id',
    access: ['swaps.takePartOwn'],
    summary: 'Withdraw a proposal of mine that is not decided yet',
    params: swapPath,
    reply: nothingBack,
    accessLog: 'swaps.withdraw',
    async answer({ context, path, standing }) {
      const worker = oneself(standing);
      return worker.ok ? withdrawSwap(context, { ...path, worker: worker.value }) : worker;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/swaps/:id/answer',
    access: ['swaps.takePartOwn'],
    summary: 'Agree to a swap that a colleague proposes to me, or decline',
    params: swapPath,
    body: jsonBody(swapAnswer),
    reply: json(swap),
    accessLog: 'swaps.answer',
    async answer({ context, path, body, standing }) {
      const worker = oneself(standing);
      if (!worker.ok) return worker;
      return namedOne(context, path.contract, await answerSwap(context, { ...path, ...body, worker: worker.value }));
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/swaps/:id/effect',
    access: ['swaps.decide'],
    summary: 'What approving would mean: rules, vacancies and yuan, on the roster in force',
    params: swapPath,
    reply: json(effect),
    accessLog: 'swaps.effect',
    async answer({ context, path }) {
      const found = await swapEffect(context, path);
      if (!found.ok) return found;
      const { violations, cost, price } = found.value;
      return done({
        violations,
        costDifference: cost?.costDifference ?? null,
        costByRule: cost?.costByRule ?? {},
        price: presentPrice(price),
      });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/swaps/:id/decision',
    access: ['swaps.decide'],
    summary: 'Approve and publish a swap, or reject it; both people are told',
    params: swapPath,
    body: jsonBody(swapDecision),
    reply: json(swap),
    accessLog: 'swaps.decide',
    async answer({ context, path, body }) {
      return namedOne(context, path.contract, await decideSwap(context, { ...path, ...body }));
    },
  }),
];

async function named(context: Context, contract: string, swaps: readonly ShiftSwap[]) {
  const team = await context.unitOfWork.read(({ workforce }) => workforce.workers(contract));
  const names = new Map(team.map(({ code, name }) => [code, name]));
  return swaps.map((one) => ({
    ...one,
    workerName: names.get(one.worker) ?? one.worker,
    otherName: names.get(one.other) ?? one.other,
  }));
}

async function namedOne(context: Context, contract: string, result: Result<ShiftSwap>) {
  if (!result.ok) return result;
  const [one] = await named(context, contract, [result.value]);
  return done(present(one, 'swap'));
}
