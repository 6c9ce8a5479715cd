import { unitsMoved, type SideTotal } from '../../domain/reconciliation/comparison.js';
import type { EvidenceFile } from '../../domain/reconciliation/evidence.js';
import type { Remark, WorkItem } from '../../domain/reconciliation/work.js';
import { sumFen } from '../../shared/fen.js';
import { groupBy } from '../../shared/grouping.js';
import { decimalText } from '../../shared/headcount-days.js';
import type { NameOf } from '../person-names.js';
import type { Reconciliation } from './reconciliation.js';
import type { DifferenceView, ReconciliationView } from './view.js';

export function presentReconciliation(
  { month, mapping, compared }: Reconciliation,
  nameOf: NameOf,
): ReconciliationView {
  const heading = { contract: month.vacancies.contract, month: month.vacancies.month, mapping: { ...mapping } };
  if (compared === null) return { ...heading, count: null, ours: null, theirs: null, bridge: [], differences: [] };
  const { count, comparison, items } = compared;
  const { version, fileName, fileHash, answerBy, importedBy, importedAt } = count;
  const evidence = groupBy(compared.evidence, ({ difference }) => difference);
  return {
    ...heading,
    count: { version, fileName, fileHash, answerBy, importedBy: nameOf(importedBy), importedAt },
    ours: presentTotal(comparison.ours),
    theirs: presentTotal(comparison.theirs),
    bridge: comparison.bridge.map(({ class: name, count: places, units, fen }) => ({
      class: name,
      count: places,
      units: decimalText(units),
      amountFen: fen,
    })),
    differences: items.map((item) => presentItem(item, evidence.get(item.difference.key) ?? [], nameOf)),
  };
}

function presentTotal({ lines, units, amountFen }: SideTotal) {
  return { lines, units: decimalText(units), amountFen };
}

function presentItem(
  { difference, state, answerBy, isOverdue, remarks }: WorkItem,
  files: readonly EvidenceFile[],
  nameOf: NameOf,
) {
  const { key, date, postGroup, post, worker, reading, explanation, ours, theirs, effects } = difference;
  return {
    ...{ key, date, postGroup, post, worker, reading, explanation, state, answerBy, isOverdue },
    class: difference.class,
    ours: ours === null ? null : { line: ours.id, units: decimalText(ours.units), amountFen: ours.amountFen },
    theirs:
      theirs === null
        ? null
        : {
            units: decimalText(theirs.units),
            amountFen: theirs.amountFen,
            rows: theirs.claims.map(({ row }) => row),
            isValuedByUs: theirs.isValuedByUs,
          },
    effectUnits: decimalText(unitsMoved(difference)),
    effectFen: sumFen(effects.map((effect) => effect.fen)),
    remarks: remarks.map((remark) => presentRemark(remark, nameOf)),
    evidence: files.map(({ id, name, type, size, hash, addedBy }) => ({
      ...{ id, name, type, size, hash },
      addedBy: nameOf(addedBy),
    })),
  } satisfies DifferenceView;
}

function presentRemark({ body, recordedBy, recordedAt }: Remark, nameOf: NameOf): DifferenceView['remarks'][number] {
  const said = { kind: body.kind, text: '', stance: null, outcome: null, document: null, answerBy: null };
  const by = { recordedBy: nameOf(recordedBy), recordedAt };
  if (body.kind === 'note') return { ...said, ...by, text: body.text };
  if (body.kind === 'answer') return { ...said, ...by, text: body.text, stance: body.stance };
  if (body.kind === 'deadline') return { ...said, ...by, answerBy: body.answerBy };
  return { ...said, ...by, text: body.reason, outcome: body.outcome, document: body.document };
}
