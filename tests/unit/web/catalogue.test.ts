import { en } from '../../../src/web/messages/en.js';
import { zh } from '../../../src/web/messages/zh.js';

type Tree = Readonly<Record<string, unknown>>;

/** Every leaf with its path, `roster.views.coverage`. */
function leaves(tree: Tree, path = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [inner, leaf] of leaves(value as Tree, here)) found.set(inner, leaf);
    } else found.set(here, value);
  }
  return found;
}

describe('the message catalogue', () => {
  const chinese = leaves(zh);
  const english = leaves(en);

  it('has the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('has the same kind of message under each key', () => {
    for (const [key, message] of chinese) {
      const other = english.get(key);
      expect([key, typeof other, Array.isArray(other)]).toEqual([key, typeof message, Array.isArray(message)]);
    }
  });

  it('leaves no message empty', () => {
    const all = [...chinese, ...english].filter(([, message]) => typeof message === 'string');
    expect(all.filter(([, message]) => (message as string).trim() === '')).toEqual([]);
  });

  it('speaks English in English, but for marks and names that stay Chinese on a Chinese roster', () => {
    const staysChinese = /^(?:brand|language|print)\.|Mark$|Example$|^attendance\.columns$|^notices\.shape$/u;
    const left = [...english].filter(
      ([key, text]) => typeof text === 'string' && /\p{Script=Han}/u.test(text) && !staysChinese.test(key),
    );
    expect(left).toEqual([]);
  });

  it('counts people in English without “1 people”', () => {
    expect(en.contract.workers(1)).toBe('1 person');
    expect(en.contract.workers(2)).toBe('2 people');
  });

  it('never rounds a small gap to zero', () => {
    expect(zh.percent(0)).toBe('0%');
    expect(zh.percent(0.00001)).toBe('<0.01%');
    expect(zh.percent(0.0123)).toBe('1.23%');
  });
});
