import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../../src/adapters/system/project-root.js';

const built = join(projectRoot, '.build/web');

it('loads at most 400 kB, compressed, before the first page', () => {
  const index = readFileSync(join(built, 'index.html'), 'utf8');
  const files = new Set([...index.matchAll(/assets\/[^"]+/gu)].map(([file]) => file));
  const sizes = [...files].map((file) => gzipSync(readFileSync(join(built, file))).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(400_000);
});
