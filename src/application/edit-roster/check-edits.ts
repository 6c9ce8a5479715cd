import {
  cellName,
  cellsOf,
  freeCell,
  type CellEdit,
  type CellName,
  type RosterCell,
} from '../../domain/rostering/cell-edits.js';
import type { Assignment, RosterCertificate } from '../../domain/rostering/roster.js';
import { checkEdited, editedCells, withoutPins } from '../../planning/hand-edits.js';
import { ruleSource, verdict } from '../../planning/to-roster.js';
import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';
import { coverageCells, type CoverageCell } from '../view-coverage/view-coverage.js';
import { readDraft, type EditedDraft, type EditRequest } from './edited-draft.js';

/** What edits would make of a draft; the differences are to the draft as it is stored. */
export interface EditCheck {
  /** Of the stored draft. */
  readonly revision: number;
  readonly hardViolations: readonly (RosterCertificate['check']['hardViolations'][number] & {
    /** The rule with its law or clause. */
    readonly source: LocalText;
  })[];
  readonly objective: number;
  /** Yuan by rule that the edits add; rules that don't change are absent. */
  readonly costByRule: Readonly<Record<string, number>>;
  readonly costDifference: number;
  readonly missingMinutes: number;
  readonly missingDifference: number;
  /** The edited cells as they would stand, with the posts that were free. */
  readonly cells: readonly (CellName & RosterCell)[];
  /** Of the groups and days that the edits touch, the morning after a night included. */
  readonly coverage: readonly CoverageCell[];
}

/** Yuan below which a difference is round-off. */
const noise = 1e-6;

/** Judges edits without keeping them; refuses as `readDraft` does. */
export async function checkEdits(context: Context, request: EditRequest): Promise<Result<EditCheck>> {
  const draft = await readDraft(context, request);
  if (!draft.ok) return draft;
  const { roster, contract } = draft.value;
  const problem = withoutPins(draft.value.problem, request.edits, context.clock.today());
  const cells = editedCells(contract, roster, request.edits);
  const check = checkEdited(draft.value, { problem, cells, edits: request.edits }).report;
  const after = cellsOf(cells);
  const differences = Object.entries(check.costByRule)
    .map(([rule, yuan]) => [rule, yuan - (roster.certificate.costByRule[rule] ?? 0)] as const)
    .filter(([, yuan]) => Math.abs(yuan) > noise);
  return done({
    revision: roster.revision,
    hardViolations: verdict(problem, check).hardViolations.map((one) => explained(one, context.clock.today())),
    objective: check.objective,
    costByRule: Object.fromEntries(differences),
    costDifference: differences.reduce((sum, [, yuan]) => sum + yuan, 0),
    missingMinutes: check.missingMinutes,
    missingDifference: check.missingMinutes - roster.certificate.missingMinutes,
    cells: request.edits.map(({ worker, date }) => ({
      worker,
      date,
      ...(after.get(cellName({ worker, date })) ?? freeCell),
    })),
    coverage: touchedCoverage(draft.value, cells.assignments, request.edits),
  });
}

/** The pins of days before today are of the system's own making: nobody can lift them. */
function explained(
  violation: RosterCertificate['check']['hardViolations'][number],
  today: CivilDate,
): EditCheck['hardViolations'][number] {
  const { rule, worker, dates } = violation;
  const [date] = dates;
  if (rule !== 'pins' || date === undefined || date >= today) return { ...violation, source: ruleSource(rule) };
  return {
    ...violation,
    message: {
      zh: `${worker} 在 ${date} 的安排已成事实，不能再改；请撤销这一改动。`,
      en: `${worker}'s ${date} has happened and can't be planned otherwise. Undo this edit.`,
    },
    source: {
      zh: '已过的日子以发布的班次为准，实际到岗记入考勤',
      en: 'A day that is past stands as published; who was really there is attendance',
    },
  };
}

function touchedCoverage(
  { roster, contract, calendar }: EditedDraft,
  assignments: readonly Assignment[],
  edits: readonly CellEdit[],
): CoverageCell[] {
  const groupsOn = new Map<CivilDate, Set<string>>();
  for (const { date, before, after } of edits) {
    for (const day of [date, addDays(date, 1)].filter((one) => one <= roster.to)) {
      const groups = groupsOn.get(day) ?? new Set();
      for (const { duty } of [before, after]) if (duty !== null) groups.add(duty.postGroup);
      groupsOn.set(day, groups);
    }
  }
  const dutiesOn = (date: CivilDate): Assignment[] => assignments.filter((one) => one.date === date);
  return [...groupsOn].flatMap(([date, groups]) =>
    coverageCells({ contract, calendar, dates: [date], dutiesOn }).filter(({ postGroup }) => groups.has(postGroup)),
  );
}
