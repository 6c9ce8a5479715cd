import { useMessages } from '../../messages/language.js';
import { Plot } from '../../shell/plot.js';
import { startOf, type BridgeBar } from './bridge-drawing.js';

const barHeight = 34;
const load = () => import('./bridge-plot.js').then(({ plotBridge }) => plotBridge);

/** The waterfall. */
export function BridgeChart({ bars }: { readonly bars: readonly BridgeBar[] }) {
  const m = useMessages();
  return (
    <figure className="bridge">
      <Plot
        data={bars}
        load={load}
        label={m.reconciliation.bridgeLabel(m.list(bars.map(({ name, text }) => `${name} ${text}`)))}
        height={bars.length * barHeight}
      />
      {startOf(bars) > 0 ? <figcaption className="small muted">{m.reconciliation.bridgeCut}</figcaption> : null}
    </figure>
  );
}
