import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type CSSProperties, type ReactNode } from 'react';

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
  readonly row: (row: Row) => ReactNode;
  readonly className?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  // The compiler that this warns of isn't in use; the rows memoise themselves.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => props.rowHeight,
    overscan: 12,
    // React then draws rows when it can instead of inside the scroll event.
    useFlushSync: false,
  });
  const template = props.columns.map(
    ({ pixels, count, mayGrow }) =>
      `repeat(${String(count)}, ${mayGrow ? `minmax(${String(pixels)}px, 1fr)` : `${String(pixels)}px`})`,
  );
  const style = {
    '--columns': ['var(--name-width)', ...template].join(' '),
    '--cells-width': `${String(props.columns.reduce((sum, one) => sum + one.pixels * one.count, 0))}px`,
    '--row-height': `${String(props.rowHeight)}px`,
    // Head and a scroll bar on top of the rows; the box never grows beyond the window (see roster.css).
    '--content-height': `${String(props.rows.length * props.rowHeight + 84)}px`,
  } as CSSProperties;
  return (
    <div
      className={`row-grid ${props.className ?? ''}`}
      ref={box}
      role="table"
      aria-label={props.label}
      aria-rowcount={props.rows.length + 1}
      style={style}
      tabIndex={0}
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
              style={{ transform: `translateY(${String(item.start)}px)` }}
            >
              {props.row(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
