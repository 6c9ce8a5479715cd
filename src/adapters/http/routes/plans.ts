import { z } from 'zod';
import { exportProblem } from '../../../application/export-problem/export-problem.js';
import type { PlanJob } from '../../../application/plan-roster/plan-jobs.js';
import { checkPlanningRange } from '../../../application/plan-roster/planning-facts.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import type { Language } from '../../../shared/text.js';
import { problemOf } from '../problems.js';
import { events, file, json, jsonBody, nothingBack, route, type EventSource } from '../route.js';
import { contractKey, contractPath, identifier } from '../schemas/common.js';
import {
  planAccepted,
  planDone,
  planJob,
  planJobList,
  planProgress,
  planRefused,
  planRequest,
  problemQuery,
} from '../schemas/plans.js';

const jobPath = z.strictObject({ contract: contractKey, job: identifier });
const jobs = '/contracts/:contract/plans';

export const planRoutes = [
  route({
    method: 'post',
    path: jobs,
    access: ['roster.plan'],
    summary: 'Start planning; follow the job until it is done or refused',
    params: contractPath,
    body: jsonBody(planRequest),
    reply: json(planAccepted, 202),
    accessLog: 'roster.plan',
    async answer({ context, path, body, parts }) {
      const { pins, ...request } = body;
      const range = await context.unitOfWork.read((repositories) =>
        checkPlanningRange(repositories, { ...path, ...request }),
      );
      if (!range.ok) return range;
      const job = parts.planJobs.start(context, { ...path, ...request, ...(pins === undefined ? {} : { pins }) });
      return done({ jobId: job.id });
    },
    replyHeaders: ({ jobId }, { contract }) => ({ Location: `/api/v1/contracts/${contract}/plans/${jobId}` }),
  }),
  route({
    method: 'get',
    path: jobs,
    access: ['roster.plan'],
    summary: 'Running and recent planning jobs, newest first',
    params: contractPath,
    reply: json(planJobList),
    answer: ({ path, parts, language }) =>
      Promise.resolve(done({ jobs: parts.planJobs.list(path.contract).map((job) => jobReply(job, language)) })),
  }),
  route({
    method: 'get',
    path: `${jobs}/:job`,
    access: ['roster.plan'],
    summary: 'How far a planning job is',
    params: jobPath,
    reply: json(planJob),
    answer({ path, parts, language }) {
      const job = parts.planJobs.find(path.contract, path.job);
      return Promise.resolve(job === undefined ? unknownJob : done(jobReply(job, language)));
    },
  }),
  route({
    method: 'get',
    path: `${jobs}/:job/events`,
    access: ['roster.plan'],
    summary: 'Progress of a planning job as it happens; a reader that comes back hears the latest state at once',
    params: jobPath,
    reply: events({ progress: planProgress, done: planDone, refused: planRefused }),
    answer({ path, parts, language }) {
      if (parts.planJobs.find(path.contract, path.job) === undefined) return Promise.resolve(unknownJob);
      const source: EventSource = (sink) => {
        let id = sink.lastSeen;
        const stop = parts.planJobs.subscribe(path.contract, path.job, (job) => {
          const event = eventOf(job, language);
          if (event === undefined) return;
          id += 1;
          sink.send({ ...event, id });
          if (event.name !== 'progress') sink.close();
        });
        return stop ?? sink.close;
      };
      return Promise.resolve(done(source));
    },
  }),
  route({
    method: 'delete',
    path: `${jobs}/:job`,
    access: ['roster.plan'],
    summary: 'Stop planning and keep the best plan found so far',
    params: jobPath,
    reply: nothingBack,
    accessLog: 'roster.cancelPlan',
    answer({ path, parts }) {
      if (parts.planJobs.find(path.contract, path.job) === undefined) return Promise.resolve(unknownJob);
      // A job that has ended meanwhile is as stopped as was asked for.
      parts.planJobs.cancel(path.contract, path.job);
      return Promise.resolve(done(null));
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/problem',
    access: ['roster.plan'],
    summary: 'The roster problem or its named model, for any other solver',
    params: contractPath,
    query: problemQuery,
    reply: file('application/json', 'text/plain'),
    accessLog: 'problem.export',
    async answer({ context, path, query }) {
      const text = await exportProblem(context, { ...path, ...query });
      if (!text.ok) return text;
      const fileName = `problem-${path.contract}-${query.from}-${query.to}.${query.format}`;
      return done({
        type: query.format === 'json' ? 'application/json' : 'text/plain; charset=utf-8',
        bytes: text.value,
        fileName,
      });
    },
  }),
];

const unknownJob: Result<never> = refuse('not-found', {
  zh: '没有这次排班计算，或服务已重新启动。请重新排班。',
  en: 'There is no such planning job, or the service was restarted. Plan again.',
});

function jobReply(job: PlanJob, language: Language) {
  return { ...job, refusal: job.refusal === null ? null : problemOf(job.refusal, { language, requestId: job.id }) };
}

function eventOf(
  job: PlanJob,
  language: Language,
): { readonly name: 'progress' | 'done' | 'refused'; readonly data: unknown } | undefined {
  if (job.rosterId !== null && job.status === 'done')
    return { name: 'done', data: planDone.parse({ rosterId: job.rosterId }) };
  if (job.status === 'refused') return { name: 'refused', data: planRefused.parse(jobReply(job, language).refusal) };
  return job.progress === null ? undefined : { name: 'progress', data: planProgress.parse(job.progress) };
}
