import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** Column 0 is the person's name, column 1 the first day. */
export interface CellPoint {
  readonly row: number;
  readonly column: number;
}

export interface CellArea {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

export interface CellSelection {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly focus: CellPoint;
  readonly area: CellArea;
  /** Goes to a cell; `extend` keeps the other corner of the selection. */
  readonly select: (point: CellPoint, extend: boolean) => void;
  /** Takes an arrow, Home, End or page key; false when the key is another. */
  readonly walk: (event: KeyboardEvent) => boolean;
}

/** Rows that a page key goes. */
const page = 12;

/** One cell of a grid is the tab stop; arrows move it, with Shift they stretch the selection from where it began. */
export function useCellSelection(rows: number, columns: number): CellSelection {
  const box = useRef<HTMLDivElement>(null);
  const [corners, setCorners] = useState<{ readonly focus: CellPoint; readonly anchor: CellPoint }>({
    focus: { row: 0, column: 1 },
    anchor: { row: 0, column: 1 },
  });
  const inside = ({ row, column }: CellPoint): CellPoint => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  const [focus, anchor] = [inside(corners.focus), inside(corners.anchor)];
  const moved = useRef(false);
  const { row, column } = focus;
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const cell = cellAt(box.current, focus);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The point's parts, not the object, which is new with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [row, column]);
  const select = (point: CellPoint, extend: boolean) => {
    const next = inside(point);
    moved.current = true;
    if (next.row === row && next.column === column) cellAt(box.current, next)?.focus({ preventScroll: true });
    setCorners((now) => ({ focus: next, anchor: extend ? now.anchor : next }));
  };
  return {
    box,
    focus,
    area: {
      rows: [Math.min(row, anchor.row), Math.max(row, anchor.row)],
      columns: [Math.max(1, Math.min(column, anchor.column)), Math.max(column, anchor.column)],
    },
    select,
    walk(event) {
      const isFar = event.ctrlKey || event.metaKey;
      const steps: Record<string, CellPoint> = {
        ArrowUp: { row: isFar ? 0 : row - 1, column },
        ArrowDown: { row: isFar ? rows - 1 : row + 1, column },
        ArrowLeft: { row, column: isFar ? 1 : column - 1 },
        ArrowRight: { row, column: isFar ? columns - 1 : column + 1 },
        Home: { row: isFar ? 0 : row, column: 0 },
        End: { row: isFar ? rows - 1 : row, column: columns - 1 },
        PageUp: { row: row - page, column },
        PageDown: { row: row + page, column },
      };
      const step = steps[event.key];
      if (step === undefined || event.altKey) return false;
      event.preventDefault();
      select(step, event.shiftKey);
      return true;
    },
  };
}

export function cellAt(box: HTMLElement | null, { row, column }: CellPoint): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-row="${String(row)}"] > [data-column="${String(column)}"]`) ?? null;
}

/** The cell that an element lies in. */
export function pointOf(element: Element | null): CellPoint | null {
  const column = element?.closest<HTMLElement>('[data-column]');
  const row = column?.closest<HTMLElement>('[data-row]');
  if (!column || !row) return null;
  return { row: Number(row.dataset['row']), column: Number(column.dataset['column']) };
}
