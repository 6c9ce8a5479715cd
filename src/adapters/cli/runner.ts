import type { Context } from '../../application/context.js';
import type { Refusal, Result } from '../../shared/result.js';

/** What a command needs from the composition root. */
export interface Environment {
  /** The product's database, opened with the sample contracts loaded when it was empty. */
  readonly open: () => Promise<Result<{ readonly context: Context; readonly close: () => Promise<void> }>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface CommandRun<T> {
  readonly json: boolean;
  readonly work: (context: Context) => Promise<Result<T>>;
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
    const result = await command.work(context);
    if (!result.ok) return refused(environment, command.json, result.refusal);
    const { value } = result;
    environment.out(command.json ? JSON.stringify(command.toJson?.(value) ?? value) : command.print(value));
    return command.exitCode?.(value) ?? exitCodes.done;
  } finally {
    await close();
  }
}

/** The reason in both languages on standard error; with `--json` also as the one document on standard output. */
export function refused(environment: Environment, json: boolean, refusal: Refusal): number {
  environment.err([refusal.message.zh, refusal.message.en, ...rowErrors(refusal)].join('\n'));
  if (json) environment.out(JSON.stringify({ error: refusal }));
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
