import { z } from 'zod';
import { makePaper } from '../../../application/papers/make-paper.js';
import { paperJson } from '../../../application/papers/paper-json.js';
import { paperKinds, type Paper } from '../../../domain/papers/paper.js';
import { done } from '../../../shared/result.js';
import { file, route } from '../route.js';
import { contractKey } from '../schemas/common.js';

const formats = {
  json: { type: 'application/json', render: (paper: Paper) => Promise.resolve(paperJson(paper)) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    render: async (paper: Paper) => (await import('../../excel/paper-workbook.js')).paperWorkbook(paper),
  },
  pdf: {
    type: 'application/pdf',
    render: async (paper: Paper) => (await import('../../pdf/paper-pdf.js')).paperPdf(paper),
  },
} as const;

/** `2026-05.xlsx`, `2026-Q2.pdf`, of an instalment its key, `first.xlsx`, of a settlement its day, `2026-08-31.pdf`; without an ending, JSON. */
const documentName = z
  .string()
  .regex(/^(?:\d{4}-Q[1-4]|[a-z0-9]{1,64}(?:-[a-z0-9]{1,64})*)(?:\.(?:json|xlsx|pdf))?$/u)
  .transform((text) => {
    const [period = '', format = 'json'] = text.split('.');
    return { period, format: format as keyof typeof formats };
  });

export const paperRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/papers/:kind/:document',
    access: ['statement.read'],
    summary:
      'A paper between the parties as JSON, workbook or print: 2026-05.xlsx, of quarterly kinds 2026-Q2.pdf, of an instalment first.pdf, of an actual settlement 2026-08-31.pdf',
    params: z.strictObject({ contract: contractKey, kind: z.enum(paperKinds), document: documentName }),
    reply: file(...Object.values(formats).map(({ type }) => type)),
    accessLog: 'paper.export',
    async answer({ context, path: { contract, kind, document } }) {
      const paper = await makePaper(context, { contract, kind, period: document.period });
      if (!paper.ok) return paper;
      const { type, render } = formats[document.format];
      const fileName = `${kind}-${contract}-${document.period}.${document.format}`;
      return done({ type, bytes: await render(paper.value), fileName });
    },
  }),
];
