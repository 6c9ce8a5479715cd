// The checks of `npm run check`, each a program that must succeed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, say } from './prepare.js';

const node = (...args) => [process.execPath, ...args];
const tool = (path, ...args) => node(join(root, 'node_modules', path), ...args);

const checks = {
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
  'types (server)': tool('typescript/bin/tsc', '-p', '.', '--noEmit'),
  'types (web)': tool('typescript/bin/tsc', '-p', 'src/web', '--noEmit'),
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

/** Runs every check, two at a time with the longest first; returns how many passed and the names of those that failed. */
export async function runChecks() {
  const open = Object.entries(checks);
  const failed = [];
  const lane = async () => {
    for (let check = open.shift(); check !== undefined; check = open.shift()) {
      const [name, command] = check;
      const { passed, output } = await outcome(command);
      say(`${passed ? '✓' : '✗'} ${name}${output === '' ? '' : `\n${output}`}`);
      if (!passed) failed.push(name);
    }
  };
  await Promise.all([lane(), lane()]);
  return { passed: Object.keys(checks).length - failed.length, failed };
}

/** What a program said is kept until it ends: two that speak at once can't be read. */
function outcome([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const heard = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => heard.push(piece));
    child.on('error', (error) => heard.push(Buffer.from(error.message)));
    child.on('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(heard).toString('utf8').trim() }));
  });
}
