import { readAnswer } from '../../domain/ledger/line-answer.js';
import type { JournalEntry } from '../../domain/ledger/journal.js';
import type { LineHistory, LinePhase } from '../../domain/ledger/line-history.js';
import { reversalNote } from '../../domain/ledger/line-record.js';
import { sumFen, yuanDecimal } from '../../shared/fen.js';
import { decimalText, headcountDaysText, sumHeadcountDays } from '../../shared/headcount-days.js';
import { presentLine } from '../post-vacancies/present.js';
import type { MonthLines } from './month-lines.js';
import type { MonthLinesView, PhasedLineView } from './view.js';

/** A month's posted lines as plain JSON. */
export function presentMonthLines({ contract, month, revision, seal, lines }: MonthLines): MonthLinesView {
  const total = (phase: LinePhase) => totalOf(lines.filter((line) => line.phase === phase));
  return {
    contract,
    month,
    revision,
    isClosed: seal !== null,
    lines: lines.map(presentPhasedLine),
    totals: {
      proposed: total('proposed'),
      agreed: total('agreed'),
      disputed: total('disputed'),
      waived: total('waived'),
      withdrawn: total('withdrawn'),
    },
  };
}

function presentPhasedLine({ line, phase, answer, setAsideNote, entries }: LineHistory): PhasedLineView {
  return {
    ...presentLine(line),
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
            recordedBy: answer.entry.recordedBy,
          },
    setAsideNote,
    events: entries.map(presentEvent),
  };
}

function presentEvent(entry: JournalEntry): PhasedLineView['events'][number] {
  const { id, sequence, reason, reverses, recordedAt, recordedBy } = entry;
  const isAnswer = reverses === null && reason !== 'vacancy';
  const said = isAnswer ? readAnswer(entry.subject) : { note: reversalNote(entry.subject), document: null };
  return { entry: id, sequence, reason, reverses, recordedAt, recordedBy, note: said.note, document: said.document };
}

function totalOf(histories: readonly LineHistory[]): MonthLinesView['totals']['agreed'] {
  const lines = histories.map(({ line }) => line);
  const units = sumHeadcountDays(lines.map((line) => line.units));
  const isPriced = lines.length === 0 || lines.some(({ amountFen }) => amountFen !== null);
  const amountFen = isPriced ? sumFen(lines.flatMap((line) => line.amountFen ?? [])) : null;
  return {
    lines: lines.length,
    units: decimalText(units),
    unitsExact: headcountDaysText(units),
    amountFen,
    amount: amountFen === null ? null : yuanDecimal(amountFen),
  };
}
