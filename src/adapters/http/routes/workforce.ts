import type { Worker } from '../../../domain/workforce/worker.js';
import { present } from '../../../shared/assert.js';
import { done } from '../../../shared/result.js';
import { json, route, type Standing } from '../route.js';
import { contractPath, rangeQuery } from '../schemas/common.js';
import { leaveList, workerList } from '../schemas/workforce.js';

export const workforceRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/workers',
    access: ['workers.read', 'shifts.readOwn'],
    summary: 'The team; staff see themselves, finance and client see codes without names',
    params: contractPath,
    reply: json(workerList),
    accessLog: 'workers.view',
    async answer({ context, path, standing }) {
      const asker = present(standing, 'standing');
      const workers = await context.unitOfWork.read(({ workforce }) => workforce.workers(path.contract));
      return done({
        workers: workers
          .filter(({ code }) => code === asker.worker || asker.sees.others)
          .map((worker) => seenBy(asker, worker)),
      });
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/leave',
    access: ['leave.read', 'leave.readOwn'],
    summary: 'Leave that touches a range; staff see their own, a team leader that somebody is absent and not why',
    params: contractPath,
    query: rangeQuery,
    reply: json(leaveList),
    accessLog: 'leave.view',
    async answer({ context, path, query, standing }) {
      const asker = present(standing, 'standing');
      const leave = await context.unitOfWork.read(({ workforce }) => workforce.leave(path.contract, query));
      return done({
        leave: leave
          .filter(({ worker }) => worker === asker.worker || asker.may('leave.read'))
          .map((one) =>
            asker.sees.personal || one.worker === asker.worker ? one : { ...one, kind: 'absent' as const },
          ),
      });
    },
  }),
];

/** Need to know: finance and client know people by their code; everybody knows themselves. */
function seenBy({ worker: self, sees }: Standing, worker: Worker) {
  const isPersonal = sees.personal || worker.code === self;
  return {
    ...worker,
    name: sees.names || isPersonal ? worker.name : null,
    bornOn: isPersonal ? worker.bornOn : null,
    annualLeaveDays: isPersonal ? worker.annualLeaveDays : null,
    restrictions: isPersonal ? worker.restrictions : [],
    backupOf: worker.backupOf ?? null,
    leftOn: worker.leftOn ?? null,
    approvedOn: worker.approvedOn ?? null,
    trainedOn: worker.trainedOn ?? null,
  };
}
