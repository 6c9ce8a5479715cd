import type { Context } from '../../../application/context.js';
import { readNames } from '../../../application/person-names.js';
import { answerLines } from '../../../application/answer-lines/answer-lines.js';
import { lineOverlap } from '../../../application/line-overlap/line-overlap.js';
import { presentOverlap } from '../../../application/line-overlap/present.js';
import { monthLines, type MonthLines } from '../../../application/month-lines/month-lines.js';
import { waitingMonths } from '../../../application/month-lines/waiting-months.js';
import { presentMonthLines } from '../../../application/month-lines/present.js';
import { settleDisputes } from '../../../application/settle-disputes/settle-disputes.js';
import { done, type Result } from '../../../shared/result.js';
import { json, jsonBody, route } from '../route.js';
import { contractPath, monthQuery } from '../schemas/common.js';
import * as schemas from '../schemas/ledger.js';

const asMonth = async (context: Context, month: Result<MonthLines>) =>
  month.ok ? done(presentMonthLines(month.value, await readNames(context))) : month;
/** The month's revision is its tag: an answer to lines that have changed since is refused. */
const tagged = ({ revision }: schemas.MonthLines) => ({ ETag: `"${String(revision)}"` });

export const lineRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/lines',
    access: ['vacancies.read'],
    summary: 'Posted lines of a month, each proposed, agreed, disputed or waived, with its history',
    params: contractPath,
    query: monthQuery,
    reply: json(schemas.monthLines),
    accessLog: 'lines.view',
    answer: async ({ context, path, query }) => asMonth(context, await monthLines(context, { ...path, ...query })),
    replyHeaders: tagged,
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/lines/waiting',
    access: ['vacancies.read'],
    summary: 'Months in which lines wait for the client’s answer, or disputes for their end',
    params: contractPath,
    reply: json(schemas.waitingMonths),
    answer: async ({ context, path }) => done({ months: await waitingMonths(context, path) }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/lines/overlap',
    access: ['vacancies.read'],
    summary: 'All clauses that the event of a line touches, what stacks, and what every cap has left',
    params: contractPath,
    query: schemas.lineQuery,
    reply: json(schemas.lineOverlap),
    accessLog: 'lines.overlap',
    answer: async ({ context, path, query }) => {
      const overlap = await lineOverlap(context, { ...path, ...query });
      return overlap.ok ? done(presentOverlap(overlap.value)) : overlap;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/lines/answers',
    access: ['vacancies.respond'],
    summary: 'Agree to lines of an open month, or dispute them with a reason',
    params: contractPath,
    body: jsonBody(schemas.lineAnswers),
    reply: json(schemas.monthLines),
    needsIdempotencyKey: true,
    needsIfMatch: true,
    accessLog: 'lines.answer',
    answer: async ({ context, path, body, revision }) =>
      asMonth(context, await answerLines(context, { ...path, ...body, expectedRevision: revision })),
    replyHeaders: tagged,
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/lines/settlements',
    access: ['disputes.settle'],
    summary: 'End disputes on a document of both parties: accept, withdraw or waive',
    params: contractPath,
    body: jsonBody(schemas.disputeSettlement),
    reply: json(schemas.monthLines),
    needsIdempotencyKey: true,
    needsIfMatch: true,
    accessLog: 'lines.settle',
    answer: async ({ context, path, body, revision }) =>
      asMonth(context, await settleDisputes(context, { ...path, ...body, expectedRevision: revision })),
    replyHeaders: tagged,
  }),
];
