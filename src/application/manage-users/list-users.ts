import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { User } from '../ports/index.js';

/** A user as the administrator sees them: never the password's hash. */
export type UserSummary = Omit<User, 'passwordHash' | 'failedAttempts'> & { readonly hasPassword: boolean };

/** All users, by login. */
export async function listUsers(context: Context): Promise<Result<UserSummary[]>> {
  const users = await context.unitOfWork.read(({ accounts }) => accounts.users());
  return done(users.map(summary));
}

export function summary({ id, login, name, isActive, lockedUntil, grants, passwordHash }: User): UserSummary {
  return { id, login, name, isActive, lockedUntil, grants, hasPassword: passwordHash !== null };
}
