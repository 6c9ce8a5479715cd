import { createHash } from 'node:crypto';
import { assert } from '../../shared/assert.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { User } from '../ports/index.js';
import { unlocked } from './account-lock.js';
import { checkSecondFactor } from './second-factor.js';

/** Makes an address that signs a user in until it expires; the secret is shown once and stored only as its hash. */
export async function issueSignInLink(
  context: Context,
  input: { readonly login: string; readonly validHours: number },
): Promise<Result<{ readonly secret: string; readonly expiresAt: string }>> {
  assert(input.validHours > 0, 'a sign-in link is valid for some time');
  return await context.unitOfWork.write(async ({ accounts }) => {
    const user = await accounts.findByLogin(input.login);
    if (user?.isActive !== true) return unknownUser(input.login);
    const secret = context.randomness.secret();
    const expiresAt = new Date(Date.parse(context.clock.now()) + input.validHours * 3_600_000).toISOString();
    await accounts.saveLink({ secretHash: linkHash(secret), userId: user.id, expiresAt });
    return done({ secret, expiresAt });
  });
}

/**
 * Signs in by the secret of a link. It also lifts a lock (who holds the link has been given it by the administrator),
 * but doesn't stand for the second factor of a user who has one.
 */
export async function signInByLink(
  context: Context,
  input: { readonly secret: string; readonly code?: string | undefined },
): Promise<Result<User>> {
  // A refusal would roll back the count of failures: the transaction succeeds with the verdict.
  const verdict = await context.unitOfWork.write(async ({ accounts }) => {
    const now = context.clock.now();
    const user = await accounts.userByLink(linkHash(input.secret), now);
    if (user?.isActive !== true) return done(undefined);
    const checked = await checkSecondFactor(accounts, { user, code: input.code ?? null, now });
    if (!checked.ok) return done(checked);
    const welcome = unlocked(checked.value);
    if (welcome !== user) await accounts.save(welcome);
    return done(done(welcome));
  });
  if (!verdict.ok) return verdict;
  return verdict.value ?? expiredLink();
}

/** 256 random bits need no salt and no slow hash. */
function linkHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function unknownUser(login: string): Result<never> {
  return refuse('not-found', {
    zh: `没有用户“${login}”，或该用户已停用。请核对用户名。`,
    en: `There is no active user "${login}". Check the login.`,
  });
}

function expiredLink(): Result<never> {
  return refuse('not-signed-in', {
    zh: '登录链接无效或已过期。请向管理员要一个新的链接。',
    en: 'The sign-in link is unknown or has expired. Ask the administrator for a new one.',
  });
}
