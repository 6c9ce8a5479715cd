import { basename } from 'node:path';
import type { Command } from 'commander';
import { importAttendance } from '../../../application/import-attendance/import-attendance.js';
import { holdsAttendance } from '../../../domain/attendance/columns.js';
import { readTable } from '../../excel/read-table.js';
import type { CommandHost } from '../host.js';
import { readInput } from '../input-file.js';

interface Options {
  readonly contract: string;
  readonly acceptGoodRows?: true;
  readonly json?: true;
}

/** `attendance import FILE`: all rows or, when asked, the good ones. */
export function addAttendance(program: Command, host: CommandHost): void {
  program
    .command('attendance')
    .description('考勤 · attendance')
    .command('import')
    .description('导入考勤（.csv 或 .xlsx） · import attendance')
    .argument('<file>')
    .requiredOption('--contract <key>', '合同 contract')
    .option('--accept-good-rows', '有错行时仍保留正确的行 keep the good rows although others are wrong')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((file: string, options: Options) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const bytes = await readInput(file);
          if (!bytes.ok) return bytes;
          const table = await readTable({ name: basename(file), bytes: bytes.value }, holdsAttendance);
          if (!table.ok) return table;
          const acceptGoodRows = options.acceptGoodRows === true;
          return importAttendance(context, { contract: options.contract, table: table.value, acceptGoodRows });
        },
        print: (report) =>
          [
            `读入 read ${report.rowsRead}  保留 kept ${report.kept}  未变 unchanged ${report.unchanged}  替换 replaced ${report.replaced}  与现场标记不符 against marks ${report.contradicted}  拒绝 rejected ${report.rejected.length}`,
            ...report.rejected.map((row) => `  ${JSON.stringify(row)}`),
          ].join('\n'),
      }),
    );
}
