import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/adapters/system/project-root.js';

/**
 * The text of a file under `fixtures/golden`, byte for byte. With UPDATE_GOLDEN=1 the actual text is written
 * there first: read the difference before you commit it.
 */
export function goldenText(path: string, actual: string): string {
  const file = join(projectRoot, 'fixtures', 'golden', path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
