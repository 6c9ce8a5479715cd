import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { User } from '../ports/index.js';
import { failedAttemptsMax, isLocked, lockMinutes, unlocked, withFailure } from './account-lock.js';
import type { PasswordHasher } from './password-hasher.js';
import { checkSecondFactor } from './second-factor.js';

export type SignInContext = Context & { readonly passwords: PasswordHasher };

/**
 * Signs in by login and password. Unknown login, wrong password, locked and switched-off account get one and the same
 * refusal after the same work, so that nobody learns from outside which logins exist. A right password of a user with a
 * second factor is asked for a code (`second-factor-required`) and leaves the count of failures as it is.
 */
export async function signIn(
  context: SignInContext,
  input: { readonly login: string; readonly password: string; readonly code?: string | undefined },
): Promise<Result<User>> {
  const login = input.login.trim();
  const found = await context.unitOfWork.read(({ accounts }) => accounts.findByLogin(login));
  // Outside the transaction: hashing takes long on purpose, and writers queue.
  const isRight = await context.passwords.verify(found?.passwordHash ?? null, input.password);

  // A refusal would roll back the count of failures: the transaction succeeds with the verdict.
  const verdict = await context.unitOfWork.write(async ({ accounts }) => {
    const user = await accounts.findByLogin(login);
    if (user === undefined || !user.isActive || isLocked(user, context.clock.now())) return done(undefined);
    // The hash may have changed while it was being compared.
    const isAccepted = isRight && user.passwordHash !== null && user.passwordHash === found?.passwordHash;
    if (!isAccepted) {
      await accounts.save(withFailure(user, context.clock.now()));
      return done(undefined);
    }
    const checked = await checkSecondFactor(accounts, { user, code: input.code ?? null, now: context.clock.now() });
    if (!checked.ok) return done(checked);
    const welcome = unlocked(checked.value);
    if (welcome !== user) await accounts.save(welcome);
    return done(done(welcome));
  });
  if (!verdict.ok) return verdict;
  return verdict.value ?? wrongCredentials();
}

function wrongCredentials(): Result<never> {
  return refuse('not-signed-in', {
    zh: `账号或密码不对。连续输错 ${failedAttemptsMax} 次后账号会停用 ${lockMinutes} 分钟；忘记密码请向管理员要登录链接。`,
    en: `The login or the password is wrong. After ${failedAttemptsMax} wrong tries in a row an account pauses for ${lockMinutes} minutes; ask the administrator for a sign-in link if you forgot the password.`,
  });
}
