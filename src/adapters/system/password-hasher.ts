import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../../application/sign-in/password-hasher.js';

/** OWASP's recommendation for argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function argon2Hasher(): PasswordHasher {
  // Compared with when there is nobody, so that an unknown login takes as long as a known one.
  const nobody = hash('nobody has this password', strength);
  return {
    hash: (password) => hash(password, strength),
    async verify(stored, password) {
      const isRight = await verify(stored ?? (await nobody), password);
      return stored !== null && isRight;
    },
  };
}
