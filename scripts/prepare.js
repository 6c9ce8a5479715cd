// Brings a fresh clone to a runnable state: right Node, packages, build. Plain JavaScript without packages,
// since it runs before anything is installed. Everything it says goes to standard error: standard output belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const buildFolder = join(root, '.build');
const compiled = ['src', 'solver', 'tests', 'scripts'];

/** Writes a line for people. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends the program with a sentence that says what to do. */
export function stop(text) {
  say(text);
  process.exit(1);
}

/** Runs a program, its output on standard error; true when it succeeded. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  return result.status === 0;
}

export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    stop(
      `Node.js ${process.versions.node} 太旧，请安装 Node.js 20 或更高版本后重试。\n` +
        `Node.js ${process.versions.node} is too old: install Node.js 20 or newer and try again.`,
    );
  }
}

/** `npm ci`, unless exactly this lock file is installed already. */
export async function installPackages() {
  const lockHash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.zhiban-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash) return;
  say('正在安装依赖（首次约两三分钟）… Installing packages (two or three minutes the first time) …');
  await installCompiler();
  // On Windows npm is a command script, which only a shell can start.
  const windows = process.platform === 'win32';
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { shell: windows })) {
    stop(
      '依赖安装失败：请检查 npm 源与 python3、make、g++ 是否可用，然后重试。\n' +
        'Installing the packages failed: check the npm registry and that python3, make and g++ are installed, then try again.',
    );
  }
  writeFileSync(stamp, lockHash);
}

/** SQLite is compiled where no ready binary can be had. */
async function installCompiler() {
  const missing = ['python3', 'make', 'g++'].filter((program) => !has(program));
  if (missing.length > 0 && mayInstall()) await installSystemPackages(missing);
}

/** Server, and pages unless told otherwise; each only when its sources are newer than its last build. */
export function build({ web = true } = {}) {
  buildPart('server', [...compiled, 'tsconfig.json'], () => {
    removeOrphans(compiled);
    return run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
  });
  if (!web) return;
  buildPart('web', ['src/web', 'src/shared', 'src/adapters/http/schemas'], () =>
    run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'src/web', '--logLevel', 'warn']),
  );
}

function buildPart(name, sources, compile) {
  const stamp = join(buildFolder, `${name}.stamp`);
  const fingerprint = sourcesFingerprint([...sources, 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  say(name === 'web' ? '正在构建页面… Building the pages …' : '正在编译程序… Compiling the program …');
  mkdirSync(buildFolder, { recursive: true });
  if (!compile()) {
    rmSync(stamp, { force: true });
    stop('构建失败，原因见上。 The build failed; the reason stands above.');
  }
  writeFileSync(stamp, fingerprint);
}

/** The compiler leaves the output of a file that is gone, and a test that is gone would go on being run. */
function removeOrphans(folders) {
  for (const folder of folders) {
    const output = join(buildFolder, folder);
    if (!existsSync(output)) continue;
    for (const path of readdirSync(output, { recursive: true })) {
      const source = join(root, folder, path.replace(/\.js(?:\.map)?$/u, '.ts'));
      if (/\.js(?:\.map)?$/u.test(path) && !existsSync(source)) rmSync(join(output, path));
    }
  }
}

/** Names, sizes and times of all files below: cheap, and changes with every edit. */
function sourcesFingerprint(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const status = statSync(path);
    if (!status.isDirectory()) hash.update(`${path} ${status.size} ${status.mtimeMs}\n`);
    else for (const entry of readdirSync(path).sort()) visit(join(path, entry));
  };
  for (const path of paths) if (existsSync(join(root, path))) visit(join(root, path));
  return hash.digest('hex');
}

export function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}

/** Whether the system's package manager may be used: Debian's, as root. */
export function mayInstall() {
  return has('apt-get') && process.getuid?.() === 0;
}

export async function installSystemPackages(packages) {
  say(`正在安装系统软件包 Installing system packages: ${packages.join(' ')} …`);
  const quietly = ['-qq', '-o', 'Acquire::Retries=3'];
  return (
    (await succeeds('apt-get', ['update', ...quietly])) &&
    (await succeeds('apt-get', ['install', '-y', '--no-install-recommends', ...quietly, ...packages]))
  );
}

/** Whether a program that runs beside this one ends well. */
function succeeds(command, args) {
  return new Promise((resolve) => {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], env: environment });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
