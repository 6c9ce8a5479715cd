// npm test: installs what is missing, runs all checks and every test suite, and ends with `N passed, N failed`.
// `npm test -- tests/unit` runs the suites below a path without the checks.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks.js';
import {
  build,
  has,
  installPackages,
  installSystemPackages,
  mayInstall,
  requireNode,
  root,
  run,
  say,
} from './prepare.js';

/** Tests have no limit of their own, since a slow machine is no fault; a run that hangs is ended after this long, in milliseconds, and has failed. */
const longestRun = 50 * 60_000;

requireNode();
await installPackages();
const testTools = installTestTools();
build();

const paths = process.argv.slice(2);
const checks = paths.length === 0 ? await runChecks() : { passed: 0, failed: [] };
await testTools;
const tests = runTests(paths);
const passed = checks.passed + tests.passed;
const failed = checks.failed.length + tests.failed;
console.log(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * Chromium, a Chinese font, PostgreSQL, a reader of PDF text and LibreOffice Calc, while the program is built and
 * checked; without the right to install them their tests are skipped and say so.
 */
async function installTestTools() {
  const missing = [];
  if (!has('pdftotext')) missing.push('poppler-utils');
  if (!has('chromium') && !has('google-chrome') && !has('chromium-browser')) missing.push('chromium');
  if (!existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) missing.push('fonts-noto-cjk');
  if (!hasPostgres()) missing.push('postgresql');
  await install(missing);
  // By itself, for it is by far the largest: the others must not wait for it.
  if (!has('soffice') && !has('libreoffice')) await install(['libreoffice-calc']);
}

async function install(missing) {
  if (missing.length === 0) return;
  if (mayInstall() && (await installSystemPackages(missing))) return;
  say(
    `缺少 ${missing.join('、')}，无权安装：相应测试将跳过。 Missing and not installable here: ${missing.join(', ')}; their suites are skipped.`,
  );
}

function hasPostgres() {
  const folder = '/usr/lib/postgresql';
  return (
    has('initdb') ||
    (existsSync(folder) && readdirSync(folder).some((version) => existsSync(join(folder, version, 'bin/initdb'))))
  );
}

function runTests(prefixes) {
  const report = join(root, '.build', 'jest-report.json');
  mkdirSync(join(root, '.build'), { recursive: true });
  rmSync(report, { force: true });
  run(
    process.execPath,
    [
      '--no-warnings',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config',
      'scripts/config/jest.json',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
      ...prefixes.map((prefix) => join('.build', prefix.replace(/\.test\.ts$/u, ''))),
    ],
    { stdio: ['ignore', 'ignore', 2], env: { ...process.env, TZ: 'UTC' }, timeout: longestRun },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  // A suite that could not even start counts as one failure.
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests,
  };
}
