import { readNames } from '../../../application/person-names.js';
import type { Context } from '../../../application/context.js';
import { createHash } from 'node:crypto';
import { attachEvidence } from '../../../application/reconcile/evidence.js';
import { decide } from '../../../application/reconcile/decide.js';
import { importCount } from '../../../application/reconcile/import-count.js';
import { presentReconciliation } from '../../../application/reconcile/present.js';
import { reconciliation, type Reconciliation } from '../../../application/reconcile/reconciliation.js';
import { remark } from '../../../application/reconcile/remark.js';
import { findHeading } from '../../../domain/reconciliation/count-columns.js';
import { evidenceTypes } from '../../../domain/reconciliation/evidence.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { readTable } from '../../excel/read-table.js';
import { file, json, jsonBody, route, uploadBody } from '../route.js';
import * as schemas from '../schemas/reconciliation.js';

const base = '/contracts/:contract/reconciliations/:month';
const params = schemas.reconciliationPath;
const reply = json(schemas.reconciliation);
const shown = async (context: Context, found: Result<Reconciliation>) =>
  found.ok ? done(presentReconciliation(found.value, await readNames(context))) : found;

export const reconciliationRoutes = [
  route({
    method: 'get',
    path: base,
    access: ['reconciliation.read'],
    summary: 'Our count of a month beside the client’s: totals, bridge and differences with their work',
    params,
    reply,
    accessLog: 'reconciliation.view',
    answer: async ({ context, path }) => shown(context, await reconciliation(context, path)),
  }),
  route({
    method: 'post',
    path: `${base}/count`,
    access: ['reconciliation.work'],
    summary: 'Take in the client’s count; a wrong row or cell refuses the whole file',
    params,
    body: uploadBody(schemas.countForm),
    reply,
    accessLog: 'reconciliation.import',
    async answer({ context, path, body }) {
      const mapping = body.fields.mapping ?? null;
      const remembered = await context.unitOfWork.read(({ reconciliations }) => reconciliations.mapping(path.contract));
      const isWanted = (rows: Parameters<typeof findHeading>[0]) =>
        findHeading(rows, mapping ?? remembered).problems.length === 0;
      const table = await readTable({ name: body.fileName, bytes: body.bytes }, isWanted);
      if (!table.ok) return table;
      const fileHash = createHash('sha256').update(body.bytes).digest('hex');
      const { answerDays } = body.fields;
      const input = { ...path, table: table.value, fileHash, mapping, answerDays };
      return shown(context, await importCount(context, input));
    },
  }),
  route({
    method: 'post',
    path: `${base}/notes`,
    access: ['reconciliation.work', 'reconciliation.answer'],
    summary: 'Put a note to a difference',
    params,
    body: jsonBody(schemas.noteRequest),
    reply,
    accessLog: 'reconciliation.note',
    answer: async ({ context, path, body: { difference, text } }) =>
      shown(context, await remark(context, { ...path, difference, saying: { kind: 'note', text } })),
  }),
  route({
    method: 'post',
    path: `${base}/answers`,
    access: ['reconciliation.answer'],
    summary: 'The client takes our figure, or stays with its own and says why',
    params,
    body: jsonBody(schemas.answerRequest),
    reply,
    accessLog: 'reconciliation.answer',
    answer: async ({ context, path, body: { difference, ...said } }) =>
      shown(context, await remark(context, { ...path, difference, saying: { kind: 'answer', ...said } })),
  }),
  route({
    method: 'post',
    path: `${base}/deadlines`,
    access: ['reconciliation.work'],
    summary: 'Set another last day for the answer, so many days from tomorrow',
    params,
    body: jsonBody(schemas.deadlineRequest),
    reply,
    accessLog: 'reconciliation.deadline',
    answer: async ({ context, path, body: { difference, days } }) =>
      shown(context, await remark(context, { ...path, difference, saying: { kind: 'deadline', days } })),
  }),
  route({
    method: 'post',
    path: `${base}/decisions`,
    access: ['reconciliation.work'],
    summary: 'Record what both parties decided, on their document, and bring the journal along',
    params,
    body: jsonBody(schemas.decisionRequest),
    reply,
    needsIdempotencyKey: true,
    accessLog: 'reconciliation.decide',
    answer: async ({ context, path, body }) => shown(context, await decide(context, { ...path, ...body })),
  }),
  route({
    method: 'post',
    path: `${base}/evidence`,
    access: ['reconciliation.work', 'reconciliation.answer'],
    summary: 'Keep a PDF, picture or workbook with a difference, 5 MB at most',
    params,
    body: uploadBody(schemas.evidenceForm),
    reply: json(schemas.evidence, 201),
    accessLog: 'reconciliation.evidence.add',
    answer: ({ context, path, body }) =>
      attachEvidence(context, {
        ...path,
        difference: body.fields.difference,
        name: body.fileName,
        bytes: body.bytes,
      }),
  }),
  route({
    method: 'get',
    path: `${base}/evidence/:id`,
    access: ['reconciliation.read'],
    summary: 'A file of evidence, for saving',
    params: schemas.evidencePath,
    reply: file(...evidenceTypes),
    accessLog: 'reconciliation.evidence.read',
    async answer({ context, path: { contract, month, id } }) {
      const found = await context.unitOfWork.read(({ reconciliations }) => reconciliations.evidenceFile(contract, id));
      if (found === undefined || found.file.month !== month)
        return refuse('not-found', { zh: `没有证据文件 ${id}。`, en: `There is no file of evidence ${id}.` });
      return done({ type: found.file.type, bytes: found.bytes, fileName: found.file.name });
    },
  }),
];
