import { extname } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { monthStatement } from '../../../application/month-statement/month-statement.js';
import { statementJson } from '../../../application/month-statement/statement-json.js';
import type { Statement } from '../../../domain/ledger/statement.js';
import { present } from '../../../shared/assert.js';
import type { CivilMonth } from '../../../shared/civil-date.js';
import type { CommandHost } from '../host.js';
import { readMonth } from '../options.js';
import { writeOutput } from '../output-file.js';

interface Options {
  readonly contract: string;
  readonly period: CivilMonth;
  readonly out: string;
  readonly json?: true;
}

/** The form of the statement goes by the ending of its file name. Writers of workbooks and PDFs are large: loaded when used. */
const renderers: Readonly<Record<string, (statement: Statement) => Promise<Uint8Array> | string>> = {
  '.xlsx': async (statement) => (await import('../../excel/statement-workbook.js')).statementWorkbook(statement),
  '.pdf': async (statement) => (await import('../../pdf/statement-pdf.js')).statementPdf(statement),
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
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: Options) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const statement = await monthStatement(context, { contract: options.contract, month: options.period });
          if (!statement.ok) return statement;
          const render = present(rendererOf(options.out), 'a form of statement for this file name');
          return writeOutput(options.out, await render(statement.value));
        },
        print: ({ file }) => `已写入 written: ${file}`,
      }),
    );
}

function rendererOf(file: string): (typeof renderers)[string] | undefined {
  return renderers[extname(file).toLowerCase()];
}
