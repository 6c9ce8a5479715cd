import type { Command } from 'commander';
import type { Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { exitCodes, refused } from '../runner.js';

/** Copies of the whole database, given by the composition root. */
export interface BackupPort {
  backup(file: string): Promise<Result<unknown>>;
  restore(file: string): Promise<Result<{ readonly formerKeptAs: string | null }>>;
}

/** `backup FILE` and `restore FILE`. */
export function addBackup(program: Command, host: CommandHost, port: BackupPort): void {
  const settle = <T>(result: Result<T>, text: (value: T) => string): void => {
    if (result.ok) host.out(text(result.value));
    process.exitCode = result.ok ? exitCodes.done : refused(host, false, result.refusal);
  };
  program
    .command('backup')
    .description('备份 · copy the database into a file, while it is in use')
    .argument('<file>')
    .action(async (file: string) => {
      settle(await port.backup(file), () => `已备份到 backed up to: ${file}`);
    });
  program
    .command('restore')
    .description('恢复 · verify a backup and put it in place')
    .argument('<file>')
    .action(async (file: string) => {
      settle(
        await port.restore(file),
        ({ formerKeptAs }) =>
          `已恢复 restored from: ${file}${formerKeptAs === null ? '' : `；原数据保留在 the former data is kept as ${formerKeptAs}`}`,
      );
    });
}
