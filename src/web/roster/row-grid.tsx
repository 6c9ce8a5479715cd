import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type HTMLAttributes,
  type ReactNode,
  type RefObject,
} from 'react';

/** One column after the name; those that may grow share what is left. */
export interface GridColumn {
  readonly pixels: number;
  readonly mayGrow: boolean;
}

/** A column in sight, and what tells the browser and its reader which one it is. */
export interface ShownColumn {
  readonly index: number;
  readonly place: { readonly 'aria-colindex': number; readonly style?: CSSProperties };
}

/** What makes a table a grid that the keyboard walks through. */
export interface GridControl {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Row and column of the cell that the keyboard is in: it exists wherever the box is scrolled to. */
  readonly active: { readonly row: number; readonly column: number | null };
  readonly isReadOnly: boolean;
  readonly handlers: HTMLAttributes<HTMLDivElement>;
}

/** Drawn beyond the edges, for the frame or two until what is scrolled to is there. */
const spare = { rows: 4, columns: 2 };

/** Columns come and go by so many at once: each time, every row in sight is drawn anew. */
const columnStep = 4;

/**
 * A table of many rows and columns of plain cells: only those in sight exist, beside the head and the names. antd's
 * virtual table scrolls at a quarter of the speed on 500 × 28 cells.
 */
export function RowGrid<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Pixels; the same function as long as the rows are the same. */
  readonly rowHeight: (row: Row) => number;
  /** The same list as long as its columns are the same. */
  readonly columns: readonly GridColumn[];
  readonly head: ReactNode;
  /** The name and the columns in sight; the list is the same as long as they are. */
  readonly row: (row: Row, index: number, shown: readonly ShownColumn[]) => ReactNode;
  readonly className?: string;
  readonly control?: GridControl;
}) {
  const own = useRef<HTMLDivElement>(null);
  const { control, columns, rows, rowHeight } = props;
  const box = control?.box ?? own;
  const shared = {
    getScrollElement: () => box.current,
    // React then draws when it can instead of inside the scroll event.
    useFlushSync: false,
  };
  // The compiler that this warns of isn't in use; the rows memoise themselves.
  // eslint-disable-next-line react-hooks/incompatible-library
  const down = useVirtualizer({
    ...shared,
    count: rows.length,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : rowHeight(row);
    },
    overscan: spare.rows,
    rangeExtractor: useRangeWith(control?.active.row, 1),
  });
  const across = useVirtualizer({
    ...shared,
    horizontal: true,
    count: columns.length,
    estimateSize: (index) => columns[index]?.pixels ?? 0,
    overscan: spare.columns,
    rangeExtractor: useRangeWith(control?.active.column, columnStep),
  });
  useEffect(() => {
    across.measure();
  }, [across, columns]);
  useEffect(() => {
    down.measure();
  }, [down, rows, rowHeight]);
  const indexes = across.getVirtualIndexes().join(' ');
  const shown = useMemo(() => (indexes === '' ? [] : indexes.split(' ').map(Number).map(shownColumn)), [indexes]);
  const style = {
    '--columns': `var(--name-width) ${useMemo(() => trackList(columns), [columns])}`,
    '--cells-width': `${String(across.getTotalSize())}px`,
    // Head and a scroll bar on top of the rows; the box never grows beyond the window (see grid.css).
    '--content-height': `${String(down.getTotalSize() + 84)}px`,
  } as CSSProperties;
  return (
    <div
      className={`row-grid ${(across.scrollOffset ?? 0) > 0 ? 'is-aside' : ''} ${props.className ?? ''}`}
      ref={box}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      style={style}
      {...(control === undefined
        ? { role: 'table', tabIndex: 0 }
        : { role: 'grid', 'aria-multiselectable': true, 'aria-readonly': control.isReadOnly, ...control.handlers })}
    >
      <div className="row-grid-head" role="row" aria-rowindex={1}>
        {props.head}
      </div>
      <div className="row-grid-body" role="rowgroup" style={{ height: down.getTotalSize() }}>
        {down.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <div
              key={props.rowKey(row)}
              className="row-grid-row"
              role="row"
              aria-rowindex={item.index + 2}
              data-row={item.index}
              style={{ top: item.start, height: item.size }}
            >
              {props.row(row, item.index, shown)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What is in sight, in whole steps, and one more wherever it is. */
function useRangeWith(one: number | null | undefined, step: number) {
  return useCallback(
    ({ startIndex, endIndex, overscan, count }: Range) => {
      const first = Math.floor(Math.max(0, startIndex - overscan) / step) * step;
      const end = Math.min(count, Math.ceil((endIndex + overscan + 1) / step) * step);
      const inSight = Array.from({ length: end - first }, (_, at) => first + at);
      if (one === undefined || one === null || one >= count || (first <= one && one < end)) return inSight;
      return one < first ? [one, ...inSight] : [...inSight, one];
    },
    [one, step],
  );
}

/** Cells follow each other; only the one behind a gap says where it stands. The name is the first column. */
function shownColumn(index: number, at: number, all: readonly number[]): ShownColumn {
  const isNext = index === (all[at - 1] ?? -1) + 1;
  return { index, place: { 'aria-colindex': index + 2, ...(isNext ? {} : { style: { gridColumnStart: index + 2 } }) } };
}

/** Equal neighbours as one `repeat()`: every row reads the list. */
function trackList(columns: readonly GridColumn[]): string {
  const runs: { readonly track: string; count: number }[] = [];
  for (const { pixels, mayGrow } of columns) {
    const track = mayGrow ? `minmax(${String(pixels)}px, 1fr)` : `${String(pixels)}px`;
    const last = runs.at(-1);
    if (last?.track === track) last.count += 1;
    else runs.push({ track, count: 1 });
  }
  return runs.map(({ track, count }) => `repeat(${String(count)}, ${track})`).join(' ');
}
