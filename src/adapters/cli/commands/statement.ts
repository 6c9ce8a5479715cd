import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { monthStatement } from '../../../application/month-statement/month-statement.js';
import { statementJson } from '../../../application/month-statement/statement-json.js';
import type { Statement } from '../../../domain/ledger/statement.js';
import type { CivilMonth } from '../../../shared/civil-date.js';
import { done } from '../../../shared/result.js';
import { statementWorkbook } from '../../excel/statement-workbook.js';
import { statementPdf } from '../../pdf/statement-pdf.js';
import type { CommandHost } from '../host.js';
import { readMonth } from '../options.js';

interface Options {
  readonly contract: string;
  readonly period: CivilMonth;
  readonly out: string;
}

/** The form of the statement goes by the ending of its file name. */
const renderers: Readonly<Record<string, (statement: Statement) => Promise<Uint8Array> | string>> = {
  '.xlsx': statementWorkbook,
  '.pdf': statementPdf,
  '.json': statementJson,
};

/** `statement`: the month's settlement of vacancies as a workbook, PDF or JSON. */
export function addStatement(program: Command, host: CommandHost): void {
  program
    .command('statement')
    .description('月度核减表 · write a month’s statement')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--period <month>', '月份 month', readMonth)
    .requiredOption('--out <file>', '.xlsx、.pdf 或 .json', (file) => {
      if (rendererOf(file) === undefined)
        throw new InvalidArgumentError(
          '文件名须以 .xlsx、.pdf 或 .json 结尾。 The file name must end in .xlsx, .pdf or .json.',
        );
      return file;
    })
    .action((options: Options) =>
      host.run({
        json: false,
        work: async (context) => {
          const statement = await monthStatement(context, { contract: options.contract, month: options.period });
          if (!statement.ok) return statement;
          const bytes = await rendererOf(options.out)?.(statement.value);
          await writeFile(options.out, bytes ?? '');
          return done(options.out);
        },
        print: (file) => `已写入 written: ${file}`,
      }),
    );
}

function rendererOf(file: string): (typeof renderers)[string] | undefined {
  return renderers[extname(file).toLowerCase()];
}
