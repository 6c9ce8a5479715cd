import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/language.js';
import { startOf, type BridgeBar } from './bridge-drawing.js';

const barHeight = 34;

/** The waterfall. Its drawing library is fetched when a chart is first shown, never with the page. */
export function BridgeChart({ bars }: { readonly bars: readonly BridgeBar[] }) {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const drawing = JSON.stringify(bars);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let isGone = false;
    let remove = () => {
      isGone = true;
    };
    void import('./bridge-plot.js').then(({ plotBridge }) => {
      if (!isGone) remove = plotBridge(element, JSON.parse(drawing) as BridgeBar[]);
    });
    return () => {
      remove();
    };
  }, [drawing]);
  return (
    <figure className="bridge">
      <div
        ref={box}
        role="img"
        aria-label={m.reconciliation.bridgeLabel(m.list(bars.map(({ name, text }) => `${name} ${text}`)))}
        style={{ height: bars.length * barHeight }}
      />
      {startOf(bars) > 0 ? <figcaption className="small muted">{m.reconciliation.bridgeCut}</figcaption> : null}
    </figure>
  );
}
