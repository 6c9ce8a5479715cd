import { z } from 'zod';
import { decideLeave } from '../../../application/request-leave/decide-leave.js';
import { requestLeave, withdrawLeave } from '../../../application/request-leave/request-leave.js';
import { json, jsonBody, nothingBack, route } from '../route.js';
import { civilDate, contractKey, contractPath, workerCode } from '../schemas/common.js';
import { leave, leaveDecision, leaveRequest } from '../schemas/workforce.js';
import { oneself } from './own.js';

const ownPath = z.strictObject({ contract: contractKey, from: civilDate });
const askedPath = z.strictObject({ contract: contractKey, code: workerCode, from: civilDate });

/** Leave: asked for on the telephone, decided by the manager. */
export const leaveRoutes = [
  route({
    method: 'post',
    path: '/contracts/:contract/leave/mine',
    access: ['leave.requestOwn'],
    summary: 'Ask for leave',
    params: contractPath,
    body: jsonBody(leaveRequest),
    reply: json(leave, 201),
    accessLog: 'leave.request',
    async answer({ context, path, body, standing }) {
      const worker = oneself(standing);
      return worker.ok ? requestLeave(context, { ...path, ...body, worker: worker.value }) : worker;
    },
  }),
  route({
    method: 'delete',
    path: '/contracts/:contract/leave/mine/:from',
    access: ['leave.requestOwn'],
    summary: 'Withdraw a request for leave that is not decided yet, by its first day',
    params: ownPath,
    reply: nothingBack,
    accessLog: 'leave.withdraw',
    async answer({ context, path, standing }) {
      const worker = oneself(standing);
      return worker.ok ? withdrawLeave(context, { ...path, worker: worker.value }) : worker;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/workers/:code/leave/:from/decision',
    access: ['leave.decide'],
    summary: 'Approve or refuse leave that is asked for; the person is told',
    params: askedPath,
    body: jsonBody(leaveDecision),
    reply: json(leave),
    accessLog: 'leave.decide',
    answer: ({ context, path: { contract, code, from }, body }) =>
      decideLeave(context, { contract, worker: code, from, ...body }),
  }),
];
