import type { UserView } from '../../adapters/http/schemas/users.js';
import type { Messages } from '../messages/zh.js';

/** A user as the form holds it. */
export type UserRecord = Pick<UserView, 'login' | 'name' | 'grants'>;

/** What has to be put right before anything is sent. */
export function userFaults({ users }: Messages, { login, name, grants }: UserRecord): readonly string[] {
  const isNamed = grants.every(({ role, worker }) => role !== 'staff' || /^[A-Z]{1,3}\d{3,4}$/u.test(worker ?? ''));
  return [
    ...(/^[\p{L}\p{N}._-]{2,60}$/u.test(login) ? [] : [users.faults.login]),
    ...(name === '' ? [users.faults.name] : []),
    ...(isNamed ? [] : [users.faults.worker]),
  ];
}
