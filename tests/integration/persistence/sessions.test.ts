import { Cookie, type SessionData, type Store } from 'express-session';
import { done } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';

eachDatabase((_name, open) => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await open();
    store = database.sessionStore;
  });

  const sessionUntil = (hours: number, note: string): SessionData => {
    const cookie = new Cookie();
    cookie.maxAge = hours * 3_600_000;
    return { cookie, note } as unknown as SessionData;
  };
  const settled = (start: (callback: (error?: unknown) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      start((error) => {
        if (error === undefined) resolve();
        else reject(new Error('the store failed', { cause: error }));
      });
    });
  const set = (id: string, session: SessionData) =>
    settled((callback) => {
      store.set(id, session, callback);
    });
  const touch = (id: string, session: SessionData) =>
    settled((callback) => {
      store.touch?.(id, session, callback);
    });
  const get = (id: string) =>
    new Promise<unknown>((resolve, reject) => {
      store.get(id, (error: unknown, session) => {
        if (error === null) resolve((session as unknown as { note: string } | null)?.note ?? null);
        else reject(new Error('the store failed', { cause: error }));
      });
    });
  const rows = () => database.source.query<object[]>('SELECT * FROM session');

  it('come back until they end, and nobody can sign in with a copy of the database', async () => {
    await set('secret-id', sessionUntil(1, 'first'));
    await set('secret-id', sessionUntil(1, 'second'));
    expect(await get('secret-id')).toBe('second');
    expect(await get('another')).toBeNull();
    expect(JSON.stringify(await rows())).not.toContain('secret-id');
    database.clock.advance({ hours: 1 });
    expect(await get('secret-id')).toBeNull();
  });

  it('end with signing out', async () => {
    await set('a', sessionUntil(1, 'a'));
    await settled((callback) => {
      store.destroy('a', callback);
    });
    expect(await get('a')).toBeNull();
  });

  it('last longer when they are used, and are forgotten after their end', async () => {
    await set('used', sessionUntil(1, 'used'));
    await set('idle', sessionUntil(1, 'idle'));
    database.clock.advance({ minutes: 30 });
    await touch('used', sessionUntil(1, 'used'));
    await touch('unknown', sessionUntil(1, 'unknown'));
    database.clock.advance({ minutes: 45 });
    expect([await get('used'), await get('idle'), await get('unknown')]).toEqual(['used', null, null]);
    await set('new', sessionUntil(1, 'new'));
    expect(await rows()).toHaveLength(2);
  });

  it('without an end of their own last half a day', async () => {
    await set('open', { cookie: new Cookie(), note: 'open' } as unknown as SessionData);
    database.clock.advance({ hours: 11 });
    expect(await get('open')).toBe('open');
    database.clock.advance({ hours: 1 });
    expect(await get('open')).toBeNull();
  });

  it('wait for their turn behind other work and survive its rollback', async () => {
    const [, refused] = await Promise.all([
      set('during', sessionUntil(1, 'during')),
      database.unitOfWork.write(() =>
        Promise.resolve({ ok: false as const, refusal: { code: 'conflict' as const, message: { zh: '', en: '' } } }),
      ),
      database.unitOfWork.write(() => Promise.resolve(done(null))),
    ]);
    expect(refused.ok).toBe(false);
    expect(await get('during')).toBe('during');
  });
});
