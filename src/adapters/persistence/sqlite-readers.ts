import type { DataSource, EntityManager } from 'typeorm';
import { StorageError } from './storage-error.js';

/**
 * Read-only connections to the SQLite file, each lent to one reader at a time: all that a use case reads is one
 * snapshot, also while somebody publishes or posts in between. Opened when they are needed, kept until the end.
 */
export class SqliteReaders {
  private readonly idle: DataSource[] = [];
  private readonly waiting: ((source: DataSource) => void)[] = [];
  private count = 0;
  private isClosed = false;

  constructor(
    private readonly open: () => Promise<DataSource>,
    private readonly countMax = 8,
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
    if (this.isClosed) return;
    this.isClosed = true;
    for (; this.count > 0; this.count -= 1) await (await this.nextFree()).destroy();
  }

  private async take(): Promise<DataSource> {
    if (this.isClosed) throw databaseClosed();
    if (this.idle.length > 0 || this.count >= this.countMax) return await this.nextFree();
    this.count += 1;
    try {
      return await this.open();
    } catch (error) {
      this.count -= 1;
      throw error;
    }
  }

  /** One that is open already: an idle one, or the next that is given back, in the order of asking. */
  private nextFree(): Promise<DataSource> {
    const idle = this.idle.pop();
    return idle === undefined ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve(idle);
  }

  private giveBack(source: DataSource): void {
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(source);
    else next(source);
  }
}

function databaseClosed(): StorageError {
  return new StorageError({
    zh: '数据库已关闭：值班正在停止。请在它重新启动后再试。',
    en: 'The database is closed: Zhiban is stopping. Try again once it has started anew.',
  });
}
