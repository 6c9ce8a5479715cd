import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { Repositories, UnitOfWork } from '../../application/ports/index.js';
import type { Result } from '../../shared/result.js';
import type { OpenTransaction, TransactionalStorage } from './storage.js';
import { Gate } from './gate.js';
import { Turnstile } from './turnstile.js';

/** A transaction or savepoint in progress; its children take turns on its one connection. */
interface Scope {
  readonly manager: EntityManager;
  readonly depth: number;
  readonly children: Turnstile;
  isOpen: boolean;
}

/**
 * All writing of the product goes through here. Work that is called inside other work joins its transaction as a
 * savepoint; reads inside work see what the work has written. On PostgreSQL the database may find two transactions
 * in conflict and then the work **runs again from its start**, so it must have no effects besides its repositories.
 */
export class TransactionalUnitOfWork implements UnitOfWork {
  private readonly writing = new AsyncLocalStorage<Scope>();
  private readonly reading = new AsyncLocalStorage<Scope>();
  private readonly gate = new Gate();
  private closing: Promise<void> | undefined;

  constructor(
    private readonly storage: TransactionalStorage,
    private readonly repositoriesOn: (manager: EntityManager) => Repositories,
  ) {}

  write<T>(work: (repositories: Repositories) => Promise<Result<T>>): Promise<Result<T>> {
    return this.transaction((manager) => work(this.repositoriesOn(manager)));
  }

  read<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return this.snapshot((manager) => work(this.repositoriesOn(manager)));
  }

  /** {@link write} for adapters that have tables of their own, such as browser sessions. */
  async transaction<T>(work: (manager: EntityManager) => Promise<Result<T>>): Promise<Result<T>> {
    const outer = this.writing.getStore();
    if (outer?.isOpen === true) return await this.savepoint(outer, work);
    const leave = this.gate.enter();
    try {
      return await this.attempts(work);
    } finally {
      leave();
    }
  }

  private async attempts<T>(work: (manager: EntityManager) => Promise<Result<T>>): Promise<Result<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runIn(await this.storage.begin(), 0, work);
      } catch (error) {
        if (await this.storage.mayRetry(error, attempt)) continue;
        const known = this.storage.explain(error);
        if (known === undefined) throw error;
        return { ok: false, refusal: known.refusal };
      }
    }
  }

  /** Waits for the work under way; what comes later is refused with a `StorageError` and waits for nothing. */
  close(): Promise<void> {
    this.closing ??= this.gate.close().then(() => this.storage.close());
    return this.closing;
  }

  /** {@link read} for adapters that have tables of their own. Throws a `StorageError` when the database is gone. */
  async snapshot<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const outer = [this.writing.getStore(), this.reading.getStore()].find((scope) => scope?.isOpen === true);
    if (outer !== undefined) return await work(outer.manager);
    const leave = this.gate.enter();
    try {
      return await this.storage.read(async (manager) => {
        const scope: Scope = { manager, depth: 0, children: new Turnstile(), isOpen: true };
        try {
          return await this.reading.run(scope, () => work(manager));
        } finally {
          scope.isOpen = false;
        }
      });
    } catch (error) {
      throw this.storage.explain(error) ?? error;
    } finally {
      leave();
    }
  }

  private async savepoint<T>(outer: Scope, work: (manager: EntityManager) => Promise<Result<T>>): Promise<Result<T>> {
    const leave = await outer.children.enter();
    try {
      const name = `zhiban_${outer.depth + 1}`;
      const { manager } = outer;
      await manager.query(`SAVEPOINT ${name}`);
      const nested: OpenTransaction = {
        manager,
        commit: async () => {
          await manager.query(`RELEASE SAVEPOINT ${name}`);
        },
        rollback: async () => {
          await manager.query(`ROLLBACK TO SAVEPOINT ${name}`);
          await manager.query(`RELEASE SAVEPOINT ${name}`);
        },
      };
      return await this.runIn(nested, outer.depth + 1, work);
    } finally {
      leave();
    }
  }

  private async runIn<T>(
    transaction: OpenTransaction,
    depth: number,
    work: (manager: EntityManager) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { manager } = transaction;
    const scope: Scope = { manager, depth, children: new Turnstile(), isOpen: true };
    let result: Result<T>;
    try {
      result = await this.writing.run(scope, () => work(manager));
    } catch (error) {
      scope.isOpen = false;
      await transaction.rollback();
      throw error;
    }
    scope.isOpen = false;
    if (result.ok) await transaction.commit();
    else await transaction.rollback();
    return result;
  }
}
