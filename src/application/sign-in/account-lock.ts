import type { User } from '../ports/index.js';

export const failedAttemptsMax = 5;
export const lockMinutes = 15;

export function isLocked(user: User, now: string): boolean {
  return user.lockedUntil !== null && now < user.lockedUntil;
}

export function unlocked(user: User): User {
  return user.failedAttempts === 0 && user.lockedUntil === null
    ? user
    : { ...user, failedAttempts: 0, lockedUntil: null };
}

/** The fifth failure in a row locks; after the lock the count starts again. */
export function withFailure(user: User, now: string): User {
  const failedAttempts = (user.lockedUntil === null ? user.failedAttempts : 0) + 1;
  const isFull = failedAttempts >= failedAttemptsMax;
  const lockedUntil = isFull ? new Date(Date.parse(now) + lockMinutes * 60_000).toISOString() : null;
  return { ...user, failedAttempts, lockedUntil };
}
