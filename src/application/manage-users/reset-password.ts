import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { issueSignInLink } from '../sign-in/sign-in-link.js';

/**
 * For a user who has forgotten the password: takes the old one away and gives a link to sign in with,
 * after which the user sets a new password; every session of the old one ends. Refuses an unknown or switched-off user with `not-found`.
 */
export async function resetPassword(
  context: Context,
  input: { readonly userId: string; readonly validHours: number },
): Promise<Result<{ readonly secret: string; readonly expiresAt: string }>> {
  return await context.unitOfWork.write(async ({ accounts }) => {
    const user = await accounts.find(input.userId);
    if (user?.isActive !== true) return unknownUser();
    await accounts.save({ ...user, passwordHash: null, failedAttempts: 0, lockedUntil: null });
    return await issueSignInLink(context, { login: user.login, validHours: input.validHours });
  });
}

function unknownUser(): Result<never> {
  return refuse('not-found', {
    zh: '没有这个用户，或该用户已停用。请先启用该用户。',
    en: 'There is no such user, or the user is switched off. Switch the user on first.',
  });
}
