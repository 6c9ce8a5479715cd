import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { User } from '../ports/index.js';
import type { PasswordHasher } from './password-hasher.js';

export type SignInContext = Context & { readonly passwords: PasswordHasher };

export const failedAttemptsMax = 5;
export const lockMinutes = 15;

/**
 * Signs in by login and password. Unknown login, wrong password, locked and switched-off account get one and the same
 * refusal after the same work, so that nobody learns from outside which logins exist.
 */
export async function signIn(
  context: SignInContext,
  input: { readonly login: string; readonly password: string },
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
    const counted = isAccepted ? unlocked(user) : withFailure(user, context.clock.now());
    if (counted !== user) await accounts.save(counted);
    return done(isAccepted ? counted : undefined);
  });
  if (!verdict.ok) return verdict;
  return verdict.value === undefined ? wrongCredentials() : done(verdict.value);
}

function isLocked(user: User, now: string): boolean {
  return user.lockedUntil !== null && now < user.lockedUntil;
}

function unlocked(user: User): User {
  return user.failedAttempts === 0 && user.lockedUntil === null
    ? user
    : { ...user, failedAttempts: 0, lockedUntil: null };
}

/** The fifth failure in a row locks; after the lock the count starts again. */
function withFailure(user: User, now: string): User {
  const failedAttempts = (user.lockedUntil === null ? user.failedAttempts : 0) + 1;
  const isFull = failedAttempts >= failedAttemptsMax;
  const lockedUntil = isFull ? new Date(Date.parse(now) + lockMinutes * 60_000).toISOString() : null;
  return { ...user, failedAttempts, lockedUntil };
}

function wrongCredentials(): Result<never> {
  return refuse('not-signed-in', {
    zh: `用户名或密码不对。连续输错 ${failedAttemptsMax} 次后账号会停用 ${lockMinutes} 分钟；忘记密码请向管理员要登录链接。`,
    en: `The login or the password is wrong. After ${failedAttemptsMax} wrong tries in a row an account pauses for ${lockMinutes} minutes; ask the administrator for a sign-in link if you forgot the password.`,
  });
}
