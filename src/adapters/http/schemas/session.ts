import { z } from 'zod';
import { identifier, list, role } from './common.js';

/** POST /session */
export const signInRequest = z
  .strictObject({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn' });
export type SignInRequest = z.output<typeof signInRequest>;

/** POST /session/link: the token of a one-time sign-in address. */
export const linkRequest = z
  .strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/u) })
  .meta({ id: 'SignInLink' });

/** POST /session/password */
export const passwordRequest = z
  .strictObject({ current: z.string().max(200).nullable(), next: z.string().min(10).max(200) })
  .meta({ id: 'PasswordChange' });

/** One contract (or `*`, administrator) that the user may act in. */
export const grant = z.object({ contract: z.string(), role, worker: z.string().nullable() }).meta({ id: 'Grant' });

/** GET /session, and the answer of every sign-in. `csrfToken` goes into the `x-csrf-token` header of every change. */
export const session = z
  .object({
    user: z.object({ id: identifier, login: z.string(), name: z.string() }),
    grants: list(grant),
    csrfToken: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;
