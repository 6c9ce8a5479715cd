import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

const binariesRoot = '/usr/lib/postgresql';
/** Names the run's folder to the test processes. */
const folderVariable = 'ZHIBAN_TEST_POSTGRES';

/** Folder of initdb and pg_ctl of the newest PostgreSQL on this machine; undefined when there is none. */
export function postgresBinaries(): string | undefined {
  if (!existsSync(binariesRoot)) return undefined;
  const folders = readdirSync(binariesRoot).sort((a, b) => Number(b) - Number(a));
  return folders
    .map((version) => join(binariesRoot, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/**
 * Before a run of the tests: a folder for its throw-away server, which the first test that needs one starts there.
 * Servers of runs that were killed before they could stop them go first: their folders name a process that is gone.
 */
export function reservePostgres(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^zhiban-pg-(\d+)-/u.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) discard(join(tmpdir(), name));
  }
  process.env[folderVariable] = mkdtempSync(join(tmpdir(), `zhiban-pg-${process.pid}-`));
}

/** After the run. */
export function discardPostgres(): void {
  discard(folderOfRun());
}

export interface PostgresDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A new empty database on the run's server, reached through a socket in the folder and by no network port. */
export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const folder = folderOfRun();
  await started(folder);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(folder, `CREATE DATABASE ${name}`);
  return {
    url: `postgres://postgres@/${name}?host=${encodeURIComponent(folder)}`,
    drop: () => administer(folder, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

function folderOfRun(): string {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error('reservePostgres was not called before the tests');
  return folder;
}

/** Resolves once the server answers. Whoever makes the mark first starts it, the other test processes wait for it. */
async function started(folder: string): Promise<void> {
  const [mark, ready, failed] = ['starting', 'ready', 'failed'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    mkdirSync(mark);
  } catch {
    while (!existsSync(ready)) {
      if (existsSync(failed)) throw new Error('PostgreSQL did not start; the test file that started it says why');
      await wait(50);
    }
    return;
  }
  try {
    start(folder);
    writeFileSync(ready, '');
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
}

/** PostgreSQL refuses to run as root; then the package's own user `postgres` runs it. */
function start(folder: string): void {
  const owner = serverUser();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  run(folder, 'initdb', ['-D', `${folder}/data`, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  // fsync off: these data live for one run only.
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`;
  run(folder, 'pg_ctl', ['-D', `${folder}/data`, '-l', `${folder}/log`, '-w', '-o', settings, 'start']);
}

/** Stops a server that may or may not be running, and removes its folder. */
function discard(folder: string): void {
  try {
    if (existsSync(`${folder}/data`)) run(folder, 'pg_ctl', ['-D', `${folder}/data`, '-m', 'immediate', '-w', 'stop']);
  } catch {
    // It had stopped already, or another run is discarding it too.
  }
  rmSync(folder, { recursive: true, force: true });
}

async function administer(folder: string, statement: string): Promise<void> {
  const client = new Client({ host: folder, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function run(folder: string, program: string, args: readonly string[]): void {
  const binaries = postgresBinaries();
  if (binaries === undefined) throw new Error('PostgreSQL is not installed');
  // pg_ctl leaves the server behind; inherited pipes would keep this call waiting for it.
  execFileSync(join(binaries, program), args, { ...serverUser(), cwd: folder, stdio: 'ignore' });
}

/** The user to run the server as, when this process is root. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}
