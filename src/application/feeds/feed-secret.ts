import { createHash } from 'node:crypto';

/** What is stored of a feed's secret: a stolen database opens no calendar. 256 random bits need no salt. */
export function feedSecretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
