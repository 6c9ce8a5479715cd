import type { GridColumn } from './row-grid.js';
import type { RosterScene } from './scene.js';
import type { DutyKind } from './worker-model.js';

/** What stands in a column behind a worker's name. */
export type WorkerColumn = GridColumn &
  (
    | { readonly kind: 'hours' | 'overtime' | 'skills' }
    /** The number counts from 1: the keyboard's column 0 is the name. */
    | { readonly kind: 'day'; readonly date: string; readonly number: number }
    | { readonly kind: 'duty'; readonly duty: DutyKind }
  );

export function workerColumns(
  { dates, overtime }: Pick<RosterScene, 'dates' | 'overtime'>,
  { duties, isNarrow }: { readonly duties: readonly DutyKind[]; readonly isNarrow: boolean },
): WorkerColumn[] {
  const fixed = (pixels: number): GridColumn => ({ pixels, mayGrow: false });
  const day: GridColumn = { pixels: isNarrow ? 58 : 84, mayGrow: true };
  return [
    { kind: 'hours', ...fixed(52) },
    ...(overtime === null ? [] : [{ kind: 'overtime', ...fixed(52) } as const]),
    ...dates.map((date, index) => ({ kind: 'day', date, number: index + 1, ...day }) as const),
    ...duties.map((duty) => ({ kind: 'duty', duty, ...fixed(42) }) as const),
    { kind: 'skills', ...fixed(190) },
  ];
}
