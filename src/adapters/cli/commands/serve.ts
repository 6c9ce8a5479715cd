import type { Command } from 'commander';
import type { Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { readWhole } from '../options.js';
import { exitCodes, refused } from '../runner.js';

export interface ServiceOptions {
  readonly port: number;
  readonly host: string;
  /** Address that people use, for feed links; absent = `http://host:port`. */
  readonly publicUrl?: string;
  /** Plan and publish the sample contracts' current weeks and print sign-in links. */
  readonly sample: boolean;
  readonly onProgress: (line: string) => void;
  readonly out: (line: string) => void;
}

/** Starts the web service; resolves once it listens, and keeps the process alive. */
export type StartService = (options: ServiceOptions) => Promise<Result<null>>;

/** `serve`: the pages, the API and the calendar feeds. */
export function addServe(program: Command, host: CommandHost, start: StartService): void {
  program
    .command('serve')
    .description('启动服务 · serve the pages, the API and the feeds')
    .option('--port <number>', '端口 port', readWhole({ min: 0, max: 65_535 }), 3000)
    .option('--host <address>', '监听地址 address to listen on (0.0.0.0 = whole intranet)', '127.0.0.1')
    .option('--public-url <url>', '对外地址 address that people use, for feed links')
    .option('--sample', '排出并发布示例合同的当前周，并给出各角色的登录链接 plan the samples and print sign-in links')
    .action(
      async (options: {
        readonly port: number;
        readonly host: string;
        readonly publicUrl?: string;
        readonly sample?: true;
      }) => {
        const result = await start({
          ...options,
          sample: options.sample === true,
          onProgress: (line) => {
            host.progress(line);
          },
          out: host.out,
        });
        if (!result.ok) process.exitCode = refused(host, false, result.refusal);
        else process.exitCode = exitCodes.done;
      },
    );
}
