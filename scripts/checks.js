// The checks of `npm run check`, each a program that must succeed.
import { join } from 'node:path';
import { root, run, say } from './prepare.js';

const node = (...args) => [process.execPath, ...args];
const tool = (path, ...args) => node(join(root, 'node_modules', path), ...args);

const checks = {
  'types (server)': tool('typescript/bin/tsc', '-p', '.', '--noEmit'),
  'types (web)': tool('typescript/bin/tsc', '-p', 'src/web', '--noEmit'),
  lint: tool(
    'eslint/bin/eslint.js',
    '--config',
    'scripts/config/eslint.config.js',
    '--max-warnings',
    '0',
    'src',
    'solver',
    'tests',
    'scripts',
  ),
  format: tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  'import rules': tool(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    'scripts/config/dependency-cruiser.cjs',
    '--output-type',
    'err',
    'src',
    'solver',
  ),
  'dead code': tool('knip/bin/knip.js', '--config', 'scripts/config/knip.json'),
  'generated docs': node(join(root, 'scripts/docs.js'), '--check'),
};

/** Runs every check; returns the names of those that failed. */
export function runChecks() {
  const failed = [];
  for (const [name, [program, ...args]] of Object.entries(checks)) {
    const passed = run(program, args);
    say(`${passed ? '✓' : '✗'} ${name}`);
    if (!passed) failed.push(name);
  }
  return { passed: Object.keys(checks).length - failed.length, failed };
}
