import type { DeductionLine } from '../../domain/ledger/deductions/deduction-line.js';
import type { JournalEntry } from '../../domain/ledger/journal/journal.js';
import { isDeduction } from '../../domain/ledger/journal/ledger-line.js';
import type { LateCorrection } from '../../domain/ledger/journal/late-correction.js';
import { readAnswer } from '../../domain/ledger/journal/line-answer.js';
import type { LineHistory, LinePhase } from '../../domain/ledger/journal/line-history.js';
import { reversalNote } from '../../domain/ledger/journal/line-record.js';
import { sharedLine } from '../../domain/ledger/shared-line.js';
import { fen, sumFen, yuanDecimal, type Fen } from '../../shared/fen.js';
import { decimalText, headcountDaysText, sumHeadcountDays } from '../../shared/headcount-days.js';
import { presentLine } from '../post-vacancies/present.js';
import type { NameOf } from '../person-names.js';
import type { MonthLines } from './month-lines.js';
import type { DeductionLineView, MonthLinesView, PhasedLineView } from './view.js';

/** A month's posted lines as plain JSON. */
export function presentMonthLines(
  { contract, month, revision, seal, lines, corrections }: MonthLines,
  nameOf: NameOf,
): MonthLinesView {
  const total = (phase: LinePhase) => totalOf(lines.filter((line) => line.phase === phase));
  return {
    contract,
    month,
    revision,
    isClosed: seal !== null,
    lines: lines.flatMap((history) =>
      isDeduction(history.line) ? [] : [{ ...presentLine(sharedLine(history.line)), ...presentPhase(history, nameOf) }],
    ),
    deductions: lines.flatMap((history) =>
      isDeduction(history.line) ? [{ ...presentDeduction(history.line), ...presentPhase(history, nameOf) }] : [],
    ),
    corrections: corrections.map((correction) => presentCorrection(correction, nameOf)),
    totals: {
      proposed: total('proposed'),
      agreed: total('agreed'),
      disputed: total('disputed'),
      waived: total('waived'),
      withdrawn: total('withdrawn'),
    },
  };
}

function presentCorrection({ entry, line, concerns, amountFen, note }: LateCorrection, nameOf: NameOf) {
  const { sequence, reason, reverses, effectiveDate, recordedAt } = entry;
  return {
    ...{
      entry: entry.id,
      sequence,
      reason,
      reverses,
      effectiveDate,
      recordedAt,
      recordedBy: nameOf(entry.recordedBy),
      note,
      concerns,
      amountFen,
    },
    ...{ line: line.id, clause: line.clause, date: line.date },
    name: isDeduction(line) ? line.title : { zh: line.post, en: line.post },
    amount: yuanDecimal(amountFen),
  };
}

type Phase = Pick<PhasedLineView, 'phase' | 'answer' | 'setAsideNote' | 'events'>;

function presentPhase({ phase, answer, setAsideNote, entries }: LineHistory, nameOf: NameOf): Phase {
  return {
    phase,
    answer:
      answer === null
        ? null
        : {
            kind: answer.kind,
            by: answer.by,
            note: answer.note,
            document: answer.document,
            recordedAt: answer.entry.recordedAt,
            recordedBy: nameOf(answer.entry.recordedBy),
          },
    setAsideNote,
    events: entries.map((entry) => presentEvent(entry, nameOf)),
  };
}

function presentEvent(entry: JournalEntry, nameOf: NameOf): Phase['events'][number] {
  const { id, sequence, reason, reverses, recordedAt } = entry;
  const recordedBy = nameOf(entry.recordedBy);
  const isAnswer = reverses === null && (reason === 'agreed' || reason === 'disputed');
  const said = isAnswer ? readAnswer(entry.subject) : { note: reversalNote(entry.subject), document: null };
  return { entry: id, sequence, reason, reverses, recordedAt, recordedBy, note: said.note, document: said.document };
}

export function presentDeduction(line: DeductionLine): DeductionLineView {
  const { id, incident, rule, family, date, clause, title, debtor, base, notices } = line;
  const { accruedFen, capLeftFen, amountFen, instalment, evidence, document, explanation } = line;
  return {
    ...{ id, incident, rule, family, date, clause, title, debtor },
    ...{ accruedFen, capLeftFen, amountFen, instalment, evidence, document, explanation },
    base: base === null ? null : { ...base, amount: yuanDecimal(base.amountFen) },
    accrued: yuanDecimal(line.accruedFen),
    capLeft: line.capLeftFen === null ? null : yuanDecimal(line.capLeftFen),
    amount: yuanDecimal(line.amountFen),
    notices: [...notices],
  };
}

/** Damages that the client owes count against the contractor's deductions. */
function totalOf(histories: readonly LineHistory[]): MonthLinesView['totals']['agreed'] {
  const lines = histories.map(({ line }) => line);
  const units = sumHeadcountDays(lines.flatMap((line) => (isDeduction(line) ? [] : [line.units])));
  const isPriced = lines.length === 0 || lines.some(({ amountFen }) => amountFen !== null);
  const amountFen = isPriced ? sumFen(lines.map(signedAmount)) : null;
  return {
    lines: lines.length,
    units: decimalText(units),
    unitsExact: headcountDaysText(units),
    amountFen,
    amount: amountFen === null ? null : yuanDecimal(amountFen),
  };
}

function signedAmount(line: LineHistory['line']): Fen {
  const amount: number = line.amountFen ?? 0;
  return fen(isDeduction(line) && line.debtor === 'client' ? -amount : amount);
}
