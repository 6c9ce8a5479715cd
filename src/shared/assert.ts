/** Stops on a programming error. For refusals that a user can cause, return a {@link Result} instead. */
export function assert(condition: unknown, because: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${because}`);
}

/** The value, when its absence can only be a programming error. */
export function present<T>(value: T | null | undefined, what: string): T {
  assert(value !== null && value !== undefined, `${what} is missing`);
  return value;
}
