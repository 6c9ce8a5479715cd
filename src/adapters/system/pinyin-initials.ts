import { pinyin } from 'pinyin-pro';

/** First letters of a name's syllables, `赵甲子` → `zjz`: how people search on a Chinese keyboard. */
export function pinyinInitials(name: string): string {
  const initials = known.get(name) ?? initialsOf(name);
  known.set(name, initials);
  return initials;
}

/** A team's list is asked for with every page; a millisecond a name would be half of its answer. */
const known = new Map<string, string>();

function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array' }).join('').toLowerCase();
}
