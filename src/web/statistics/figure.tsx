import { Plot } from '../shell/plot.js';
import type { FigureSpec } from './figure-spec.js';

const load = () => import('./figure-plot.js').then(({ plotFigure }) => plotFigure);

/** A chart of the statistics page. */
export function Figure({
  spec,
  label,
  height,
}: {
  readonly spec: FigureSpec;
  readonly label: string;
  readonly height: number;
}) {
  return <Plot data={spec} load={load} className="figure-plot" label={label} height={height} />;
}
