import { grantsIn, may, ownWorker, visibleFields } from '../../application/permissions.js';
import type { Role, User } from '../../application/ports/index.js';
import type { Standing } from './route.js';

/** Strongest first: who is both project manager and member is shown the manager's pages. */
const byStrength: readonly Role[] = [
  'manager',
  'finance',
  'auditor',
  'administrator',
  'team-leader',
  'client',
  'staff',
];

/** What the user is in a contract; null without any grant. */
export function standingIn(user: User, contract: string): Standing | null {
  const held = grantsIn(user, contract).map((grant) => grant.role);
  const role = byStrength.find((candidate) => held.includes(candidate));
  if (role === undefined) return null;
  return {
    role,
    worker: ownWorker(user, contract),
    sees: visibleFields(user, contract),
    may: (action) => may(user, action, contract),
  };
}
