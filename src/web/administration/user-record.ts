import type { UserView } from '../../adapters/http/schemas/users.js';

/** A user as the form holds it. */
export type UserRecord = Pick<UserView, 'login' | 'name' | 'grants'>;

export function isLogin(login: string): boolean {
  return /^[\p{L}\p{N}._-]{2,60}$/u.test(login);
}
