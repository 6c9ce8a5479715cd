import { z } from 'zod';
import { checkFeasibility } from '../../../application/check-feasibility/check-feasibility.js';
import { explainRoster } from '../../../application/explain-roster/explain-roster.js';
import { rankCandidatesFor } from '../../../application/explain-roster/rank-candidates.js';
import { rankReplacementsFor } from '../../../application/explain-roster/rank-replacements.js';
import { json, route } from '../route.js';
import { contractKey, contractPath, identifier } from '../schemas/common.js';
import {
  candidateList,
  candidatesQuery,
  explanationQuery,
  feasibilityQuery,
  feasibilityReport,
  replacementList,
  replacementsQuery,
  rosterExplanation,
} from '../schemas/reasons.js';

/** Somebody waits for the answer. */
const secondsPerVacancy = 3;

const rosterPath = z.strictObject({ contract: contractKey, id: identifier });

/** Reasons speak of absences, hours and wages: for those who plan. */
export const reasonRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/feasibility',
    access: ['roster.plan'],
    summary: 'What a range of days needs against what the people can work, before planning',
    params: contractPath,
    query: feasibilityQuery,
    reply: json(feasibilityReport),
    answer: ({ context, path, query }) => checkFeasibility(context, { ...path, ...query }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/rosters/:id/explanation',
    access: ['roster.plan'],
    summary:
      'Why each vacancy is there and what would fill it at what price; of the whole roster also the proof of the smallest number',
    params: rosterPath,
    query: explanationQuery,
    reply: json(rosterExplanation),
    accessLog: 'roster.explain',
    answer: ({ context, path: { contract, id }, query }) =>
      explainRoster(context, {
        ...{ contract, rosterId: id, secondsPerVacancy, ...query },
        hasProof: query.postGroup === undefined && query.date === undefined,
      }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/rosters/:id/replacements',
    access: ['roster.plan'],
    summary: 'Who else could take a duty, ranked by price, and which rule keeps the others from it',
    params: rosterPath,
    query: replacementsQuery,
    reply: json(replacementList),
    accessLog: 'roster.replacements',
    answer: ({ context, path: { contract, id }, query }) =>
      rankReplacementsFor(context, { contract, rosterId: id, ...query }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/rosters/:id/candidates',
    access: ['roster.plan'],
    summary:
      'Who could be in a post group at a time of a day, ranked by price, and which rule keeps the others from it',
    params: rosterPath,
    query: candidatesQuery,
    reply: json(candidateList),
    accessLog: 'roster.candidates',
    answer: ({ context, path: { contract, id }, query: { start, end, ...query } }) =>
      rankCandidatesFor(context, { contract, rosterId: id, ...query, span: { start, end } }),
  }),
];
