import { z } from 'zod';
import { monthStatement } from '../../../application/month-statement/month-statement.js';
import { statementJson } from '../../../application/month-statement/statement-json.js';
import { monthReplay } from '../../../application/replay-month/month-replay.js';
import type { Statement } from '../../../domain/ledger/statement.js';
import { present } from '../../../shared/assert.js';
import type { CivilMonth } from '../../../shared/civil-date.js';
import { done } from '../../../shared/result.js';
import { statementWorkbook } from '../../excel/statement-workbook.js';
import { statementPdf } from '../../pdf/statement-pdf.js';
import { file, route } from '../route.js';
import { civilMonth, contractKey } from '../schemas/common.js';

const formats = {
  json: { type: 'application/json', render: (statement: Statement) => Promise.resolve(statementJson(statement)) },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', render: statementWorkbook },
  pdf: { type: 'application/pdf', render: statementPdf },
} as const;

/** `2026-05.xlsx`; without an ending, JSON. */
const documentName = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:\.(?:json|xlsx|pdf))?$/u)
  .transform((text) => {
    const [month = '', format = 'json'] = text.split('.');
    return { month: month as CivilMonth, format: format as keyof typeof formats };
  });

export const statementRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/statements/:document',
    access: ['statement.read'],
    summary: 'The statement of a month as JSON, workbook or print: 2026-05.json, 2026-05.xlsx, 2026-05.pdf',
    params: z.strictObject({ contract: contractKey, document: documentName }),
    reply: file(...Object.values(formats).map(({ type }) => type)),
    accessLog: 'statement.export',
    async answer({ context, path: { contract, document } }) {
      const statement = await monthStatement(context, { contract, month: document.month });
      if (!statement.ok) return statement;
      const { type, render } = present(formats[document.format], 'format');
      const fileName = `statement-${contract}-${document.month}.${document.format}`;
      return done({ type, bytes: await render(statement.value), fileName });
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/statements/:month/replay',
    access: ['statement.replay'],
    summary:
      'All inputs of a month, from which `statement --from-replay` makes the same statement without the database',
    params: z.strictObject({ contract: contractKey, month: civilMonth }),
    reply: file('application/json'),
    accessLog: 'statement.replay',
    async answer({ context, path: { contract, month } }) {
      const made = await monthReplay(context, { contract, month });
      if (!made.ok) return made;
      const fileName = `replay-${contract}-${month}.json`;
      return done({ type: 'application/json', bytes: made.value.replay, fileName });
    },
  }),
];
