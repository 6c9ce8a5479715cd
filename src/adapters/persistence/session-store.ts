import { createHash } from 'node:crypto';
import { Store, type SessionData } from 'express-session';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import type { Clock } from '../../application/ports/index.js';
import { done, type Result } from '../../shared/result.js';
import { sessionEntity } from './entities/session.js';
import { putRows } from './row-writing.js';
import type { TransactionalUnitOfWork } from './unit-of-work.js';

/** A later end is written only when it moves by more than this, so that reading pages costs no disk write. */
const touchEveryMilliseconds = 5 * 60_000;

/** A session without an end of its own is forgotten after this many hours without a request. */
const idleHours = 12;

type Callback = (error?: unknown) => void;

/** Browser sessions in the same database, written through the same queue as everything else. */
export class DatabaseSessionStore extends Store {
  constructor(
    private readonly unitOfWork: TransactionalUnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get(id: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    const where = { idHash: hashOf(id), expiresAt: MoreThan(this.clock.now()) };
    this.unitOfWork
      .snapshot((manager) => manager.findOneBy(sessionEntity, where))
      .then((row) => (row === null ? null : (JSON.parse(row.document) as SessionData)))
      .then(
        (session) => {
          callback(null, session);
        },
        (error: unknown) => {
          callback(error);
        },
      );
  }

  override set(id: string, session: SessionData, callback?: Callback): void {
    const row = { idHash: hashOf(id), document: JSON.stringify(session), expiresAt: this.expiry(session) };
    const saved = this.unitOfWork.transaction(async (manager) => {
      await putRows(manager, sessionEntity, [row]);
      // Saving is rarer than reading: the place to forget what has expired.
      await manager.delete(sessionEntity, { expiresAt: LessThanOrEqual(this.clock.now()) });
      return done(null);
    });
    report(saved, callback);
  }

  /** Called on requests that change nothing else in the session. */
  override touch(id: string, session: SessionData, callback?: Callback): void {
    report(this.prolong(hashOf(id), session), callback);
  }

  override destroy(id: string, callback?: Callback): void {
    const destroyed = this.unitOfWork.transaction(async (manager) => {
      await manager.delete(sessionEntity, { idHash: hashOf(id) });
      return done(null);
    });
    report(destroyed, callback);
  }

  private async prolong(idHash: string, session: SessionData): Promise<Result<null>> {
    const stored = await this.unitOfWork.snapshot((manager) => manager.findOneBy(sessionEntity, { idHash }));
    const expiresAt = this.expiry(session);
    if (stored === null || Date.parse(expiresAt) - Date.parse(stored.expiresAt) < touchEveryMilliseconds)
      return done(null);
    const row = { document: JSON.stringify(session), expiresAt };
    return await this.unitOfWork.transaction(async (manager) => {
      await manager.update(sessionEntity, { idHash }, row);
      return done(null);
    });
  }

  private expiry(session: SessionData): string {
    const milliseconds = session.cookie.originalMaxAge ?? idleHours * 3_600_000;
    return new Date(Date.parse(this.clock.now()) + milliseconds).toISOString();
  }
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function report(written: Promise<Result<null>>, callback: Callback | undefined): void {
  written.then(
    (result) => callback?.(result.ok ? undefined : new Error(result.refusal.message.en)),
    (error: unknown) => callback?.(error),
  );
}
