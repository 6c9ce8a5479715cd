import type { AuditBook } from './book.js';

/** A named post is one of its group's, and one person's at an instant; nobody is spare while a post stands empty. */
export function wrongPosts(book: AuditBook): string[] {
  const { contract } = book.input;
  const wrong: string[] = [];
  for (const group of contract.postGroups) {
    const names = Array.from({ length: group.headcount }, (_, index) => `${group.postPrefix}${index + 1}`);
    const own = book.duties.filter(({ postGroup }) => postGroup === group.key);
    const isSeat = contract.windows.some(
      ({ kind, groups }) => kind === 'seat' && (groups ?? [group.key]).includes(group.key),
    );
    const handover = isSeat ? 30 : 0;
    for (const duty of own.filter(({ isPlanned }) => isPlanned)) {
      const name = `${duty.worker} ${duty.date} at ${duty.post ?? 'no post'}`;
      const together = own.filter((other) => other !== duty && other.from < duty.until && duty.from < other.until);
      if (duty.post === null) {
        const free = names.filter((post) => !together.some((other) => other.post === post));
        if (free.length > 0) wrong.push(`${name}: without a post while ${free.join(', ')} stands empty throughout`);
        continue;
      }
      if (!names.includes(duty.post)) wrong.push(`${name}: no such post in ${group.key}`);
      for (const other of together) {
        const shared = Math.min(duty.until, other.until) - Math.max(duty.from, other.from);
        if (other.post === duty.post && shared > handover)
          wrong.push(`${name}: shared with ${other.worker} for ${shared} minutes`);
      }
    }
  }
  return wrong;
}
