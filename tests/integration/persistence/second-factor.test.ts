import { failedAttemptsMax, lockMinutes } from '../../../src/application/sign-in/account-lock.js';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  resetSecondFactor,
  secondFactorState,
} from '../../../src/application/sign-in/second-factor.js';
import { issueSignInLink, signInByLink } from '../../../src/application/sign-in/sign-in-link.js';
import { signIn, type SignInContext } from '../../../src/application/sign-in/sign-in.js';
import { present } from '../../../src/shared/assert.js';
import { done, type Result } from '../../../src/shared/result.js';
import { codeOf } from '../../support/authenticator.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';

const userId = 'u1';
const codeOfRefusal = (result: Result<unknown>) => (result.ok ? 'done' : result.refusal.code);

eachDatabase((_name, open) => {
  let database: TestDatabase;
  let context: SignInContext;
  beforeEach(async () => {
    database = await open();
    const { unitOfWork, clock, randomness } = database;
    const passwords = {
      hash: (password: string) => Promise.resolve(password),
      verify: (stored: string | null, password: string) => Promise.resolve(stored === password),
    };
    context = { unitOfWork, clock, randomness, actor: userId, passwords };
    await unitOfWork.write(async ({ accounts }) => {
      await accounts.save({
        ...{ id: userId, login: 'wang', name: '示例', passwordHash: 'right', isActive: true, grants: [] },
        ...{ failedAttempts: 0, lockedUntil: null, revision: 1 },
      });
      return done(null);
    });
  });

  const signInWith = async (code?: string, password = 'right') =>
    codeOfRefusal(await signIn(context, { login: 'wang', password, code }));
  const failures = async () =>
    present(await database.unitOfWork.read(({ accounts }) => accounts.find(userId)), userId).failedAttempts;
  /** Switches it on and goes on to the next code, since the first one is used up. */
  const switchOn = async () => {
    const begun = await beginSecondFactor(context, { userId });
    const secret = begun.ok ? begun.value.secret : '';
    const confirmed = await confirmSecondFactor(context, { userId, code: codeOf(secret, context.clock.now()) });
    const recoveryCodes = confirmed.ok ? confirmed.value.recoveryCodes : [];
    database.clock.advance({ minutes: 1 });
    return { recoveryCodes, now: () => codeOf(secret, context.clock.now()) };
  };

  it('counts only once a code has shown that the authenticator has the secret', async () => {
    await beginSecondFactor(context, { userId });
    expect(await signInWith()).toBe('done');
    expect(codeOfRefusal(await confirmSecondFactor(context, { userId, code: '000000' }))).toBe('invalid-input');
    expect(await secondFactorState(context, { userId })).toEqual({ isOn: false, recoveryCodesLeft: 0 });
    await switchOn();
    expect(await secondFactorState(context, { userId })).toEqual({ isOn: true, recoveryCodesLeft: 10 });
    expect(codeOfRefusal(await beginSecondFactor(context, { userId }))).toBe('conflict');
  });

  it('is asked for after the password alone, and each code is good once', async () => {
    const authenticator = await switchOn();
    expect(await signInWith(undefined, 'wrong')).toBe('not-signed-in');
    expect(await signInWith()).toBe('second-factor-required');
    const code = authenticator.now();
    expect(await signInWith(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe('done');
    expect(await signInWith(code)).toBe('not-signed-in');
    database.clock.advance({ minutes: 1 });
    expect(await signInWith(authenticator.now())).toBe('done');
  });

  it('takes a code of the step before, and none that is older', async () => {
    const authenticator = await switchOn();
    const code = authenticator.now();
    database.clock.advance({ minutes: 1 });
    expect(await signInWith(code)).toBe('not-signed-in');
    const next = authenticator.now();
    database.clock.advance({ minutes: 0.5 });
    expect(await signInWith(next)).toBe('done');
  });

  it('locks after wrong codes, and a right password alone never starts the count again', async () => {
    const authenticator = await switchOn();
    for (let attempt = 1; attempt < failedAttemptsMax; attempt += 1) {
      await signInWith('000000');
      expect(await signInWith()).toBe('second-factor-required');
    }
    expect(await failures()).toBe(failedAttemptsMax - 1);
    await signInWith('000000');
    expect(await signInWith(authenticator.now())).toBe('not-signed-in');
    database.clock.advance({ minutes: lockMinutes });
    expect(await signInWith(authenticator.now())).toBe('done');
    expect(await failures()).toBe(0);
  });

  it('takes each recovery code once, however it is written', async () => {
    const { recoveryCodes } = await switchOn();
    const code = present(recoveryCodes[0], 'a recovery code');
    expect(await signInWith(code.toLowerCase().replaceAll('-', ' '))).toBe('done');
    expect(await signInWith(code)).toBe('not-signed-in');
    expect((await secondFactorState(context, { userId })).recoveryCodesLeft).toBe(9);
    const rows: unknown = await database.source.query('SELECT * FROM second_factor');
    expect(recoveryCodes.filter((each) => JSON.stringify(rows).includes(each))).toEqual([]);
  });

  it('is asked for by a sign-in link too, which then lifts no lock', async () => {
    const authenticator = await switchOn();
    const link = await issueSignInLink(context, { login: 'wang', validHours: 1 });
    const secret = link.ok ? link.value.secret : '';
    const enter = async (code?: string) => codeOfRefusal(await signInByLink(context, { secret, code }));
    expect(await enter()).toBe('second-factor-required');
    for (let attempt = 1; attempt <= failedAttemptsMax; attempt += 1) await enter('000000');
    expect(await enter(authenticator.now())).toBe('not-signed-in');
    database.clock.advance({ minutes: lockMinutes });
    expect(await enter(authenticator.now())).toBe('done');
  });

  it('goes with a code, or by the administrator', async () => {
    const authenticator = await switchOn();
    expect(codeOfRefusal(await endSecondFactor(context, { userId, code: '000000' }))).toBe('not-signed-in');
    expect(await failures()).toBe(1);
    expect(codeOfRefusal(await endSecondFactor(context, { userId, code: authenticator.now() }))).toBe('done');
    expect(await signInWith()).toBe('done');
    await switchOn();
    expect(codeOfRefusal(await resetSecondFactor(context, { userId }))).toBe('done');
    expect(await signInWith()).toBe('done');
    expect(codeOfRefusal(await resetSecondFactor(context, { userId: 'nobody' }))).toBe('not-found');
  });
});
