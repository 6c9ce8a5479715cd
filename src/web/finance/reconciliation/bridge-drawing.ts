/** A bar of the waterfall, in fen: a total from nothing, a step from where the sum stood before. */
export interface BridgeBar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'total' | 'step';
  /** The figure as written beside the bar. */
  readonly text: string;
}

/** Part of the axis that the sums along the bridge must take up to be told apart. */
const readablePart = 0.3;

/** Where the axis starts, in fen: at nothing, unless the steps would then be too thin to see. */
export function startOf(bars: readonly BridgeBar[]): number {
  const sums = bars.map(({ to }) => to);
  const [low, high] = [Math.min(...sums), Math.max(...sums)];
  return low > 0 && high > low && high - low < high * readablePart ? Math.max(0, low - (high - low)) : 0;
}
