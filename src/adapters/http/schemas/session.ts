import { z } from 'zod';
import { identifier, list, role } from './common.js';

/** Six digits of an authenticator, or a recovery code; people write both in groups. */
const oneTimeCode = z.string().trim().min(6).max(40);

/** POST /session */
export const signInRequest = z
  .strictObject({
    login: z.string().min(1).max(100),
    password: z.string().min(1).max(200),
    /** Asked for with `second-factor-required`. */
    code: oneTimeCode.optional(),
  })
  .meta({ id: 'SignIn' });
export type SignInRequest = z.output<typeof signInRequest>;

/** POST /session/link: the token of a one-time sign-in address. */
export const linkRequest = z
  .strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/u), code: oneTimeCode.optional() })
  .meta({ id: 'SignInLink' });

/** POST /session/password */
export const passwordRequest = z
  .strictObject({ current: z.string().max(200).nullable(), next: z.string().min(10).max(200) })
  .meta({ id: 'PasswordChange' });

/** GET /session/second-factor */
export const secondFactor = z.object({ isOn: z.boolean(), recoveryCodesLeft: z.int() }).meta({ id: 'SecondFactor' });
export type SecondFactorState = z.output<typeof secondFactor>;
/** POST /session/second-factor: what the authenticator needs; the address also as a picture for its camera. */
export const secondFactorSecret = z
  .object({ secret: z.string(), address: z.string(), qrSvg: z.string() })
  .meta({ id: 'SecondFactorSecret' });
export type SecondFactorSecret = z.output<typeof secondFactorSecret>;
/** POST /session/second-factor/confirmation and /removal */
export const codeRequest = z.strictObject({ code: oneTimeCode }).meta({ id: 'OneTimeCode' });
/** Shown this once; each is good once. */
export const recoveryCodes = z.object({ recoveryCodes: list(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.output<typeof recoveryCodes>;

/** One contract (or `*`, administrator) that the user may act in. */
export const grant = z.object({ contract: z.string(), role, worker: z.string().nullable() }).meta({ id: 'Grant' });

/** GET /session, and the answer of every sign-in. `csrfToken` goes into the `x-csrf-token` header of every change. */
export const session = z
  .object({
    user: z.object({ id: identifier, login: z.string(), name: z.string(), hasPassword: z.boolean() }),
    grants: list(grant),
    csrfToken: z.string(),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;
