import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/adapters/system/project-root.js';
import { randomText } from '../../../src/web/api/random-text.js';

describe('the page on a plain intranet address', () => {
  it('has its random texts without what browsers keep for HTTPS', () => {
    const held = Object.getOwnPropertyDescriptor(Crypto.prototype, 'randomUUID');
    Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined, configurable: true, writable: true });
    try {
      const texts = Array.from({ length: 100 }, randomText);
      expect(new Set(texts).size).toBe(100);
      for (const text of texts) expect(text).toMatch(/^[0-9a-f]{24}$/u);
    } finally {
      Object.defineProperty(Crypto.prototype, 'randomUUID', held ?? {});
    }
  });

  it('asks for none of it anywhere else', () => {
    const web = join(projectRoot, 'src/web');
    const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name));
    const missing = /crypto\.(?:randomUUID|subtle)|navigator\.(?:serviceWorker|storage)\b/u;
    const code = (name: string) => readFileSync(join(web, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((name) => missing.test(code(name)))).toEqual([]);
  });
});
