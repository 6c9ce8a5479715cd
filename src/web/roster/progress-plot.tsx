import type { PlanProgress } from '../../adapters/http/schemas/plans.js';
import { useLanguage } from '../messages/language.js';

const width = 320;
const height = 84;

/** Cost of the best plan (solid) coming down and the proven bound (dashed) coming up, over the seconds of the search. */
export function ProgressPlot({ trace }: { readonly trace: readonly PlanProgress[] }) {
  const { m } = useLanguage();
  const phase = trace.at(-1)?.phase;
  // The two phases count different things: minutes missing first, then yuan. Only the present one is drawn.
  const points = trace.filter((one) => one.phase === phase);
  const values = points.flatMap((one) => [one.incumbent, one.bound]).filter((value) => value !== null);
  if (values.length < 2) return <div className="plot plot-empty muted small">{m.generate.plotWaits}</div>;
  const low = Math.min(...values);
  const high = Math.max(...values, low + 1);
  const first = points[0]?.elapsedSeconds ?? 0;
  const last = Math.max(points.at(-1)?.elapsedSeconds ?? 1, first + 1);
  const place = (seconds: number, value: number): string => {
    const x = ((seconds - first) / (last - first)) * (width - 8) + 4;
    const y = height - 6 - ((value - low) / (high - low)) * (height - 12);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const line = (pick: (one: PlanProgress) => number | null) =>
    points
      .flatMap((one) => {
        const value = pick(one);
        return value === null ? [] : [place(one.elapsedSeconds, value)];
      })
      .join(' ');
  return (
    <figure className="plot">
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={m.generate.plot}>
        <polyline points={line((one) => one.bound)} className="plot-bound" />
        <polyline points={line((one) => one.incumbent)} className="plot-incumbent" />
      </svg>
      <figcaption className="small muted">
        <span className="plot-key plot-key-incumbent" />
        {phase === 'fewestVacancies' ? m.generate.vacantTime : m.proof.objective}
        <span className="plot-key plot-key-bound" />
        {m.proof.bound}
      </figcaption>
    </figure>
  );
}
