import { useRef, type PointerEvent } from 'react';
import { pointOf, type CellPoint } from './cell-selection.js';

interface Drag {
  readonly from: CellPoint;
  readonly x: number;
  readonly y: number;
  readonly carries: boolean;
  ghost: HTMLElement | null;
  over: Element | null;
}

/** Pixels that a press may tremble before it is a drag. */
const tremble = 5;

export interface DragActions {
  readonly select: (point: CellPoint, extend: boolean) => void;
  /** Whether a press on this cell picks its duty up; else dragging stretches the selection. */
  readonly canCarry: (point: CellPoint) => boolean;
  readonly drop: (from: CellPoint, to: CellPoint, isCopy: boolean) => void;
}

/**
 * One set of pointer handlers for a whole grid. What moves under the pointer is drawn on the page itself: nothing is
 * rendered until the duty is dropped. Fingers scroll; they edit through the menu.
 */
export function useCellDrag(actions: DragActions) {
  const drag = useRef<Drag | null>(null);
  const end = () => {
    drag.current?.ghost?.remove();
    drag.current?.over?.classList.remove('is-drop');
    drag.current = null;
  };
  const under = (event: PointerEvent): Element | null => document.elementFromPoint(event.clientX, event.clientY);
  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      const from = pointOf(event.target as Element);
      if (event.button !== 0 || from === null || from.column === 0) return;
      actions.select(from, event.shiftKey);
      if (event.pointerType === 'touch') return;
      const carries = !event.shiftKey && actions.canCarry(from);
      drag.current = { from, x: event.clientX, y: event.clientY, carries, ghost: null, over: null };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      const now = drag.current;
      if (now === null) return;
      const [x, y] = [event.clientX - now.x, event.clientY - now.y];
      if (now.ghost === null && now.over === null && Math.hypot(x, y) < tremble) return;
      const target = under(event)?.closest('[data-column]') ?? null;
      const to = pointOf(target);
      if (!now.carries) {
        now.over = target;
        if (to !== null && to.column > 0) actions.select(to, true);
        return;
      }
      now.ghost ??= ghostOf(event.currentTarget, now.from);
      now.ghost.style.transform = `translate(${String(event.clientX + 8)}px, ${String(event.clientY + 8)}px)`;
      if (target === now.over) return;
      now.over?.classList.remove('is-drop');
      now.over = target;
      if (to !== null && to.column > 0) target?.classList.add('is-drop');
    },
    onPointerUp(event: PointerEvent<HTMLDivElement>) {
      const now = drag.current;
      const to = now === null || now.ghost === null ? null : pointOf(under(event));
      end();
      if (now === null || to === null || to.column === 0) return;
      if (to.row !== now.from.row || to.column !== now.from.column)
        actions.drop(now.from, to, event.ctrlKey || event.metaKey || event.altKey);
    },
    onPointerCancel: end,
  };
}

function ghostOf(grid: HTMLElement, { row, column }: CellPoint): HTMLElement {
  const chip = grid.querySelector(`[data-row="${String(row)}"] > [data-column="${String(column)}"] > .chip`);
  const ghost = document.createElement('div');
  ghost.className = 'drag-ghost';
  ghost.setAttribute('aria-hidden', 'true');
  if (chip !== null) ghost.append(chip.cloneNode(true));
  document.body.append(ghost);
  return ghost;
}
