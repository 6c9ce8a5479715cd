import { argon2Hasher } from '../../../src/adapters/system/password-hasher.js';
import { changePassword } from '../../../src/application/sign-in/change-password.js';
import type { PasswordHasher } from '../../../src/application/sign-in/password-hasher.js';
import { issueSignInLink, signInByLink } from '../../../src/application/sign-in/sign-in-link.js';
import { failedAttemptsMax, lockMinutes } from '../../../src/application/sign-in/account-lock.js';
import { signIn, type SignInContext } from '../../../src/application/sign-in/sign-in.js';
import type { User } from '../../../src/application/ports/index.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';

/** Stands in for argon2id, and counts the work that is done for every try. */
class CountingHasher implements PasswordHasher {
  comparisons = 0;
  hash(password: string): Promise<string> {
    return Promise.resolve(`hash of ${password}`);
  }
  verify(hash: string | null, password: string): Promise<boolean> {
    this.comparisons += 1;
    return Promise.resolve(hash === `hash of ${password}`);
  }
}

eachDatabase((_name, open) => {
  let database: TestDatabase;
  let passwords: CountingHasher;
  let context: SignInContext;
  const right = { login: 'wang', password: 'four unrelated words' };
  const wrong = { login: 'wang', password: 'something else' };

  beforeEach(async () => {
    database = await open();
    passwords = new CountingHasher();
    const { unitOfWork, clock, randomness } = database;
    context = { unitOfWork, clock, randomness, actor: 'signed-out', passwords };
    await save({ passwordHash: await passwords.hash(right.password) });
  });
  const save = async (changes: Partial<User>) => {
    const user: User = {
      id: 'u1',
      login: 'wang',
      name: '示例',
      passwordHash: null,
      isActive: true,
      failedAttempts: 0,
      lockedUntil: null,
      revision: 1,
      grants: [],
      ...changes,
    };
    await database.unitOfWork.write(async ({ accounts }) => {
      await accounts.save(user);
      return done(null);
    });
  };
  const stored = () => database.unitOfWork.read(({ accounts }) => accounts.find('u1'));
  const refusalOf = (result: Result<unknown>) => (result.ok ? undefined : result.refusal);

  it('signs in with the right password, spaces around the login apart', async () => {
    expect(await signIn(context, { ...right, login: ' wang ' })).toMatchObject({ ok: true, value: { id: 'u1' } });
  });

  it('answers an unknown login, a wrong password, a switched-off and a locked account alike, after the same work', async () => {
    const refusals = [
      refusalOf(await signIn(context, wrong)),
      refusalOf(await signIn(context, { ...right, login: 'nobody' })),
    ];
    await save({ passwordHash: await passwords.hash(right.password), isActive: false });
    refusals.push(refusalOf(await signIn(context, right)));
    await save({ passwordHash: await passwords.hash(right.password), lockedUntil: '2026-05-06T04:00:00.001Z' });
    refusals.push(refusalOf(await signIn(context, right)));
    await save({ passwordHash: null });
    refusals.push(refusalOf(await signIn(context, right)));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: 'not-signed-in' });
    expect(passwords.comparisons).toBe(5);
  });

  it('locks after five failures for fifteen minutes, then counts afresh', async () => {
    for (let attempt = 1; attempt < failedAttemptsMax; attempt += 1) await signIn(context, wrong);
    expect(await stored()).toMatchObject({ failedAttempts: 4, lockedUntil: null });
    await signIn(context, wrong);
    expect((await signIn(context, right)).ok).toBe(false);
    database.clock.advance({ minutes: lockMinutes });
    await signIn(context, wrong);
    expect(await stored()).toMatchObject({ failedAttempts: 1, lockedUntil: null });
    expect((await signIn(context, right)).ok).toBe(true);
    expect(await stored()).toMatchObject({ failedAttempts: 0, lockedUntil: null });
  });

  it('counts failures that arrive at the same time', async () => {
    await Promise.all(Array.from({ length: 4 }, () => signIn(context, wrong)));
    expect(await stored()).toMatchObject({ failedAttempts: 4 });
  });

  it('signs in by a link until it expires, and lifts a lock', async () => {
    await save({ failedAttempts: 5, lockedUntil: '2027-01-01T00:00:00.000Z' });
    const link = await issueSignInLink(context, { login: 'wang', validHours: 24 });
    const secret = link.ok ? link.value.secret : '';
    expect(await signInByLink(context, { secret })).toMatchObject({ ok: true, value: { id: 'u1', lockedUntil: null } });
    expect(await stored()).toMatchObject({ failedAttempts: 0, lockedUntil: null });
    const rows: unknown = await database.source.query('SELECT * FROM sign_in_link');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(refusalOf(await signInByLink(context, { secret: `${secret}x` }))?.code).toBe('not-signed-in');
    database.clock.advance({ hours: 24 });
    expect(refusalOf(await signInByLink(context, { secret }))?.code).toBe('not-signed-in');
  });

  it('gives no link to an unknown or switched-off user', async () => {
    expect(refusalOf(await issueSignInLink(context, { login: 'nobody', validHours: 1 }))?.code).toBe('not-found');
    const link = await issueSignInLink(context, { login: 'wang', validHours: 1 });
    await save({ isActive: false });
    expect(refusalOf(await signInByLink(context, { secret: link.ok ? link.value.secret : '' }))?.code).toBe(
      'not-signed-in',
    );
    expect(refusalOf(await issueSignInLink(context, { login: 'wang', validHours: 1 }))?.code).toBe('not-found');
  });

  it('changes the password for whoever knows the present one', async () => {
    const next = 'another four words';
    const change = (current: string | null, password = next) =>
      changePassword(context, { userId: 'u1', current, next: password });
    expect(refusalOf(await change('wrong'))?.code).toBe('not-permitted');
    expect(refusalOf(await change(null))?.code).toBe('not-permitted');
    for (const weak of ['short', 'aaaaaaaaaaaaaaa', 'wang wang wang', 'x'.repeat(201)]) {
      expect(refusalOf(await change(right.password, weak))?.code).toBe('invalid-input');
    }
    expect((await change(right.password)).ok).toBe(true);
    expect((await signIn(context, right)).ok).toBe(false);
    expect((await signIn(context, { login: 'wang', password: next })).ok).toBe(true);
  });

  it('counts wrong present passwords like wrong sign-ins, and takes none while locked', async () => {
    const change = (current: string) => changePassword(context, { userId: 'u1', current, next: 'another four words' });
    for (let attempt = 1; attempt <= failedAttemptsMax; attempt += 1) await change('wrong');
    expect((await stored())?.lockedUntil).not.toBeNull();
    expect(refusalOf(await change(right.password))?.code).toBe('not-permitted');
  });

  it('lets a user without a password set the first one', async () => {
    await save({ passwordHash: null });
    expect((await changePassword(context, { userId: 'u1', current: null, next: 'the first password' })).ok).toBe(true);
    expect(
      refusalOf(await changePassword(context, { userId: 'nobody', current: null, next: 'the first password' }))?.code,
    ).toBe('not-found');
  });
});

describe('argon2id', () => {
  it('accepts the password and nothing else; nobody has none', async () => {
    const hasher = argon2Hasher();
    const hash = await hasher.hash('密码 with 汉字');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await hasher.verify(hash, '密码 with 汉字')).toBe(true);
    expect(await hasher.verify(hash, 'another')).toBe(false);
    expect(await hasher.verify(null, 'nobody has this password')).toBe(false);
    expect(await hasher.hash('密码 with 汉字')).not.toBe(hash);
  });
});
