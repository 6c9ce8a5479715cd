import { extname } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { monthStatement } from '../../../application/month-statement/month-statement.js';
import { statementJson } from '../../../application/month-statement/statement-json.js';
import { monthReplay } from '../../../application/replay-month/month-replay.js';
import { replayedStatement } from '../../../application/replay-month/replay-file.js';
import type { Context } from '../../../application/context.js';
import type { Statement } from '../../../domain/ledger/statement.js';
import { present } from '../../../shared/assert.js';
import type { CivilMonth } from '../../../shared/civil-date.js';
import { done, type Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { readInput } from '../input-file.js';
import { readMonth } from '../options.js';
import { writeOutput } from '../output-file.js';
import { settled } from '../runner.js';

interface Options {
  readonly contract?: string;
  readonly period?: CivilMonth;
  readonly out: string;
  readonly replay?: string;
  readonly fromReplay?: string;
  readonly json?: true;
}

interface StoredMonth {
  readonly contract: string;
  readonly month: CivilMonth;
}

interface Written {
  readonly file: string;
  readonly replay?: string;
}

/** The form of the statement goes by the ending of its file name. Writers of workbooks and PDFs are large: loaded when used. */
const renderers: Readonly<Record<string, (statement: Statement) => Promise<Uint8Array> | string>> = {
  '.xlsx': async (statement) => (await import('../../excel/statement-workbook.js')).statementWorkbook(statement),
  '.pdf': async (statement) => (await import('../../pdf/statement-pdf.js')).statementPdf(statement),
  '.json': statementJson,
};

/** `statement`: the month's settlement of vacancies as a workbook, PDF or JSON, from the database or a replay file. */
export function addStatement(program: Command, host: CommandHost): void {
  program
    .command('statement')
    .description('月度核减表 · write a month’s statement')
    .option('--contract <key>', '合同 contract')
    .option('--period <month>', '月份 month', readMonth)
    .requiredOption('--out <file>', '.xlsx、.pdf 或 .json', (file) => {
      if (rendererOf(file) === undefined)
        throw new InvalidArgumentError(
          '文件名须以 .xlsx、.pdf 或 .json 结尾。 The file name must end in .xlsx, .pdf or .json.',
        );
      return file;
    })
    .option('--replay <file>', '另存重演文件 also write the month’s inputs, to make the statement elsewhere')
    .addOption(
      new Option(
        '--from-replay <file>',
        '由重演文件出具，不用数据库 from a replay file, without the database',
      ).conflicts(['contract', 'period', 'replay']),
    )
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(async (options: Options, command: Command) => {
      const answer = {
        json: options.json === true,
        print: ({ file, replay }: Written) => `已写入 written: ${[file, replay ?? []].flat().join(', ')}`,
      };
      if (options.fromReplay === undefined) {
        const month = storedMonth(options, command);
        await host.run({ ...answer, work: (context) => fromDatabase(context, { ...options, ...month }) });
      } else process.exitCode = settled(host, await fromReplay(options.fromReplay, options.out), answer);
    });
}

/** Without a replay file both have to be named. */
function storedMonth({ contract, period }: Options, command: Command): StoredMonth {
  return {
    contract: contract ?? missing(command, '--contract <key>'),
    month: period ?? missing(command, '--period <month>'),
  };
}

function missing(command: Command, option: string): never {
  command.error(`error: required option '${option}' not specified`, { code: 'commander.missingMandatoryOptionValue' });
}

async function fromDatabase(
  context: Context,
  { contract, month, out, replay }: StoredMonth & Pick<Options, 'out' | 'replay'>,
): Promise<Result<Written>> {
  if (replay === undefined) {
    const statement = await monthStatement(context, { contract, month });
    return statement.ok ? writeStatement(out, statement.value) : statement;
  }
  const made = await monthReplay(context, { contract, month });
  if (!made.ok) return made;
  const kept = await writeOutput(replay, made.value.replay);
  if (!kept.ok) return kept;
  const written = await writeStatement(out, made.value.statement);
  return written.ok ? done({ ...written.value, replay }) : written;
}

async function fromReplay(replay: string, out: string): Promise<Result<Written>> {
  const bytes = await readInput(replay);
  if (!bytes.ok) return bytes;
  const statement = replayedStatement(bytes.value.toString('utf8'));
  return statement.ok ? writeStatement(out, statement.value) : statement;
}

async function writeStatement(out: string, statement: Statement): Promise<Result<Written>> {
  const render = present(rendererOf(out), 'a form of statement for this file name');
  return writeOutput(out, await render(statement));
}

function rendererOf(file: string): (typeof renderers)[string] | undefined {
  return renderers[extname(file).toLowerCase()];
}
