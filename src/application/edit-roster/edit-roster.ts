import { conflictsWith, openEdits, type CellConflict } from '../../domain/rostering/cell-edits.js';
import type { Roster } from '../../domain/rostering/roster.js';
import { checkEdited, editedCells, recounted, withoutPins } from '../../planning/hand-edits.js';
import { keepCheck } from '../../planning/kept-checks.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readDraft, type EditRequest } from './edited-draft.js';

/** Lost races in a row before the editor is told: somebody else saves at the very same moment. */
const attemptsMax = 5;

/**
 * Keeps hand edits in a draft, lawful or not: what they break is in the certificate, and such a draft can't be
 * published. Edits of cells that nobody else has changed since the editor saw them go together with theirs.
 *
 * Refuses as `readDraft` does, `stale-version` when no such revision has ever been seen, and `conflict` with both sides of each cell that somebody else has changed, in which
 * case nothing is kept.
 */
export async function editRoster(context: Context, request: RevisionEdit): Promise<Result<Roster>> {
  for (let attempt = 1; ; attempt += 1) {
    const edited = await editedDraft(context, request);
    if (!edited.ok) return edited;
    const { before, after, problemJson } = edited.value;
    if (after === before) return done(before);
    const saved = await context.unitOfWork.write(async ({ rosters }) => {
      const kept = await rosters.save(after, before.revision);
      if (kept.ok && problemJson !== null) await rosters.saveProblem(after.contract, after.id, problemJson);
      return kept;
    });
    if (saved.ok) return done(after);
    if (saved.refusal.code !== 'stale-version' || attempt === attemptsMax) return saved;
  }
}

interface RevisionEdit extends EditRequest {
  /** What the editor had before them: any revision until now. Absent = the present one. */
  readonly seenRevision?: number;
}

interface Edited {
  readonly before: Roster;
  readonly after: Roster;
  /** Set when the edits have lifted pins, and with them changed the problem. */
  readonly problemJson: string | null;
}

async function editedDraft(context: Context, request: RevisionEdit): Promise<Result<Edited>> {
  const draft = await readDraft(context, request);
  if (!draft.ok) return draft;
  const { roster, contract } = draft.value;
  const { seenRevision = roster.revision } = request;
  if (seenRevision < 1 || seenRevision > roster.revision) return neverSeen(roster);
  const edits = openEdits(roster, request.edits);
  if (edits.length === 0) return done({ before: roster, after: roster, problemJson: null });
  const conflicts = conflictsWith(roster, edits);
  if (conflicts.length > 0) return overlapping(roster, conflicts);
  const problem = withoutPins(draft.value.problem, edits, context.clock.today());
  const cells = editedCells(contract, roster, edits);
  const kept = checkEdited(draft.value, { problem, cells, edits });
  const isSameProblem = problem === draft.value.problem;
  const after = recounted(
    draft.value,
    { ...roster, ...cells, revision: roster.revision + 1 },
    { problem, check: kept.report, handEdits: edits.length, isSameProblem },
  );
  keepCheck(kept, after.certificate.problemHash, after);
  return done({
    before: roster,
    after,
    problemJson: isSameProblem ? null : JSON.stringify(problem),
  });
}

function neverSeen({ revision }: Roster): Result<never> {
  return refuse(
    'stale-version',
    {
      zh: '这份排班没有您所说的版本。请刷新后核对，再保存。',
      en: 'The roster never had the revision that you name: reload, look at it again, then save.',
    },
    { revision },
  );
}

function overlapping({ revision }: Roster, cells: readonly CellConflict[]): Result<never> {
  return refuse(
    'conflict',
    {
      zh: `有 ${cells.length} 格在您打开之后被他人改过。请逐格选择保留哪一方，再保存。`,
      en: `Somebody else has changed ${cells.length} of these cells since you opened them. Choose for each whose stands, then save.`,
    },
    { revision, cells },
  );
}
