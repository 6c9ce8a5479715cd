import { viewShifts } from '../../../application/view-shifts/view-shifts.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { json, route, type Standing } from '../route.js';
import { contractPath, rangeQuery } from '../schemas/common.js';
import { messageList } from '../schemas/messages.js';
import { myShifts } from '../schemas/rosters.js';

/** What a member of the team asks about themselves. */
export const ownRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/shifts/mine',
    access: ['shifts.readOwn'],
    summary: 'My published shifts',
    params: contractPath,
    query: rangeQuery,
    reply: json(myShifts),
    async answer({ context, path, query, standing }) {
      const worker = oneself(standing);
      if (!worker.ok) return worker;
      const shifts = await viewShifts(context, { ...path, ...query, worker: worker.value });
      return shifts.ok ? done({ worker: worker.value, shifts: shifts.value }) : shifts;
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/messages/mine',
    access: ['messages.readOwn'],
    summary: 'My notices, newest first',
    params: contractPath,
    reply: json(messageList),
    async answer({ context, path, standing }) {
      const worker = oneself(standing);
      if (!worker.ok) return worker;
      const messages = await context.unitOfWork.read(({ outbox }) => outbox.forWorker(path.contract, worker.value));
      return done({ messages: messages.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)) });
    },
  }),
];

/** The worker that the asker is. */
export function oneself(standing: Standing | null): Result<string> {
  if (standing?.worker !== null && standing?.worker !== undefined) return done(standing.worker);
  return refuse('not-found', {
    zh: '您的账号没有对应的班组人员，请管理员绑定人员编号。',
    en: 'Your account is not tied to a worker of this team. Ask the administrator to tie it.',
  });
}
