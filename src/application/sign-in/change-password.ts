import { done, refuse, type Result } from '../../shared/result.js';
import type { User } from '../ports/index.js';
import { isLocked, unlocked, withFailure } from './account-lock.js';
import type { SignInContext } from './sign-in.js';

/** Length is what makes a password strong (NIST SP 800-63B 5.1.1); no rules on kinds of characters. */
export const passwordLength = { min: 10, max: 200 } as const;

/**
 * Sets the user's own password. `current` is null only for a user who has none yet (signed in by a link).
 * Refusals: `not-found` user, `invalid-input` new password, `not-permitted` wrong current one, which counts towards the
 * lock like a wrong sign-in: an unattended browser is no place to guess a password.
 */
export async function changePassword(
  context: SignInContext,
  input: { readonly userId: string; readonly current: string | null; readonly next: string },
): Promise<Result<User>> {
  const user = await context.unitOfWork.read(({ accounts }) => accounts.find(input.userId));
  if (user === undefined) return unknownUser();
  if (isWeak(input.next, user)) return weakPassword();
  if (isLocked(user, context.clock.now())) return wrongPassword();
  if (user.passwordHash !== null && !(await context.passwords.verify(user.passwordHash, input.current ?? ''))) {
    const counted = await countFailure(context, user.id);
    return counted.ok ? wrongPassword() : counted;
  }
  const passwordHash = await context.passwords.hash(input.next);
  return await context.unitOfWork.write(async ({ accounts }) => {
    const now = await accounts.find(input.userId);
    if (now === undefined) return unknownUser();
    if (now.passwordHash !== user.passwordHash) return wrongPassword();
    const changed: User = { ...unlocked(now), passwordHash };
    await accounts.save(changed);
    return done(changed);
  });
}

function countFailure(context: SignInContext, userId: string): Promise<Result<null>> {
  return context.unitOfWork.write(async ({ accounts }) => {
    const user = await accounts.find(userId);
    if (user !== undefined) await accounts.save(withFailure(user, context.clock.now()));
    return done(null);
  });
}

function isWeak(password: string, user: User): boolean {
  const isRepetitive = new Set(password).size < 4;
  return (
    password.length < passwordLength.min ||
    password.length > passwordLength.max ||
    isRepetitive ||
    password.includes(user.login)
  );
}

function weakPassword(): Result<never> {
  return refuse('invalid-input', {
    zh: `新密码需要 ${passwordLength.min} 到 ${passwordLength.max} 个字符，不能包含账号，也不能只重复几个字符。几个不相干的词连起来就很好。`,
    en: `The new password needs ${passwordLength.min} to ${passwordLength.max} characters, without the login in it and not just a few characters repeated. A few unrelated words make a good one.`,
  });
}

function wrongPassword(): Result<never> {
  return refuse('not-permitted', {
    zh: '当前密码不对。请重新输入，或向管理员要登录链接。',
    en: 'The current password is wrong. Type it again, or ask the administrator for a sign-in link.',
  });
}

function unknownUser(): Result<never> {
  return refuse('not-found', { zh: '没有这个用户。请重新登录。', en: 'There is no such user. Sign in again.' });
}
