import { createHash } from 'node:crypto';
import {
  evidenceBytesMax,
  evidencePerDifferenceMax,
  evidenceTypeOf,
  type EvidenceFile,
} from '../../domain/reconciliation/evidence.js';
import type { CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { namedItem, readReconciliation } from './reconciliation.js';

/**
 * Keeps a document with a difference, in the database, so that a backup holds it. The same bytes again are the same file.
 * Refuses `too-large` (5 MB), `invalid-input` (not a PDF, PNG, JPEG or .xlsx), `conflict` (ten already) and `not-found`.
 */
export async function attachEvidence(
  context: Context,
  input: {
    readonly contract: string;
    readonly month: CivilMonth;
    readonly difference: string;
    readonly name: string;
    readonly bytes: Uint8Array;
  },
): Promise<Result<EvidenceFile>> {
  const { contract, month, difference, name, bytes } = input;
  if (bytes.length > evidenceBytesMax)
    return refuse('too-large', { zh: '证据文件不能超过 5 MB。', en: 'A file of evidence may have 5 MB at most.' });
  const type = evidenceTypeOf(bytes);
  if (type === undefined)
    return refuse('invalid-input', {
      zh: '证据只收 PDF、PNG、JPEG 和 .xlsx 文件。',
      en: 'Evidence is a PDF, PNG, JPEG or .xlsx file.',
    });
  const hash = createHash('sha256').update(bytes).digest('hex');
  return context.unitOfWork.write(async (repositories) => {
    const found = await readReconciliation(repositories, context, input);
    if (!found.ok) return found;
    const item = namedItem(found.value, difference);
    if (!item.ok) return item;
    const earlier = (found.value.compared?.evidence ?? []).filter((file) => file.difference === difference);
    const same = earlier.find((file) => file.hash === hash);
    if (same !== undefined) return done(same);
    if (earlier.length >= evidencePerDifferenceMax)
      return refuse('conflict', {
        zh: `一处差异最多 ${evidencePerDifferenceMax} 个证据文件。`,
        en: `A difference takes ${evidencePerDifferenceMax} files of evidence at most.`,
      });
    const file: EvidenceFile = {
      ...{ contract, month, difference, name, type, hash },
      id: context.randomness.id(),
      size: bytes.length,
      addedBy: context.actor,
      addedAt: context.clock.now(),
    };
    await repositories.reconciliations.saveEvidence(file, bytes);
    return done(file);
  });
}
