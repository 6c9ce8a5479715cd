import { Button } from 'antd';
import type { RosterCell } from '../../../adapters/http/schemas/edits.js';
import { useLanguage } from '../../messages/language.js';
import type { RosterScene } from '../scene.js';
import type { CellChange } from './cells.js';
import { cellOfText } from './shift-choice.js';

interface Where {
  readonly worker: string;
  readonly date: string;
}

export interface PasteReport {
  readonly changes: readonly CellChange[];
  /** Cells whose text is no shift. */
  readonly faults: readonly (Where & { readonly text: string })[];
  /** Cells that would lie beside the grid. */
  readonly outside: number;
}

/** Rows of cells as a spreadsheet puts them on the clipboard. One cell fills the whole selection. */
export function readPaste(input: {
  readonly scene: RosterScene;
  readonly text: string;
  /** The same cells as they were copied here; null for text from elsewhere. */
  readonly known: readonly (readonly RosterCell[])[] | null;
  readonly target: readonly (readonly Where[])[];
  /** The cell so many rows and columns from the first selected one. */
  readonly cellBelow: (row: number, column: number) => Where | null;
}): PasteReport {
  const lines = input.text
    .replaceAll('\r\n', '\n')
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => line.split('\t'));
  const isOne = lines.length === 1 && lines[0]?.length === 1;
  const places = isOne
    ? input.target.flat().map((where) => ({ where, row: 0, column: 0 }))
    : lines.flatMap((line, row) => line.map((_, column) => ({ where: input.cellBelow(row, column), row, column })));
  const changes: CellChange[] = [];
  const faults: (Where & { text: string })[] = [];
  for (const { where, row, column } of places) {
    if (where === null) continue;
    const text = lines[row]?.[column] ?? '';
    const known = input.known?.[row]?.[column];
    // A copied post is somebody's: the person who pastes wants the duty, at any post that is free.
    const copy = known === undefined || known.duty === null ? known : { ...known, duty: { ...known.duty, post: null } };
    const to = copy ?? cellOfText(input.scene, where.worker, text);
    if (to === null) faults.push({ ...where, text });
    else changes.push({ ...where, to });
  }
  return { changes, faults, outside: places.filter(({ where }) => where === null).length };
}

/** What of a paste was left alone, and why. */
export function PasteFaults({ report, close }: { readonly report: PasteReport; readonly close: () => void }) {
  const { m, dayMonth } = useLanguage();
  return (
    <div className="notice caution paste-faults" role="alert">
      {report.faults.length === 0 ? null : <b>{m.board.pasteErrors(report.faults.length)}</b>}
      <ul>
        {report.faults.slice(0, 8).map(({ worker, date, text }) => (
          <li key={worker + date}>{m.board.pasteError(`${worker} ${dayMonth(date)}`, text)}</li>
        ))}
        {report.outside === 0 ? null : <li>{m.board.pasteOutside(report.outside)}</li>}
      </ul>
      <Button size="small" onClick={close}>
        {m.board.dismiss}
      </Button>
    </div>
  );
}
