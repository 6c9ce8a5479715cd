import type { GivenAnswer } from '../../../application/ports/index.js';
import { key, text } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

export const answerEntity = table<GivenAnswer>({
  name: 'given_answer',
  columns: { contract: key, key, inputHash: text, document: text, answeredAt: text },
  foreignKeys: [belongsToContract],
  indices: [{ name: 'given_answer_answered_at_index', columns: ['answeredAt'] }],
});
