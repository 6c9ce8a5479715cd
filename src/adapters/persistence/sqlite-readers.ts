import type { DataSource, EntityManager } from 'typeorm';

/**
 * Read-only connections to the SQLite file, each lent to one reader at a time: all that a use case reads is one
 * snapshot, also while somebody publishes or posts in between. Opened when they are needed, kept until the end.
 */
export class SqliteReaders {
  private readonly idle: DataSource[] = [];
  private readonly waiting: ((source: DataSource) => void)[] = [];
  private count = 0;

  constructor(
    private readonly open: () => Promise<DataSource>,
    private countMax = 8,
  ) {}

  async lend<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const source = await this.take();
    try {
      // Deferred: the snapshot is taken by the first SELECT.
      await source.query('BEGIN');
      return await work(source.manager);
    } finally {
      // SQLite may have ended the transaction itself after an error; then there is nothing left to roll back.
      await source.query('ROLLBACK').catch(() => undefined);
      this.giveBack(source);
    }
  }

  /** Waits for those who are reading. */
  async close(): Promise<void> {
    this.countMax = this.count;
    for (; this.count > 0; this.count -= 1) await (await this.take()).destroy();
  }

  private async take(): Promise<DataSource> {
    const idle = this.idle.pop();
    if (idle !== undefined) return idle;
    if (this.count >= this.countMax) return await new Promise((resolve) => this.waiting.push(resolve));
    this.count += 1;
    try {
      return await this.open();
    } catch (error) {
      this.count -= 1;
      throw error;
    }
  }

  private giveBack(source: DataSource): void {
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(source);
    else next(source);
  }
}
