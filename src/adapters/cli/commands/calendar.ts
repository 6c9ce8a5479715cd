import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { importNotice } from '../../../application/import-notice/import-notice.js';
import { refuse } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';

/** `calendar import FILE`: a new year's State Council notice. */
export function addCalendar(program: Command, host: CommandHost): void {
  program
    .command('calendar')
    .description('节假日 · holidays')
    .command('import')
    .description('导入放假通知 · import a year’s holiday notice (JSON)')
    .argument('<file>')
    .action((file: string) =>
      host.run({
        json: false,
        work: async (context) => {
          const text = await readFile(file, 'utf8').catch(() => undefined);
          if (text === undefined)
            return refuse('invalid-input', {
              zh: `读不到文件 ${file}。请检查路径。`,
              en: `${file} can't be read: check the path.`,
            });
          return importNotice(context, { text });
        },
        print: (notice) => `已导入 imported: ${notice.year}, ${notice.document}`,
      }),
    );
}
