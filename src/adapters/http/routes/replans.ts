import { replanRoster } from '../../../application/replan-roster/replan-roster.js';
import { done } from '../../../shared/result.js';
import { json, jsonBody, route } from '../route.js';
import { contractPath } from '../schemas/common.js';
import { replanReply, replanRequest } from '../schemas/replans.js';

export const replanRoutes = [
  route({
    method: 'post',
    path: '/contracts/:contract/replans',
    access: ['roster.plan'],
    summary: 'Repair the published roster after absences: a draft, what it changes for whom and why',
    params: contractPath,
    body: jsonBody(replanRequest),
    reply: json(replanReply, 201),
    accessLog: 'roster.replan',
    // Answered at once, unlike a plan: a repair takes a second, and a manager at the desk waits for it.
    async answer({ context, path, body }) {
      const result = await replanRoster(context, { ...path, ...body, engine: 'highs' });
      if (!result.ok) return result;
      const { roster, changes } = result.value;
      const { certificate, vacancies } = roster;
      return done({
        rosterId: roster.id,
        proof: certificate,
        missingMinutes: { planned: certificate.missingMinutes, bound: certificate.missingMinutesBound },
        changeCost: { planned: certificate.costByRule['baselineChange'] ?? 0, bound: certificate.changeCostBound ?? 0 },
        changes,
        vacancies,
      });
    },
    replyHeaders: ({ rosterId }, { contract }) => ({ Location: `/api/v1/contracts/${contract}/rosters/${rosterId}` }),
  }),
];
