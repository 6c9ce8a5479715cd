import { z } from 'zod';
import { previewPublication, publishRoster } from '../../../application/publish-roster/publish-roster.js';
import type { Roster, RosterHeading } from '../../../domain/rostering/roster.js';
import { present } from '../../../shared/assert.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { json, route, type Standing } from '../route.js';
import { contractKey, contractPath, identifier } from '../schemas/common.js';
import { publication, roster, rosterDifference, rosterList, rosterQuery } from '../schemas/rosters.js';

const rosterPath = z.strictObject({ contract: contractKey, id: identifier });

export const rosterRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/rosters',
    access: ['roster.read', 'shifts.readOwn'],
    summary: 'Rosters that touch a range, newest first; drafts for those who plan',
    params: contractPath,
    query: rosterQuery,
    reply: json(rosterList),
    async answer({ context, path, query, standing }) {
      const asker = present(standing, 'standing');
      const rosters = await context.unitOfWork.read((all) => all.rosters.headings(path.contract, query));
      const visible = rosters.filter(
        (item) => isVisible(asker, item) && (query.status === undefined || query.status === item.status),
      );
      return done({
        rosters: visible.map((item) => ({
          ...item,
          vacancyCount: item.vacancies.length,
          proof: asker.sees.pay ? item.certificate : null,
        })),
      });
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/rosters/:id',
    access: ['roster.read', 'shifts.readOwn'],
    summary: 'A roster; staff see their own published shifts, the client codes and posts',
    params: rosterPath,
    reply: json(roster),
    isRevalidated: true,
    accessLog: 'roster.view',
    async answer({ context, path: { contract, id }, standing }) {
      const asker = present(standing, 'standing');
      const found = await context.unitOfWork.read(({ rosters }) => rosters.find(contract, id));
      return found !== undefined && isVisible(asker, found) ? done(seenBy(asker, found)) : unknownRoster;
    },
    replyHeaders: ({ revision }) => ({ ETag: `"${String(revision)}"` }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/rosters/:id/difference',
    access: ['roster.publish'],
    summary: 'What publishing would change, and for whom',
    params: rosterPath,
    reply: json(rosterDifference),
    accessLog: 'roster.difference',
    async answer({ context, path: { contract, id } }) {
      const difference = await previewPublication(context, { contract, rosterId: id });
      if (!difference.ok) return difference;
      const { added, changed, cancelled } = difference.value;
      const touched = [...added, ...cancelled, ...changed.flatMap(({ before, after }) => [before, after])];
      return done({ ...difference.value, workers: [...new Set(touched.map(({ worker }) => worker))].sort() });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/rosters/:id/publication',
    access: ['roster.publish'],
    summary: 'Publish a draft: an immutable, numbered version that reaches every calendar',
    params: rosterPath,
    reply: json(publication, 201),
    accessLog: 'roster.publish',
    needsIfMatch: true,
    answer: ({ context, path: { contract, id }, revision }) =>
      publishRoster(context, { contract, rosterId: id, expectedRevision: revision }),
  }),
];

const unknownRoster: Result<never> = refuse('not-found', {
  zh: '没有这份排班，或尚未向您发布。',
  en: 'There is no such roster, or it is not published to you.',
});

/** Drafts are for those who plan and settle; a draft would make staff and client rely on what isn't decided. */
function isVisible({ sees }: Standing, { status }: RosterHeading): boolean {
  return status !== 'draft' || sees.pay;
}

function seenBy(asker: Standing, item: Roster) {
  // The objective contains wages, and a reason may speak of an absence: not for the client, not for colleagues.
  if (asker.sees.pay) return item;
  const isOwn = !asker.sees.others;
  return {
    ...item,
    certificate: null,
    pinnedDaysOff: [],
    assignments: isOwn ? item.assignments.filter(({ worker }) => worker === asker.worker) : item.assignments,
    vacancies: isOwn ? [] : item.vacancies.map((vacancy) => ({ ...vacancy, reason: null, price: null })),
  };
}
