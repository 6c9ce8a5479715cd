import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../../src/adapters/cli/program.js';
import { projectRoot } from '../../../src/adapters/system/project-root.js';
import { programParts } from '../../../src/program-parts.js';

const program = join(projectRoot, '.build/src/main.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line on a data folder of its own. */
abstract class CommandLineBase {
  constructor(readonly folder = mkdtempSync(join(tmpdir(), 'zhiban-cli-'))) {}

  /** A file's path inside the folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  abstract run(...args: readonly string[]): Promise<Ended>;

  /** With `--json`: the one document on standard output. */
  async json(...args: readonly string[]): Promise<{ code: number | null; body: unknown; err: string }> {
    const { code, out, err } = await this.run(...args, '--json');
    if (!/^[^\n]+\n$/u.test(out)) throw new Error(`not one line but ${JSON.stringify(out.slice(0, 200))}; ${err}`);
    return { code, body: JSON.parse(out) as unknown, err };
  }

  discard(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The command line inside this process: the same parts, without the second that a process takes to start. */
export class CommandLineInside extends CommandLineBase {
  constructor(private readonly elsewhere: { readonly dataDirectory?: string; readonly databaseUrl?: string } = {}) {
    super();
  }

  async run(...args: readonly string[]): Promise<Ended> {
    let out = '';
    let err = '';
    const lines = { out: (text: string) => (out += `${text}\n`), err: (text: string) => (err += `${text}\n`) };
    await runProgram(args, programParts({ ...this.place(), ...lines }));
    const code = Number(process.exitCode ?? 0);
    process.exitCode = 0;
    return { code, out, err };
  }

  /** A process on the same data; not for discarding. */
  asProcess(): CommandLine {
    const { dataDirectory, databaseUrl } = this.place();
    return new CommandLine({ ZHIBAN_DATA: dataDirectory, DATABASE_URL: databaseUrl }, this.folder);
  }

  private place(): { readonly dataDirectory: string; readonly databaseUrl: string } {
    return { dataDirectory: this.path('data'), databaseUrl: '', ...this.elsewhere };
  }
}

/** The command line as people run it, a process of its own. */
export class CommandLine extends CommandLineBase {
  constructor(
    private readonly environment: Readonly<Record<string, string>> = {},
    folder?: string,
  ) {
    super(folder);
  }

  start(...args: readonly string[]) {
    const env = { ...process.env, DATABASE_URL: '', ZHIBAN_DATA: this.path('data'), ...this.environment };
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code) => {
        resolve({ code, out, err });
      });
    });
    /** Resolves once the text was seen on either stream; rejects when the process ends without it. */
    const says = (text: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = text.exec(out + err);
          if (found !== null) resolve(found[1] ?? found[0]);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
        void ended.then(({ code }) => {
          look();
          reject(new Error(`ended with ${String(code)} without ${String(text)}: ${err}`));
        });
      });
    return { child, ended, says };
  }

  run(...args: readonly string[]): Promise<Ended> {
    return this.start(...args).ended;
  }
}
