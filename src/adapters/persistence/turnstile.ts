/** Lets one through at a time, in the order in which they came. */
export class Turnstile {
  private last: Promise<void> = Promise.resolve();

  /** Waits for one's turn; the caller must call what it gets back exactly once, to let the next one in. */
  async enter(): Promise<() => void> {
    const before = this.last;
    let leave = () => {};
    this.last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return () => {
      leave();
    };
  }
}
