import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const binariesRoot = '/usr/lib/postgresql';

/** Folder of initdb and pg_ctl of the newest PostgreSQL on this machine; undefined when there is none. */
export function postgresBinaries(): string | undefined {
  if (!existsSync(binariesRoot)) return undefined;
  const folders = readdirSync(binariesRoot).sort((a, b) => Number(b) - Number(a));
  return folders
    .map((version) => join(binariesRoot, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/**
 * A throw-away PostgreSQL server in a temporary folder, reached through a socket there and by no network port.
 * PostgreSQL refuses to run as root; then the package's own user `postgres` runs it.
 */
export class PostgresCluster {
  private databases = 0;

  private constructor(
    private readonly folder: string,
    private readonly binaries: string,
  ) {}

  static async start(): Promise<PostgresCluster> {
    const binaries = postgresBinaries();
    if (binaries === undefined) throw new Error('PostgreSQL is not installed');
    PostgresCluster.discardOrphans(binaries);
    const folder = mkdtempSync(join(tmpdir(), `zhiban-pg-${process.pid}-`));
    const owner = serverUser();
    if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
    const cluster = new PostgresCluster(folder, binaries);
    try {
      cluster.run('initdb', ['-D', `${folder}/data`, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
      // fsync off: these data live for one test file only.
      const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`;
      cluster.run('pg_ctl', ['-D', `${folder}/data`, '-l', `${folder}/log`, '-w', '-o', settings, 'start']);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    return Promise.resolve(cluster);
  }

  /** Servers of test processes that were killed before they could stop them: their folders name a process that is gone. */
  private static discardOrphans(binaries: string): void {
    for (const name of readdirSync(tmpdir())) {
      const pid = /^zhiban-pg-(\d+)-/u.exec(name)?.[1];
      if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
      new PostgresCluster(join(tmpdir(), name), binaries).discard();
    }
  }

  /** A new empty database's URL. */
  async createDatabase(): Promise<string> {
    this.databases += 1;
    const name = `test_${this.databases}`;
    const client = new Client({ host: this.folder, user: 'postgres', database: 'postgres' });
    await client.connect();
    try {
      await client.query(`CREATE DATABASE ${name}`);
    } finally {
      await client.end();
    }
    return `postgres://postgres@/${name}?host=${encodeURIComponent(this.folder)}`;
  }

  async stop(): Promise<void> {
    this.run('pg_ctl', ['-D', `${this.folder}/data`, '-m', 'immediate', '-w', 'stop']);
    rmSync(this.folder, { recursive: true, force: true });
    return Promise.resolve();
  }

  /** Stops a server that may or may not be running still. */
  private discard(): void {
    try {
      this.run('pg_ctl', ['-D', `${this.folder}/data`, '-m', 'immediate', '-w', 'stop']);
    } catch {
      // It had stopped already, or another test process is discarding it too.
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(program: string, args: readonly string[]): void {
    const owner = serverUser();
    // pg_ctl leaves the server behind; inherited pipes would keep this call waiting for it.
    execFileSync(join(this.binaries, program), args, { ...owner, cwd: this.folder, stdio: 'ignore' });
  }
}

/** The user to run the server as, when this process is root. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}
