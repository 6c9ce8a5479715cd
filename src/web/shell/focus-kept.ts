import { useEffect, useRef, type RefObject } from 'react';

const controls = 'button, summary, a[href], input, select, textarea';

interface Held {
  readonly control: HTMLElement;
  /** Place of its item among the items. */
  readonly index: number;
}

/**
 * For what changes under the finger: a list whose items leave as they are dealt with, a button that another one takes the place
 * of. Once the focused control has gone, the focus passes to the item that stands in its place, or to the page's main part when
 * none is left; one that rested while an answer was awaited has the focus back. Without it the keyboard would start at the top
 * again.
 * @param item selector of an item, which holds controls or is one
 */
export function useFocusKept<Box extends HTMLElement>(item: string): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const index = itemsOf(box.current, item).findIndex((one) => one.contains(target));
      held.current = index === -1 ? null : { control: target, index };
    };
    // Who touches the page beside a control has left it.
    const forget = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || target.closest(controls) === null) held.current = null;
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget);
    };
  }, [item]);
  // After every drawing, also of a part inside: which one takes the control away isn't known before.
  useEffect(() => {
    const look = () => {
      if (held.current !== null && document.activeElement === document.body) passOn(held.current, box.current, item);
    };
    look();
    if (box.current === null) return undefined;
    const observer = new MutationObserver(look);
    observer.observe(box.current, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
    return () => {
      observer.disconnect();
    };
  });
  return box;
}

/** Nothing is changed while all that is left rests: then the next drawing tries again. */
function passOn({ control, index }: Held, box: Element | null, item: string): void {
  if (control.isConnected) {
    control.focus({ preventScroll: true });
    return;
  }
  const items = itemsOf(box, item);
  const left = items
    .slice(Math.max(0, Math.min(index, items.length - 1)))
    .flatMap((one) => [one, ...one.querySelectorAll('*')])
    .filter((one): one is HTMLElement => one instanceof HTMLElement && one.matches(controls));
  if (left.length === 0) document.getElementById('main')?.focus({ preventScroll: true });
  // What rests or lies folded takes no focus.
  left.some((one) => {
    one.focus({ preventScroll: true });
    return document.activeElement === one;
  });
}

function itemsOf(box: Element | null, item: string): Element[] {
  return [...(box?.querySelectorAll(item) ?? [])];
}
