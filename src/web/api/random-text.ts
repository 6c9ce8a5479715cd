/** `crypto.randomUUID` is missing on plain HTTP, which an intranet machine often serves. */
export function randomText(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
