import { Secret, TOTP } from 'otpauth';

/** What a telephone's authenticator with the secret shows at an instant. */
export function codeOf(secret: string, now: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(now) });
}
