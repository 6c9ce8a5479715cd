import { StorageError } from './storage-error.js';

/** Lets work in until it is closed; closing waits for those inside. */
export class Gate {
  private inside = 0;
  private isClosed = false;
  private readonly emptied: (() => void)[] = [];

  /**
   * The caller calls what it gets back exactly once, when it has done.
   * @throws {StorageError} once the gate is closed
   */
  enter(): () => void {
    if (this.isClosed) {
      throw new StorageError({
        zh: '数据库已关闭：值班正在停止。请在它重新启动后再试。',
        en: 'The database is closed: Zhiban is stopping. Try again once it has started anew.',
      });
    }
    this.inside += 1;
    return () => {
      this.inside -= 1;
      if (this.inside === 0) for (const tell of this.emptied.splice(0)) tell();
    };
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.inside > 0) await new Promise<void>((resolve) => this.emptied.push(resolve));
  }
}
