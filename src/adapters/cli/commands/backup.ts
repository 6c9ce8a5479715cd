import type { Command } from 'commander';
import type { Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { settled } from '../runner.js';

/** Copies of the whole database, given by the composition root. */
export interface BackupPort {
  backup(file: string): Promise<Result<null>>;
  restore(file: string): Promise<Result<{ readonly formerKeptAs: string | null }>>;
}

interface Options {
  readonly json?: true;
}

/** `backup FILE` and `restore FILE`. */
export function addBackup(program: Command, host: CommandHost, port: BackupPort): void {
  program
    .command('backup')
    .description('备份 · copy the database into a file, while it is in use')
    .argument('<file>')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(async (file: string, options: Options) => {
      process.exitCode = settled(host, await port.backup(file), {
        json: options.json === true,
        print: () => `已备份到 backed up to: ${file}`,
        toJson: () => ({ file }),
      });
    });
  program
    .command('restore')
    .description('恢复 · verify a backup and put it in place')
    .argument('<file>')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(async (file: string, options: Options) => {
      process.exitCode = settled(host, await port.restore(file), {
        json: options.json === true,
        print: ({ formerKeptAs }) =>
          `已恢复 restored from: ${file}${formerKeptAs === null ? '' : `；原数据保留在 the former data is kept as ${formerKeptAs}`}`,
        toJson: ({ formerKeptAs }) => ({ file, formerKeptAs }),
      });
    });
}
