import { viewShifts } from '../../../application/view-shifts/view-shifts.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { json, jsonBody, nothingBack, route, type Standing } from '../route.js';
import { contractPath, rangeQuery } from '../schemas/common.js';
import { messageList, readMessages } from '../schemas/messages.js';
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
  route({
    method: 'post',
    path: '/contracts/:contract/messages/mine/read',
    access: ['messages.readOwn'],
    summary: 'Say that I have seen these notices; the time of the first reading is kept',
    params: contractPath,
    body: jsonBody(readMessages),
    reply: nothingBack,
    accessLog: 'messages.read',
    async answer({ context, path: { contract }, body: { ids }, standing }) {
      const worker = oneself(standing);
      if (!worker.ok) return worker;
      return context.unitOfWork.write(async ({ outbox }) => {
        await outbox.markRead(contract, { worker: worker.value, ids, at: context.clock.now() });
        return done(null);
      });
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
