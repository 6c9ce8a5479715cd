/** Slow, salted hashing of passwords (argon2id). */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** `null` = nobody to compare with: takes as long as a real comparison and is false. */
  verify(hash: string | null, password: string): Promise<boolean>;
}
