import type { Context } from '../../application/context.js';
import type { Refusal, Result } from '../../shared/result.js';

/** What a command needs from the composition root. */
export interface Environment {
  /** The product's database, opened with the sample contracts loaded when it was empty. */
  readonly open: () => Promise<Result<{ readonly context: Context; readonly close: () => Promise<void> }>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface CommandRun<T> extends Answer<T> {
  readonly work: (context: Context) => Promise<Result<T>>;
}

/** How a command shows what it did. */
export interface Answer<T> {
  readonly json: boolean;
  /** What a person reads; with `--json` the value itself is printed. */
  readonly print: (value: T) => string;
  /** The documented JSON form, where it differs from the value. */
  readonly toJson?: (value: T) => unknown;
  /** Where an answer can be bad news, as a verification's. */
  readonly exitCode?: (value: T) => number;
}

/** Exit codes of the command line: done, refused with a reason, wrong use. */
export const exitCodes = { done: 0, refused: 1, wrongUse: 2 } as const;

/** Runs one use case from opening the database to the exit code. */
export async function runCommand<T>(environment: Environment, command: CommandRun<T>): Promise<number> {
  const opened = await environment.open();
  if (!opened.ok) return refused(environment, command.json, opened.refusal);
  const { context, close } = opened.value;
  try {
    return settled(environment, await command.work(context), command);
  } finally {
    await close();
  }
}

/** Shows a result; returns the exit code. */
export function settled<T>(output: Pick<Environment, 'out' | 'err'>, result: Result<T>, answer: Answer<T>): number {
  if (!result.ok) return refused(output, answer.json, result.refusal);
  const { value } = result;
  output.out(answer.json ? JSON.stringify(answer.toJson?.(value) ?? value) : answer.print(value));
  return answer.exitCode?.(value) ?? exitCodes.done;
}

/** The reason in both languages on standard error; with `--json` also as the one document on standard output. */
export function refused(output: Pick<Environment, 'out' | 'err'>, json: boolean, refusal: Refusal): number {
  output.err([refusal.message.zh, refusal.message.en, ...rowErrors(refusal)].join('\n'));
  if (json) output.out(JSON.stringify({ error: refusal }));
  return exitCodes.refused;
}

/** Row by row, where a file was refused. */
function rowErrors({ details }: Refusal): string[] {
  const errors: unknown = details?.['errors'];
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => {
    if (typeof error === 'string') return `  ${error}`;
    const { row, column, message } = error as {
      readonly row?: number;
      readonly column?: string | null;
      readonly message?: { readonly zh: string; readonly en: string };
    };
    return `  ${row === undefined ? '' : `第 ${row} 行 row ${row} `}${column ?? ''}: ${message?.zh ?? ''} ${message?.en ?? ''}`;
  });
}
