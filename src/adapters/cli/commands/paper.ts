import { extname } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { makePaper } from '../../../application/papers/make-paper.js';
import { paperJson } from '../../../application/papers/paper-json.js';
import { paperKinds, type Paper, type PaperKind } from '../../../domain/papers/paper.js';
import { present } from '../../../shared/assert.js';
import type { CommandHost } from '../host.js';
import { writeOutput } from '../output-file.js';

interface Options {
  readonly contract: string;
  readonly kind: PaperKind;
  readonly period: string;
  readonly out: string;
  readonly json?: true;
}

/** The form goes by the ending of the file name. Writers of workbooks and PDFs are large: loaded when used. */
const renderers: Readonly<Record<string, (paper: Paper) => Promise<Uint8Array> | string>> = {
  '.xlsx': async (paper) => (await import('../../excel/paper-workbook.js')).paperWorkbook(paper),
  '.pdf': async (paper) => (await import('../../pdf/paper-pdf.js')).paperPdf(paper),
  '.json': paperJson,
};

/** `paper`: one of the papers between the parties as a workbook, PDF or JSON. */
export function addPaper(program: Command, host: CommandHost): void {
  program
    .command('paper')
    .description('双方单据 · write a paper between the parties')
    .requiredOption('--contract <key>', '合同 contract')
    .addOption(new Option('--kind <kind>', '单据 paper').choices(paperKinds).makeOptionMandatory())
    .requiredOption('--period <period>', '月份、季度或款项 month, quarter or instalment: 2026-05, 2026-Q2, first')
    .requiredOption('--out <file>', '.xlsx、.pdf 或 .json', (file) => {
      if (rendererOf(file) === undefined)
        throw new InvalidArgumentError(
          '文件名须以 .xlsx、.pdf 或 .json 结尾。 The file name must end in .xlsx, .pdf or .json.',
        );
      return file;
    })
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(({ contract, kind, period, out, json }: Options) =>
      host.run({
        json: json === true,
        work: async (context) => {
          const paper = await makePaper(context, { contract, kind, period });
          if (!paper.ok) return paper;
          const render = present(rendererOf(out), 'a form of paper for this file name');
          return writeOutput(out, await render(paper.value));
        },
        print: ({ file }) => `已写入 written: ${file}`,
      }),
    );
}

function rendererOf(file: string): (typeof renderers)[string] | undefined {
  return renderers[extname(file).toLowerCase()];
}
