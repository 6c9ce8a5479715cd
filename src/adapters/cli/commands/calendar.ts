import type { Command } from 'commander';
import { importNotice } from '../../../application/import-notice/import-notice.js';
import type { CommandHost } from '../host.js';
import { readInput } from '../input-file.js';

/** `calendar import FILE`: a new year's State Council notice. */
export function addCalendar(program: Command, host: CommandHost): void {
  program
    .command('calendar')
    .description('节假日 · holidays')
    .command('import')
    .description('导入放假通知 · import a year’s holiday notice (JSON)')
    .argument('<file>')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((file: string, options: { readonly json?: true }) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const bytes = await readInput(file);
          return bytes.ok ? importNotice(context, { text: bytes.value.toString('utf8') }) : bytes;
        },
        print: (notice) => `已导入 imported: ${notice.year}, ${notice.document}`,
      }),
    );
}
