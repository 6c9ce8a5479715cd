import { createHash } from 'node:crypto';
import type { RosterProblem } from '../problem.js';

/** SHA-256 of the problem as canonical JSON (keys sorted, no white space): equal problems, equal hashes. */
export function problemHash(problem: RosterProblem): string {
  return createHash('sha256').update(canonical(problem)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
