import { z } from 'zod';
import { reconciliationView } from '../../../application/reconcile/view.js';
import { countFields } from '../../../domain/reconciliation/count-columns.js';
import { outcomes, stances } from '../../../domain/reconciliation/work.js';
import { civilMonth, contractKey, identifier } from './common.js';

export type { Outcome, Stance } from '../../../domain/reconciliation/work.js';

export const reconciliationPath = z.strictObject({ contract: contractKey, month: civilMonth });
export const evidencePath = reconciliationPath.extend({ id: identifier });

/** GET /contracts/:contract/reconciliations/:month */
export const reconciliation = reconciliationView.meta({ id: 'Reconciliation' });
export type Reconciliation = z.output<typeof reconciliation>;
export type DifferenceItem = Reconciliation['differences'][number];

const key = z.string().min(1).max(200);
const words = z.string().trim().max(2000);
const days = z.coerce.number().int().min(1).max(60);

/** Form fields beside the client's file. */
export const countForm = z.strictObject({
  /** JSON: the file's heading by field, `{"date":"缺岗日期"}`; remembered. Left out: as remembered, or by known headings. */
  mapping: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'mapping is no JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.partialRecord(z.enum(countFields), z.string().trim().min(1).max(100)))
    .optional(),
  /** Days for the client to answer. */
  answerDays: days.default(5),
});

export const noteRequest = z.strictObject({ difference: key, text: words.min(1) }).meta({ id: 'DifferenceNote' });
export const answerRequest = z
  .strictObject({ difference: key, stance: z.enum(stances), text: words })
  .meta({ id: 'DifferenceAnswer' });
export const deadlineRequest = z.strictObject({ difference: key, days }).meta({ id: 'DifferenceDeadline' });
export const decisionRequest = z
  .strictObject({
    differences: z.array(key).min(1).max(5000),
    outcome: z.enum(outcomes),
    reason: words.min(1),
    document: words.min(1),
  })
  .meta({ id: 'DifferenceDecision' });

export const evidenceForm = z.strictObject({ difference: key });
export const evidence = z
  .object({ id: z.string(), name: z.string(), type: z.string(), size: z.int(), hash: z.string() })
  .meta({ id: 'Evidence' });
