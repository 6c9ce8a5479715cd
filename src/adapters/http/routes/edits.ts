import { z } from 'zod';
import { checkEdits } from '../../../application/edit-roster/check-edits.js';
import { copyRoster } from '../../../application/edit-roster/copy-roster.js';
import { editRoster } from '../../../application/edit-roster/edit-roster.js';
import { holdsGrid, readGrid } from '../../../application/edit-roster/read-grid.js';
import { done, refuse } from '../../../shared/result.js';
import { gridWorkbook } from '../../excel/grid-workbook.js';
import { readTable } from '../../excel/read-table.js';
import { file, json, jsonBody, route, uploadBody } from '../route.js';
import { contractKey, contractPath, identifier } from '../schemas/common.js';
import { editCheck, gridReading, rosterCopied, rosterCopy, rosterEdits } from '../schemas/edits.js';
import { roster } from '../schemas/rosters.js';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const rosterPath = z.strictObject({ contract: contractKey, id: identifier });

export const editRoutes = [
  route({
    method: 'post',
    path: '/contracts/:contract/rosters',
    access: ['roster.edit'],
    summary: 'A new draft from any roster: to edit what is published, or to bring an older version back',
    params: contractPath,
    body: jsonBody(rosterCopy),
    reply: json(rosterCopied, 201),
    accessLog: 'roster.copy',
    async answer({ context, path, body }) {
      const copied = await copyRoster(context, { ...path, rosterId: body.copyOf });
      return copied.ok ? done({ rosterId: copied.value.id }) : copied;
    },
    replyHeaders: ({ rosterId }, { contract }) => ({ Location: `/api/v1/contracts/${contract}/rosters/${rosterId}` }),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/rosters/:id/checks',
    access: ['roster.edit'],
    summary: 'What edits would break and cost, rule by rule; nothing is kept',
    params: rosterPath,
    body: jsonBody(rosterEdits),
    reply: json(editCheck),
    answer: ({ context, path: { contract, id }, body }) =>
      checkEdits(context, { contract, rosterId: id, edits: body.edits }),
  }),
  route({
    method: 'patch',
    path: '/contracts/:contract/rosters/:id',
    access: ['roster.edit'],
    summary:
      'Keep edits in a draft, lawful or not. With an older ETag they go together with what others have changed, or 409 with both sides of each cell that was changed twice',
    params: rosterPath,
    body: jsonBody(rosterEdits),
    reply: json(roster),
    needsIfMatch: true,
    accessLog: 'roster.edit',
    // The ETag must be one that was given, and the cells as seen are compared one by one: that decides what it means to be too late.
    answer: ({ context, path: { contract, id }, body, revision }) =>
      editRoster(context, { contract, rosterId: id, edits: body.edits, seenRevision: revision }),
    replyHeaders: ({ revision }) => ({ ETag: `"${String(revision)}"` }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/rosters/:id/grid',
    access: ['roster.edit'],
    summary: 'The roster as a spreadsheet of workers and days',
    params: rosterPath,
    reply: file(spreadsheet),
    accessLog: 'roster.export',
    async answer({ context, path: { contract: key, id } }) {
      const found = await context.unitOfWork.read(async ({ contracts, rosters, workforce }) => ({
        contract: await contracts.find(key),
        shown: await rosters.find(key, id),
        workers: await workforce.workers(key),
      }));
      const { contract, shown, workers } = found;
      if (contract === undefined || shown === undefined)
        return refuse('not-found', { zh: `没有编号为 ${id} 的排班。`, en: `There is no roster ${id}.` });
      const bytes = await gridWorkbook({ contract, roster: shown, workers });
      return done({ type: spreadsheet, bytes, fileName: `roster-${key}-${shown.from}-${shown.to}.xlsx` });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/rosters/:id/grid',
    access: ['roster.edit'],
    summary: 'What a changed spreadsheet would edit in a draft, cell by cell; nothing is kept',
    params: rosterPath,
    body: uploadBody(z.strictObject({})),
    reply: json(gridReading),
    accessLog: 'roster.readGrid',
    async answer({ context, path: { contract, id }, body }) {
      const table = await readTable({ name: body.fileName, bytes: body.bytes }, holdsGrid);
      return table.ok ? readGrid(context, { contract, rosterId: id, table: table.value }) : table;
    },
  }),
];
