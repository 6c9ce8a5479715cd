/** Time since the start of a solve, and what is left of its limit. A monotonic stopwatch, not a calendar clock. */
export interface Stopwatch {
  elapsedSeconds(): number;
  leftSeconds(): number;
}

export function startStopwatch(limitSeconds: number): Stopwatch {
  const start = performance.now();
  const elapsedSeconds = (): number => (performance.now() - start) / 1000;
  return { elapsedSeconds, leftSeconds: () => Math.max(0, limitSeconds - elapsedSeconds()) };
}
