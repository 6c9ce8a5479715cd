import { pinyin } from 'pinyin-pro';

/** First letters of a name's syllables, `赵甲子` → `zjz`: how people search on a Chinese keyboard. */
export function pinyinInitials(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array' }).join('').toLowerCase();
}
