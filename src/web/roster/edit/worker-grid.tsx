import { useMemo, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { RosterCell } from '../../../adapters/http/schemas/edits.js';
import { present } from '../../../shared/assert.js';
import { useLanguage } from '../../messages/language.js';
import { RowGrid } from '../row-grid.js';
import type { RosterScene } from '../scene.js';
import { WorkerCells, type CellMarks } from '../worker-cells.js';
import type { WorkerColumn } from '../worker-columns.js';
import type { WorkerRow } from '../worker-model.js';
import { CellMenu, type MenuPlace } from './cell-menu.js';
import { useCellDrag } from './cell-drag.js';
import { pointOf, useCellSelection, type CellPoint } from './cell-selection.js';
import { cellKey, freeCell, type CellChange } from './cells.js';
import { PasteFaults, readPaste, type PasteReport } from './clipboard.js';
import type { DraftEditing } from './draft-editing.js';
import { cellText, dutyFor, typedShift } from './shift-choice.js';

interface Props {
  readonly scene: RosterScene;
  readonly rows: readonly WorkerRow[];
  readonly columns: readonly WorkerColumn[];
  readonly head: React.ReactNode;
  readonly isNarrow: boolean;
  readonly calendar: React.ComponentProps<typeof WorkerCells>['calendar'];
  /** null when what is shown can't be edited. */
  readonly editing: DraftEditing | null;
  readonly open: (code: string) => void;
}

/** Pixels of a row. */
const oneLine = () => 34;

/** Copied cells as text and as they are: pasted here, a duty keeps its group although the text doesn't name it. */
let copied: { readonly text: string; readonly cells: readonly (readonly RosterCell[])[] } | null = null;

/** Workers × days under the keyboard, the pointer and the clipboard. */
export function WorkerGrid(props: Props) {
  const { scene, rows, columns, editing } = props;
  const { m } = useLanguage();
  const { dates } = scene;
  const selection = useCellSelection(rows.length, dates.length + 1);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [faults, setFaults] = useState<PasteReport | null>(null);
  const { focus, area } = selection;
  const marks = useMarks(editing);

  const at = ({ row, column }: CellPoint) => {
    const worker = rows[row]?.code;
    const date = dates[column - 1];
    return worker === undefined || date === undefined ? null : { worker, date };
  };
  const selected = (): { readonly worker: string; readonly date: string }[][] =>
    rows
      .slice(area.rows[0], area.rows[1] + 1)
      .map(({ code }) => dates.slice(area.columns[0] - 1, area.columns[1]).map((date) => ({ worker: code, date })));
  /** Changes every selected cell; what gives nothing new is left alone. */
  const changeAll = (next: (cell: RosterCell, where: { worker: string; date: string }) => RosterCell) => {
    if (editing === null || focus.column === 0) return;
    editing.change(
      selected()
        .flat()
        .map((where) => ({ ...where, to: next(editing.cellAt(where.worker, where.date), where) })),
    );
  };
  const actions = {
    clear: () => {
      // A pinned day off has no shift to clear; it is unpinned by itself.
      changeAll((cell) => (cell.duty === null ? cell : freeCell));
    },
    assign: (shift: string) => {
      changeAll((cell, { worker }) => ({ ...cell, duty: dutyFor(scene, worker, shift, cell.duty) }));
    },
    serve: (postGroup: string, post: string | null) => {
      changeAll((cell) => (cell.duty === null ? cell : { ...cell, duty: { ...cell.duty, postGroup, post } }));
    },
    togglePin: () => {
      const where = at(focus);
      if (editing === null || where === null) return;
      const isPinned = !editing.cellAt(where.worker, where.date).isPinned;
      changeAll((cell) => ({ ...cell, isPinned }));
    },
    type: (letter: string): boolean => {
      const where = at(focus);
      if (editing === null || where === null) return false;
      const now = editing.cellAt(where.worker, where.date).duty;
      const shift = typedShift(scene, { letter, date: where.date, now });
      if (shift !== undefined) actions.assign(shift);
      return shift !== undefined;
    },
    copy: (): string => {
      const cells = selected().map((row) =>
        row.map(({ worker, date }) => ({ ...present(editing, 'editing').cellAt(worker, date), isPinned: false })),
      );
      const text = cells.map((row) => row.map((cell) => cellText(scene, cell)).join('\t')).join('\n');
      copied = { text, cells };
      return text;
    },
    paste: (text: string) => {
      if (editing === null || focus.column === 0) return;
      const report = readPaste({
        scene,
        text,
        known: copied?.text === text.replaceAll('\r\n', '\n').replace(/\n$/u, '') ? copied.cells : null,
        target: selected(),
        cellBelow: (row, column) => at({ row: area.rows[0] + row, column: area.columns[0] + column }),
      });
      if (report.changes.length > 0) editing.change(report.changes);
      setFaults(report.faults.length + report.outside > 0 ? report : null);
    },
    copyOut: () => {
      const text = actions.copy();
      // A plain intranet address has no clipboard to write to; within the board the copy is at hand all the same.
      if (window.isSecureContext) navigator.clipboard.writeText(text).catch(() => undefined);
    },
    pasteIn:
      copied === null
        ? null
        : () => {
            actions.paste(copied?.text ?? '');
          },
  };
  const drag = useCellDrag({
    select: selection.select,
    canCarry(point) {
      const where = at(point);
      return editing !== null && where !== null && editing.cellAt(where.worker, where.date).duty !== null;
    },
    drop(from, to, isCopy) {
      const [source, target] = [at(from), at(to)];
      if (editing === null || source === null || target === null) return;
      // On a day beside the draft nothing can be put; what is picked up there is copied.
      if (!editing.covers(target.date)) return;
      const carried = editing.cellAt(source.worker, source.date);
      const there = editing.cellAt(target.worker, target.date);
      // A post is held on a day: carried to another day, it is only wished for there.
      const moved: CellChange = { ...target, to: { duty: carried.duty, isPinned: there.isPinned } };
      editing.change(
        isCopy || !editing.covers(source.date)
          ? [moved]
          : [moved, { ...source, to: { duty: there.duty, isPinned: carried.isPinned } }],
      );
      selection.select(to, false);
    },
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (selection.walk(event)) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && focus.column === 0) return;
    if (editing === null || event.altKey) return;
    const commands: Record<string, (() => void) | null> = {
      KeyZ: event.shiftKey ? editing.redo : editing.undo,
      KeyY: editing.redo,
      KeyS: editing.save,
      KeyA: () => {
        selection.select({ row: 0, column: 1 }, false);
        selection.select({ row: rows.length - 1, column: dates.length }, true);
      },
    };
    const plain: Record<string, () => void> = {
      Delete: actions.clear,
      Backspace: actions.clear,
      Space: actions.togglePin,
      Enter: openMenu,
      ContextMenu: openMenu,
    };
    // The key's place on the keyboard: a Chinese input method is in nobody's way.
    const act = isCommand ? commands[event.code] : plain[event.code === 'NumpadEnter' ? 'Enter' : event.code];
    if (act !== undefined) {
      event.preventDefault();
      act?.();
      return;
    }
    const letter = /^Key([A-Z])$/u.exec(event.code)?.[1];
    if (!isCommand && letter !== undefined && actions.type(letter)) event.preventDefault();
  };
  const openMenu = () => {
    const cell = selection.box.current?.querySelector('[data-column][tabindex="0"]')?.getBoundingClientRect();
    const where = at(focus);
    if (cell !== undefined && where !== null && focus.column > 0 && editing?.covers(where.date) === true)
      setMenu({ x: cell.left + 12, y: cell.bottom });
  };
  const handlers = {
    onKeyDown,
    ...drag,
    onContextMenu(event: MouseEvent<HTMLDivElement>) {
      const point = pointOf(event.target as Element);
      if (editing === null || point === null || point.column === 0) return;
      event.preventDefault();
      const where = at(point);
      if (where === null || !editing.covers(where.date)) return;
      const isInside =
        area.rows[0] <= point.row &&
        point.row <= area.rows[1] &&
        area.columns[0] <= point.column &&
        point.column <= area.columns[1];
      if (!isInside) selection.select(point, false);
      setMenu({ x: event.clientX, y: event.clientY });
    },
    onCopy(event: ClipboardEvent) {
      if (editing === null || focus.column === 0) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', actions.copy());
    },
    onCut(event: ClipboardEvent) {
      handlers.onCopy(event);
      actions.clear();
    },
    onPaste(event: ClipboardEvent) {
      event.preventDefault();
      actions.paste(event.clipboardData.getData('text/plain'));
    },
  };
  const where = at(focus);
  const focused = columns.findIndex((one) => one.kind === 'day' && one.number === focus.column);
  return (
    <>
      {faults === null ? null : (
        <PasteFaults
          report={faults}
          close={() => {
            setFaults(null);
          }}
        />
      )}
      <RowGrid
        label={m.roster.views.workers}
        rows={rows}
        rowKey={(row) => row.code}
        rowHeight={oneLine}
        className={`${props.isNarrow ? 'is-narrow' : ''} worker-grid`}
        columns={columns}
        control={{
          box: selection.box,
          active: { row: focus.row, column: focused === -1 ? null : focused },
          isReadOnly: editing === null,
          handlers,
        }}
        head={props.head}
        row={(row, index, shown) => {
          const isSelected = area.rows[0] <= index && index <= area.rows[1];
          return (
            <WorkerCells
              row={row}
              scene={scene}
              columns={columns}
              shown={shown}
              calendar={props.calendar}
              isNarrow={props.isNarrow}
              marks={marks}
              focusColumn={index === focus.row ? focus.column : null}
              selectedFrom={isSelected ? area.columns[0] : -1}
              selectedTo={isSelected ? area.columns[1] : -1}
              open={props.open}
            />
          );
        }}
      />
      {menu === null || editing === null || where === null ? null : (
        <CellMenu
          scene={scene}
          place={menu}
          worker={where.worker}
          cell={editing.cellAt(where.worker, where.date)}
          actions={actions}
          open={props.open}
          close={() => {
            setMenu(null);
            selection.select(focus, true);
          }}
        />
      )}
    </>
  );
}

const noMarks: CellMarks = { pending: new Set(), pinnedOff: new Set(), violations: new Map() };

/** The same object as long as nothing changes, so that rows need no new drawing. */
function useMarks(editing: DraftEditing | null): CellMarks {
  const roster = editing?.roster;
  const edits = editing?.edits;
  const violations = editing?.violations;
  return useMemo(() => {
    if (roster === undefined || edits === undefined || violations === undefined) return noMarks;
    const pinnedOff = new Set(roster.pinnedDaysOff.map(({ worker, date }) => cellKey(worker, date)));
    for (const { worker, date, after } of edits) {
      if (after.duty === null && after.isPinned) pinnedOff.add(cellKey(worker, date));
      else pinnedOff.delete(cellKey(worker, date));
    }
    return { pending: new Set(edits.map(({ worker, date }) => cellKey(worker, date))), pinnedOff, violations };
  }, [roster, edits, violations]);
}
