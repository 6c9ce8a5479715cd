import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Randomness, SecondFactor } from '../ports/index.js';

/** Seconds for which an authenticator shows one code (RFC 6238, the common choice). */
const stepSeconds = 30;
/** Codes of the step before and after are taken too: telephones' clocks differ. */
const stepsOfTolerance = 1;
/** 160 bits, as RFC 4226 recommends for SHA-1. */
const secretBytes = 20;
const recoveryCodeCount = 10;

/** A secret as an authenticator takes it, base32. */
export function newSecret(randomness: Randomness): string {
  return base32(randomness).slice(0, (secretBytes * 8) / 5);
}

/** What the picture for the telephone's camera says. */
export function authenticatorAddress({ secret, login }: { readonly secret: string; readonly login: string }): string {
  return totp(secret, login).toString();
}

/** The step that a code belongs to, when it is right and later than the last one taken; undefined otherwise. */
export function stepOfCode(factor: SecondFactor, { code, now }: { readonly code: string; readonly now: string }) {
  const timestamp = Date.parse(now);
  const delta = totp(factor.secret, '').validate({ token: digitsOf(code), timestamp, window: stepsOfTolerance });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / 1000 / stepSeconds) + delta;
  return step > factor.lastStep ? step : undefined;
}

/** Codes for the day when the telephone is gone, each good once: 80 random bits need no slow hash. */
export function newRecoveryCodes(randomness: Randomness): string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    (base32(randomness).slice(0, 16).match(/.{4}/gu) ?? []).join('-'),
  );
}

export function recoveryHash(code: string): string {
  return createHash('sha256').update(digitsOf(code).replaceAll('-', '').toUpperCase()).digest('hex');
}

function totp(secret: string, login: string): TOTP {
  return new TOTP({ issuer: 'Zhiban', label: login, secret: Secret.fromBase32(secret), period: stepSeconds });
}

/** People write codes in groups. */
function digitsOf(code: string): string {
  return code.replaceAll(/\s/gu, '');
}

function base32(randomness: Randomness): string {
  return new Secret({ buffer: new Uint8Array(Buffer.from(randomness.secret(), 'base64url')).buffer }).base32;
}
