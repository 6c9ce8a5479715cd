import { z } from 'zod';
import { countFields } from '../../domain/reconciliation/count-columns.js';
import { differenceClasses } from '../../domain/reconciliation/difference.js';
import { outcomes, stances, workStates } from '../../domain/reconciliation/work.js';

/** A month compared, as the HTTP API prints it. Money is whole fen, quantities are decimal text of headcount-days. */
const localText = z.object({ zh: z.string(), en: z.string() });
const side = z.object({ units: z.string(), amountFen: z.int().nullable() });

export const remarkView = z.object({
  kind: z.enum(['note', 'answer', 'deadline', 'decision']),
  text: z.string(),
  stance: z.enum(stances).nullable(),
  outcome: z.enum(outcomes).nullable(),
  document: z.string().nullable(),
  answerBy: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});

export const differenceView = z.object({
  /** `date/post group/post`, or `date/@worker`. */
  key: z.string(),
  date: z.string(),
  postGroup: z.string().nullable(),
  post: z.string().nullable(),
  worker: z.string().nullable(),
  class: z.enum(differenceClasses),
  /** Item of the register over which the parties differ: `V6`. */
  reading: z.string().nullable(),
  explanation: localText,
  ours: side.extend({ line: z.string() }).nullable(),
  /** `rows` of the client's file; `isValuedByUs`: the client states no money, it is our rate. */
  theirs: side.extend({ rows: z.array(z.int()), isValuedByUs: z.boolean() }).nullable(),
  /** Their headcount-days less ours. */
  effectUnits: z.string(),
  /** Their amount less ours. */
  effectFen: z.int(),
  state: z.enum(workStates),
  answerBy: z.string(),
  isOverdue: z.boolean(),
  remarks: z.array(remarkView),
  evidence: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      size: z.int(),
      hash: z.string(),
      addedBy: z.string(),
    }),
  ),
});

const total = z.object({ lines: z.int(), units: z.string(), amountFen: z.int() });

export const reconciliationView = z.object({
  contract: z.string(),
  month: z.string(),
  /** Headings of the client's files by field, as remembered. */
  mapping: z.partialRecord(z.enum(countFields), z.string()),
  count: z
    .object({
      version: z.int(),
      fileName: z.string(),
      fileHash: z.string(),
      answerBy: z.string(),
      importedBy: z.string(),
      importedAt: z.string(),
    })
    .nullable(),
  ours: total.nullable(),
  theirs: total.nullable(),
  /** From our total to theirs, step by step. */
  bridge: z.array(
    z.object({ class: z.enum(differenceClasses), count: z.int(), units: z.string(), amountFen: z.int() }),
  ),
  differences: z.array(differenceView),
});
export type ReconciliationView = z.output<typeof reconciliationView>;
export type DifferenceView = z.output<typeof differenceView>;
