import type { PlanProgress } from '../../adapters/http/schemas/plans.js';
import { useLanguage } from '../messages/language.js';

const width = 320;
const height = 84;
const edge = { left: 4, right: 8, top: 20, bottom: 6 };

interface Point {
  readonly seconds: number;
  readonly value: number;
}

/**
 * Cost of the best plan (solid) coming down in steps and the proven bound (dashed) coming up, over the seconds of the
 * search until now. The picture closes in on the two as they meet: what lies far above is cut off.
 */
export function ProgressPlot(props: {
  readonly trace: readonly PlanProgress[];
  readonly elapsedSeconds: number;
  readonly amount: (value: number) => string;
}) {
  const { m } = useLanguage();
  const { trace, amount } = props;
  const phase = trace.at(-1)?.phase;
  // The two phases count different things: minutes missing first, then yuan. Only the present one is drawn.
  const points = trace.filter((one) => one.phase === phase);
  const incumbents = pointsOf(points, ({ incumbent }) => incumbent);
  const bounds = pointsOf(points, ({ bound }) => bound);
  const best = incumbents.at(-1)?.value;
  if (best === undefined) return <div className="plot plot-empty muted small">{m.generate.plotWaits}</div>;
  const bound = bounds.at(-1)?.value;
  const low = bound ?? best - Math.max(1, best * 0.05);
  const high = Math.max(
    best + 1,
    Math.min(
      Math.max(...incumbents.map(({ value }) => value)),
      best + 4 * Math.max(best - low, Math.abs(best) * 0.002),
    ),
  );
  const first = points[0]?.elapsedSeconds ?? 0;
  const last = Math.max(props.elapsedSeconds, first + 1);
  const x = (seconds: number) => edge.left + ((seconds - first) / (last - first)) * (width - edge.left - edge.right);
  const y = (value: number) => {
    const shown = Math.min(high, Math.max(low, value));
    return height - edge.bottom - ((shown - low) / (high - low)) * (height - edge.top - edge.bottom);
  };
  const steps = (line: readonly Point[]) =>
    line
      .map(({ seconds, value }, index) => {
        const [at, level] = [x(seconds).toFixed(1), y(value).toFixed(1)];
        return index === 0 ? `M${at} ${level}` : `H${at}V${level}`;
      })
      .join('') + (line.length === 0 ? '' : `H${x(last).toFixed(1)}`);
  return (
    <figure className="plot">
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={m.generate.plot}>
        <path d={steps(bounds)} className="plot-bound" />
        <path d={steps(incumbents)} className="plot-incumbent" />
        <circle cx={x(last)} cy={y(best)} r="3" className="plot-now" />
        <text x={width - edge.right} y="14" textAnchor="end">
          {amount(high)}
        </text>
      </svg>
      <figcaption className="small muted">
        <span className="plot-key plot-key-incumbent" />
        {phase === 'fewestVacancies' ? m.generate.vacantTime : m.proof.objective}
        <span className="plot-key plot-key-bound" />
        {m.proof.bound}
        <span className="plot-time">
          {`${m.generate.elapsedSeconds(first)} – ${m.generate.elapsedSeconds(props.elapsedSeconds)}`}
        </span>
      </figcaption>
    </figure>
  );
}

function pointsOf(trace: readonly PlanProgress[], pick: (one: PlanProgress) => number | null): Point[] {
  return trace.flatMap((one) => {
    const value = pick(one);
    return value === null ? [] : [{ seconds: one.elapsedSeconds, value }];
  });
}
