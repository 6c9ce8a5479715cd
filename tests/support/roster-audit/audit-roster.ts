import { AuditBook } from './book.js';
import { wrongCoverage } from './coverage.js';
import { wrongDuties, wrongPeriods } from './duties.js';
import { wrongFigures } from './figures.js';
import { wrongHours } from './hours.js';
import type { AuditInput } from './input.js';
import { wrongPosts } from './posts.js';

/**
 * An audit of a plan from the outside: it reads what `plan --json` prints, the contract, the team and the holiday
 * notices, and works everything out again minute by minute from the law and the contract. It shares no code with the
 * product, so that a mistake there can't hide here. Everything that is wrong, a sentence each; empty when nothing is.
 */
export function auditRoster(input: AuditInput): string[] {
  const book = new AuditBook(input);
  return [wrongDuties, wrongPeriods, wrongHours, wrongPosts, wrongCoverage, wrongFigures].flatMap((check) =>
    check(book),
  );
}
