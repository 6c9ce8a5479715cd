import { useEffect, useRef, type RefObject } from 'react';

/**
 * For a list whose items leave as they are dealt with: once the focused button has gone, the focus passes to the item that
 * stands in its place, or to the page's main part when none is left. Without it the keyboard would start at the top again.
 * @param item selector of an item
 */
export function useFocusKept<Box extends HTMLElement>(item: string): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const last = useRef<{ readonly button: HTMLElement; readonly index: number } | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const index = [...element.querySelectorAll(item)].findIndex((one) => one.contains(target));
      last.current = index === -1 ? null : { button: target, index };
    };
    element.addEventListener('focusin', remember);
    return () => {
      element.removeEventListener('focusin', remember);
    };
  }, [item]);
  // After every drawing: which one takes the button away isn't known before.
  useEffect(() => {
    const { current } = last;
    if (current === null || current.button.isConnected || document.activeElement !== document.body) return;
    const items = [...(box.current?.querySelectorAll(item) ?? [])];
    const buttons = items
      .slice(Math.min(current.index, items.length - 1))
      .flatMap((one) => [...one.querySelectorAll('button')]);
    // Buttons rest while an answer is awaited: then the next drawing tries again.
    const next = buttons.length === 0 ? document.getElementById('main') : buttons.find(({ disabled }) => !disabled);
    next?.focus({ preventScroll: true });
  });
  return box;
}
