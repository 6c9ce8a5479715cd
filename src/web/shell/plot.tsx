import { useEffect, useRef } from 'react';

/** Draws into an element; what it returns takes the drawing away again. */
type Drawing<T> = (element: HTMLElement, data: T) => () => void;

/** A chart. Its drawing library is fetched by `load` when one is first shown, never with the page. */
export function Plot<T>({
  data,
  load,
  label,
  ...rest
}: {
  /** Plain data; drawn anew when it changes. */
  readonly data: T;
  /** The same function at every call. */
  readonly load: () => Promise<Drawing<T>>;
  readonly label: string;
  readonly className?: string;
  /** Pixels; the style sheet's when absent. */
  readonly height?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const text = JSON.stringify(data);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let isGone = false;
    let remove = () => {
      isGone = true;
    };
    void load().then((draw) => {
      if (!isGone) remove = draw(element, JSON.parse(text) as T);
    });
    // A drawing is as wide as the screen; on paper it takes the width that there is.
    const fit = () => {
      const drawing = element.querySelector('svg');
      const [width, height] = [drawing?.getAttribute('width') ?? '', drawing?.getAttribute('height') ?? ''];
      drawing?.setAttribute('viewBox', `0 0 ${width} ${height}`);
    };
    window.addEventListener('beforeprint', fit);
    return () => {
      window.removeEventListener('beforeprint', fit);
      remove();
    };
  }, [load, text]);
  const { className, height } = rest;
  return (
    <div
      ref={box}
      className={className === undefined ? 'plot' : `plot ${className}`}
      role="img"
      aria-label={label}
      style={height === undefined ? {} : { height }}
    />
  );
}
