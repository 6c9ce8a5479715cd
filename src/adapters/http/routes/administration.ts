import { viewAccessLog } from '../../../application/view-access-log/view-access-log.js';
import { verify } from '../../../application/verify/verify.js';
import { done } from '../../../shared/result.js';
import { json, route } from '../route.js';
import * as schemas from '../schemas/administration.js';
import { contractPath } from '../schemas/common.js';

/** What the administrator looks after, and the access log that an auditor reads too. */
export const administrationRoutes = [
  route({
    method: 'get',
    path: '/access-log',
    access: ['accessLog.read'],
    summary: 'Who saw or exported personal or financial data, in every contract',
    query: schemas.accessLogQuery,
    reply: json(schemas.accessLog),
    async answer({ context, query: { user, ...query } }) {
      return done(await viewAccessLog(context, { contract: null, userId: user, ...query }));
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/access-log',
    access: ['accessLog.read'],
    summary: 'Who saw or exported personal or financial data of the contract',
    params: contractPath,
    query: schemas.accessLogQuery,
    reply: json(schemas.accessLog),
    async answer({ context, path, query: { user, ...query } }) {
      return done(await viewAccessLog(context, { ...path, userId: user, ...query }));
    },
  }),
  route({
    method: 'get',
    path: '/jobs',
    access: ['jobs.read'],
    summary: 'Planning jobs of every contract, newest first',
    reply: json(schemas.jobList),
    answer: ({ parts }) => Promise.resolve(done({ jobs: parts.planJobs.all() })),
  }),
  route({
    method: 'get',
    path: '/backups',
    access: ['backup.make'],
    summary: "Backups in the server's folder",
    reply: json(schemas.backupList),
    answer: ({ parts }) => Promise.resolve(done({ folder: parts.backups.folder, backups: parts.backups.list() })),
  }),
  route({
    method: 'post',
    path: '/backups',
    access: ['backup.make'],
    summary: "Copy the whole database into the server's folder, while it is in use",
    reply: json(schemas.backup, 201),
    accessLog: 'backup.make',
    answer: ({ parts }) => parts.backups.make(),
  }),
  route({
    method: 'get',
    path: '/verification',
    access: ['ledger.verify'],
    summary: 'Recompute journals and published rosters of every contract',
    reply: json(schemas.verificationOfAll),
    answer: ({ context }) => verify(context),
  }),
];
