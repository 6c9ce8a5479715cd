/** How long one kind of work took, all its runs together. */
export interface Lap {
  readonly name: string;
  readonly runs: number;
  /** Wall clock. */
  readonly seconds: number;
  /** Processor time of this process, user and system; that of a database server isn't in it. */
  readonly cpuSeconds: number;
  /** Of the slowest run, wall clock. */
  readonly slowestSeconds: number;
}

/** Measures pieces of work by name; runs of the same name add up. */
export class Stopwatch {
  private readonly byName = new Map<string, Lap>();

  async time<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const result = await work();
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const before = this.byName.get(name) ?? { name, runs: 0, seconds: 0, cpuSeconds: 0, slowestSeconds: 0 };
    this.byName.set(name, {
      name,
      runs: before.runs + 1,
      seconds: before.seconds + seconds,
      cpuSeconds: before.cpuSeconds + (user + system) / 1e6,
      slowestSeconds: Math.max(before.slowestSeconds, seconds),
    });
    return result;
  }

  get laps(): readonly Lap[] {
    return [...this.byName.values()];
  }
}
