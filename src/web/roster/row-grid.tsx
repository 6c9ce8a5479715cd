import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties, type HTMLAttributes, type ReactNode, type RefObject } from 'react';

/** What makes a table a grid that the keyboard walks through. */
export interface GridControl {
  readonly box: RefObject<HTMLDivElement | null>;
  /** The row of the cell that the keyboard is in: it exists wherever the box is scrolled to. */
  readonly activeRow: number;
  readonly isReadOnly: boolean;
  readonly handlers: HTMLAttributes<HTMLDivElement>;
}

/**
 * A table of many rows of plain cells: only the rows in sight exist. antd's virtual table scrolls at a quarter of the
 * speed on 500 × 28 cells.
 */
export function RowGrid<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHeight: number;
  /** Widths of the columns after the name; those that may grow share what is left. */
  readonly columns: readonly { readonly pixels: number; readonly count: number; readonly mayGrow: boolean }[];
  readonly head: ReactNode;
  readonly row: (row: Row, index: number) => ReactNode;
  readonly className?: string;
  readonly control?: GridControl;
}) {
  const own = useRef<HTMLDivElement>(null);
  const { control } = props;
  const box = control?.box ?? own;
  const active = control?.activeRow;
  // The compiler that this warns of isn't in use; the rows memoise themselves.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => props.rowHeight,
    overscan: 8,
    rangeExtractor(range) {
      const rows = defaultRangeExtractor(range);
      if (active === undefined || active >= range.count || rows.includes(active)) return rows;
      return [...rows, active].sort((a, b) => a - b);
    },
    // React then draws rows when it can instead of inside the scroll event.
    useFlushSync: false,
  });
  // The range is only asked for anew when something is measured.
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, active]);
  const template = props.columns.map(
    ({ pixels, count, mayGrow }) =>
      `repeat(${String(count)}, ${mayGrow ? `minmax(${String(pixels)}px, 1fr)` : `${String(pixels)}px`})`,
  );
  const style = {
    '--columns': ['var(--name-width)', ...template].join(' '),
    '--cells-width': `${String(props.columns.reduce((sum, one) => sum + one.pixels * one.count, 0))}px`,
    '--row-height': `${String(props.rowHeight)}px`,
    // Head and a scroll bar on top of the rows; the box never grows beyond the window (see grid.css).
    '--content-height': `${String(props.rows.length * props.rowHeight + 84)}px`,
  } as CSSProperties;
  return (
    <div
      className={`row-grid ${props.className ?? ''}`}
      ref={box}
      aria-label={props.label}
      aria-rowcount={props.rows.length + 1}
      style={style}
      {...(control === undefined
        ? { role: 'table', tabIndex: 0 }
        : { role: 'grid', 'aria-multiselectable': true, 'aria-readonly': control.isReadOnly, ...control.handlers })}
    >
      <div className="row-grid-head" role="row" aria-rowindex={1}>
        {props.head}
      </div>
      <div className="row-grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = props.rows[item.index];
          return row === undefined ? null : (
            <div
              key={props.rowKey(row)}
              className="row-grid-row"
              role="row"
              aria-rowindex={item.index + 2}
              data-row={item.index}
              style={{ top: item.start }}
            >
              {props.row(row, item.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
