import { z } from 'zod';
import { importWorkers } from '../../../application/manage-workers/import-workers.js';
import { saveWorker } from '../../../application/manage-workers/save-workers.js';
import { viewTeamOutlook } from '../../../application/manage-workers/view-team-outlook.js';
import { holdsTeam } from '../../../domain/workforce/team-table.js';
import { documentStanding } from '../../../domain/workforce/documents.js';
import type { Worker } from '../../../domain/workforce/worker.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { present } from '../../../shared/assert.js';
import { nameReader } from '../../../application/person-names.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { readTable } from '../../excel/read-table.js';
import { teamTemplate } from '../../excel/team-template.js';
import { pinyinInitials } from '../../system/pinyin-initials.js';
import { file, json, jsonBody, route, uploadBody, type Standing } from '../route.js';
import { contractKey, contractPath, rangeQuery, workerCode } from '../schemas/common.js';
import {
  leaveList,
  newWorker,
  savedWorker,
  teamOutlook,
  templateQuery,
  workerChanges,
  workerEdit,
  workerList,
  workersImport,
} from '../schemas/workforce.js';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const workerPath = z.strictObject({ contract: contractKey, code: workerCode });

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
      const today = context.clock.today();
      const { workers, revisions } = await context.unitOfWork.read(async ({ workforce }) => ({
        workers: await workforce.workers(path.contract),
        revisions: await workforce.revisions(path.contract),
      }));
      return done({
        workers: workers
          .filter(({ code }) => code === asker.worker || asker.sees.others)
          .map((worker) => {
            const seen = seenBy(asker, worker, today);
            const initials = seen.name === null ? null : pinyinInitials(seen.name);
            return { ...seen, initials, revision: revisions.get(worker.code) ?? 1 };
          }),
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
  route({
    method: 'post',
    path: '/contracts/:contract/workers',
    access: ['workers.edit'],
    summary: 'Add a person to the team',
    params: contractPath,
    body: jsonBody(newWorker),
    reply: json(savedWorker, 201),
    accessLog: 'workers.add',
    accessSubject: (_path, { code }) => code,
    answer: async ({ context, path, body }) =>
      saved(await saveWorker(context, { ...path, worker: withoutNulls(body), expectedRevision: 0 })),
    replyHeaders: ({ revision }) => ({ ETag: `"${String(revision)}"` }),
  }),
  route({
    method: 'patch',
    path: '/contracts/:contract/workers/:code',
    access: ['workers.edit'],
    summary: "Change a person's record",
    params: workerPath,
    body: jsonBody(workerEdit),
    reply: json(savedWorker),
    needsIfMatch: true,
    accessLog: 'workers.change',
    async answer({ context, path: { contract, code }, body, revision }) {
      const team = await context.unitOfWork.read(({ workforce }) => workforce.workers(contract));
      const before = team.find((worker) => worker.code === code);
      if (before === undefined) return unknownWorker;
      const worker = withoutNulls({ ...before, ...body });
      return saved(await saveWorker(context, { contract, worker, expectedRevision: revision }));
    },
    replyHeaders: ({ revision }) => ({ ETag: `"${String(revision)}"` }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/workers/:code/changes',
    access: ['workers.edit'],
    summary: "Who changed what in a person's record, newest first",
    params: workerPath,
    reply: json(workerChanges),
    accessLog: 'workers.history',
    async answer({ context, path: { contract, code } }) {
      const { changes, nameOf } = await context.unitOfWork.read(async (repositories) => ({
        changes: await repositories.workforce.changesOf(contract, code),
        nameOf: await nameReader(repositories),
      }));
      return done({
        changes: changes.map(({ revision, changedAt, changedBy, before, after }) => ({
          revision,
          at: changedAt,
          by: nameOf(changedBy),
          fields: changedFields(before, after),
        })),
      });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/workers/import',
    access: ['workers.edit'],
    summary: "Take in a team's list; wrong rows refuse the whole file",
    params: contractPath,
    body: uploadBody(z.strictObject({})),
    reply: json(workersImport),
    accessLog: 'workers.import',
    async answer({ context, path, body }) {
      const table = await readTable({ name: body.fileName, bytes: body.bytes }, holdsTeam);
      return table.ok ? importWorkers(context, { ...path, table: table.value }) : table;
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/workers/template',
    access: ['workers.edit'],
    summary: "An empty team's list as a spreadsheet, with one example row",
    params: contractPath,
    query: templateQuery,
    reply: file(spreadsheet),
    accessLog: 'workers.template',
    async answer({ context, path, query }) {
      const contract = await context.unitOfWork.read(({ contracts }) => contracts.find(path.contract));
      if (contract === undefined)
        return refuse('not-found', { zh: '没有这个合同。', en: 'There is no such contract.' });
      const bytes = await teamTemplate(contract, query.language);
      return done({ type: spreadsheet, bytes, fileName: `team-${path.contract}-${query.language}.xlsx` });
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/team-outlook',
    access: ['workers.edit'],
    summary: "The contract's promises about the team: who passes an age limit and when, what is missed",
    params: contractPath,
    reply: json(teamOutlook),
    accessLog: 'workers.outlook',
    answer: ({ context, path }) => viewTeamOutlook(context, path),
  }),
];

const unknownWorker: Result<never> = refuse('not-found', {
  zh: '没有这名人员。请重新载入人员列表。',
  en: 'There is no such person. Load the list again.',
});

function saved(result: Result<{ readonly worker: Worker; readonly revision: number }>) {
  return result.ok ? done({ code: result.value.worker.code, revision: result.value.revision }) : result;
}

/** A date of null is taken away. */
function withoutNulls(fields: object): Worker {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Worker;
}

function changedFields(before: Worker | null, after: Worker) {
  const text = (value: Worker[keyof Worker] | undefined) =>
    value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])] as (keyof Worker)[];
  return fields
    .map((field) => ({ field, before: text(before?.[field]), after: text(after[field]) }))
    .filter((one) => one.before !== one.after);
}

/** Need to know: finance and client know people by their code; everybody knows themselves. */
function seenBy({ worker: self, sees }: Standing, worker: Worker, today: CivilDate) {
  const isPersonal = sees.personal || worker.code === self;
  return {
    ...worker,
    name: sees.names || isPersonal ? worker.name : null,
    bornOn: isPersonal ? worker.bornOn : null,
    annualLeaveDays: isPersonal ? worker.annualLeaveDays : null,
    restrictions: isPersonal ? worker.restrictions : [],
    documents: isPersonal
      ? (worker.documents ?? []).map((one) => ({ ...one, standing: documentStanding(one.until, today) }))
      : [],
    backupOf: worker.backupOf ?? null,
    leftOn: worker.leftOn ?? null,
    approvedOn: worker.approvedOn ?? null,
    trainedOn: worker.trainedOn ?? null,
  };
}
