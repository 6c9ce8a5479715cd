import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { User } from '../ports/index.js';

/** A user as the administrator sees them: never the password's hash. */
export type UserSummary = Omit<User, 'passwordHash' | 'failedAttempts'> & {
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
};

/** All users, by login. */
export async function listUsers(context: Context): Promise<Result<UserSummary[]>> {
  const { users, factors } = await context.unitOfWork.read(async ({ accounts }) => ({
    users: await accounts.users(),
    factors: await accounts.secondFactors(),
  }));
  const secured = new Set(factors.filter(({ confirmedAt }) => confirmedAt !== null).map(({ userId }) => userId));
  return done(users.map((user) => summary(user, { hasSecondFactor: secured.has(user.id) })));
}

export function summary(
  { id, login, name, isActive, lockedUntil, revision, grants, passwordHash }: User,
  { hasSecondFactor }: { readonly hasSecondFactor: boolean },
): UserSummary {
  return {
    ...{ id, login, name, isActive, lockedUntil, revision, grants },
    hasPassword: passwordHash !== null,
    hasSecondFactor,
  };
}
