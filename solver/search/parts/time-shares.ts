/** A part of 5 people beside one of 151 had 1.8 s of 60 by its size, and needed 2 to 4: what it leaves goes on to the others. */
const leastShare = 0.1;

/** Deals a time limit out to parts of different sizes, some of which run side by side. */
export interface TimeShares {
  /**
   * Seconds for a part that starts now: its share, by size, of all thread time that is not promised to another running part, and at least a
   * tenth of the time left, or an even share where more than ten parts wait. A part that comes back has at least the seconds that it had `before`.
   * Once a turn was too short, those after it have twice as much: better some parts solved than all begun.
   */
  begin(part: { readonly size: number; readonly threads: number; readonly before?: number }): PartShare;
}

export interface PartShare {
  readonly seconds: number;
  /** The part has ended; `comesBack` when it is not proven and waits for what the others leave, `isTooShort` when it has gained nothing. */
  end(ending: { readonly comesBack: boolean; readonly isTooShort?: boolean }): void;
}

/** Shares for parts of these sizes on so many threads; `leftSeconds` tells what is left of the limit. */
export function openTimeShares({
  sizes,
  threads: lanes,
  leftSeconds,
}: {
  readonly sizes: readonly number[];
  readonly threads: number;
  readonly leftSeconds: () => number;
}): TimeShares {
  // A part without any work still takes a moment.
  const weight = (size: number): number => Math.max(1, size);
  let waiting = sizes.reduce((sum, size) => sum + weight(size), 0);
  let waitingParts = sizes.length;
  let leastSeconds = 0;
  const running = new Set<{ readonly threads: number; readonly leftAtEnd: number }>();
  return {
    begin({ size, threads, before = 0 }) {
      const left = leftSeconds();
      const promised = [...running].reduce((sum, one) => sum + one.threads * Math.max(0, left - one.leftAtEnd), 0);
      const free = Math.max(0, lanes * left - promised);
      const least = Math.min(leastShare * threads * left, free / waitingParts);
      const share = Math.max((free * weight(size)) / waiting, least);
      waiting -= weight(size);
      waitingParts -= 1;
      const seconds = Math.min(left, Math.max(before, leastSeconds, share / threads));
      const part = { threads, leftAtEnd: left - seconds };
      running.add(part);
      return {
        seconds,
        end: ({ comesBack, isTooShort = false }) => {
          running.delete(part);
          if (isTooShort) leastSeconds = Math.max(leastSeconds, 2 * seconds);
          if (!comesBack) return;
          waiting += weight(size);
          waitingParts += 1;
        },
      };
    },
  };
}
