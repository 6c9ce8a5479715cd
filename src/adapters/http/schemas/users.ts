import { z } from 'zod';
import { contractKey, identifier, instant, list, role, workerCode } from './common.js';
import { grant } from './session.js';

/** A user as the administrator sees them; never the password's hash. */
export const user = z
  .object({
    id: identifier,
    login: z.string(),
    name: z.string(),
    isActive: z.boolean(),
    /** False until the person has set one after signing in by a link. */
    hasPassword: z.boolean(),
    /** After too many wrong passwords; null = not locked. */
    lockedUntil: instant.nullable(),
    /** Whether signing in asks for a one-time code. */
    hasSecondFactor: z.boolean(),
    /** Send it back as `If-Match` with a change. */
    revision: z.int(),
    grants: list(grant),
  })
  .meta({ id: 'User' });
export type UserView = z.output<typeof user>;
/** GET /users */
export const userList = z.object({ users: list(user) }).meta({ id: 'UserList' });

const grants = list(
  z.strictObject({
    /** `*` for an administrator, and for nobody else. */
    contract: z.union([z.literal('*'), contractKey]),
    role,
    /** Code of the worker that a staff user is; null for every other role. */
    worker: workerCode.nullable(),
  }),
);
const fields = { login: z.string().min(1).max(100), name: z.string().trim().min(1).max(100), grants };

/** POST /users */
export const newUser = z.strictObject(fields).meta({ id: 'NewUser' });
/** PATCH /users/:id: what is given is changed. `isActive: false` ends the user's sessions. */
export const userChange = z
  .strictObject({
    ...fields,
    isActive: z.boolean(),
    /** false lifts a lock after too many wrong passwords. */
    isLocked: z.literal(false),
  })
  .partial()
  .meta({ id: 'UserChange' });

/** POST /users/:id/sign-in-link */
export const signInLinkRequest = z
  .strictObject({
    /** Takes the password away, for one who has forgotten it: they set a new one after signing in. */
    resetPassword: z.boolean(),
  })
  .meta({ id: 'SignInLinkRequest' });
/** Shown this once. */
export const signInAddress = z.object({ url: z.string(), expiresAt: instant }).meta({ id: 'SignInAddress' });
export type SignInAddress = z.output<typeof signInAddress>;
