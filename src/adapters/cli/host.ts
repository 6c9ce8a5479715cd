import { Option } from 'commander';
import { runCommand, type CommandRun, type Environment } from './runner.js';

/** What every command is given: one use case run to its exit code, progress, interruption. */
export interface CommandHost extends Pick<Environment, 'open' | 'out' | 'err'> {
  run<T>(command: CommandRun<T>): Promise<void>;
  /** Rewrites one line on a terminal; silent elsewhere. Empty text ends it. */
  progress(line: string): void;
  /** Ctrl+C once = stop and keep the best; twice = end. */
  interruptSignal(): AbortSignal;
  /** After the command: nothing listens for an interruption any more. */
  end(): void;
  choice(flags: string, description: string, values: readonly [string, ...string[]]): Option;
}

const logEveryMilliseconds = 5000;
const interruptions = ['SIGINT', 'SIGTERM'] as const;

export function commandHost(environment: Environment): CommandHost {
  let progressShown = false;
  let lastLineAt = 0;
  const interrupted = new AbortController();
  const interrupt = (): void => {
    interrupted.abort();
  };
  return {
    ...environment,
    async run(command) {
      process.exitCode = await runCommand(environment, command);
    },
    progress(line) {
      if (!process.stderr.isTTY) {
        // A log file gets a line now and then instead of one that rewrites itself.
        if (line === '' || Date.now() - lastLineAt < logEveryMilliseconds) return;
        lastLineAt = Date.now();
        environment.err(line);
        return;
      }
      if (line !== '') process.stderr.write(`\r\u001B[K${line}`);
      else if (progressShown) process.stderr.write('\r\u001B[K');
      progressShown = line !== '';
    },
    interruptSignal() {
      for (const signal of interruptions) process.once(signal, interrupt);
      return interrupted.signal;
    },
    end() {
      for (const signal of interruptions) process.off(signal, interrupt);
    },
    choice: (flags, description, values) => new Option(flags, description).choices(values).default(values[0]),
  };
}
