import { useEffect, useRef } from 'react';
import type { FigureSpec } from './figure-spec.js';

/** A chart. Its drawing library is fetched when one is first shown, never with the page. */
export function Figure({
  spec,
  label,
  height,
}: {
  readonly spec: FigureSpec;
  readonly label: string;
  readonly height: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = JSON.stringify(spec);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let isGone = false;
    let remove = () => {
      isGone = true;
    };
    void import('./figure-plot.js').then(({ plotFigure }) => {
      if (!isGone) remove = plotFigure(element, JSON.parse(drawing) as FigureSpec);
    });
    return () => {
      remove();
    };
  }, [drawing]);
  return <div ref={box} className="figure-plot" role="img" aria-label={label} style={{ height }} />;
}
