import { Command, CommanderError } from 'commander';
import { addAttendance } from './commands/attendance.js';
import { addBackup, type BackupPort } from './commands/backup.js';
import { addBench, type BenchPort } from './commands/bench.js';
import { addCalendar } from './commands/calendar.js';
import { addConfirm } from './commands/confirm.js';
import { addContracts } from './commands/contracts.js';
import { addExplain, addFeasibility, addReplacements } from './commands/explain.js';
import { addFeed } from './commands/feed.js';
import { addPlan } from './commands/plan.js';
import { addProblem } from './commands/problem.js';
import { addPublish } from './commands/publish.js';
import { addReplan } from './commands/replan.js';
import { addRate } from './commands/rate.js';
import { addCheck, addSolve, type ProblemFilesPort } from './commands/solve.js';
import { addServe, type StartService } from './commands/serve.js';
import { addPaper } from './commands/paper.js';
import { addSettlement } from './commands/settlement.js';
import { addStaffing } from './commands/staffing.js';
import { addStatement } from './commands/statement.js';
import { addUsers } from './commands/users.js';
import { addVacancies } from './commands/vacancies.js';
import { addVerify } from './commands/verify.js';
import { commandHost } from './host.js';
import { StorageError } from '../persistence/storage-error.js';
import { exitCodes, refused, type Environment } from './runner.js';
import { wrongUse } from './wrong-use.js';

export interface ProgramParts extends Environment {
  readonly backup: BackupPort;
  readonly bench: BenchPort;
  readonly problemFiles: ProblemFilesPort;
  readonly startService: StartService;
}

/** Reads the command line, runs the command and sets the exit code: 0 done, 1 refused with a reason, 2 wrong use. */
export async function runProgram(argv: readonly string[], parts: ProgramParts): Promise<void> {
  const help: string[] = [];
  const program = new Command('zhiban')
    .description('值班：政务服务外包团队的排班、发布与结算 · plans, publishes and settles shift rosters')
    .exitOverride()
    .showHelpAfterError()
    .configureOutput({ outputError: () => undefined, writeErr: (text) => help.push(text) });
  const host = commandHost(parts);
  addServe(program, host, parts.startService);
  addContracts(program, host);
  addConfirm(program, host);
  addCalendar(program, host);
  addPlan(program, host);
  addReplan(program, host);
  addProblem(program, host);
  addFeasibility(program, host);
  addStaffing(program, host);
  addExplain(program, host);
  addReplacements(program, host);
  addPublish(program, host);
  addFeed(program, host);
  addAttendance(program, host);
  addRate(program, host);
  addVacancies(program, host);
  addStatement(program, host);
  addPaper(program, host);
  addSettlement(program, host);
  addVerify(program, host);
  addUsers(program, host);
  addBackup(program, host, parts.backup);
  addBench(program, host, parts.bench);
  addSolve(program, host, parts.problemFiles);
  addCheck(program, host, parts.problemFiles);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    process.exitCode = failed(parts, { error, help: help.join(''), json: argv.includes('--json') });
  } finally {
    host.end();
  }
}

/** What ended a command otherwise than by its answer; returns the exit code. */
function failed(
  output: Environment,
  { error, help, json }: { readonly error: unknown; readonly help: string; readonly json: boolean },
): number {
  if (error instanceof StorageError) return refused(output, json, error.refusal);
  if (!(error instanceof CommanderError)) {
    // A bug: said in words, its trace kept for whoever mends it.
    if (json) output.out(JSON.stringify({ error: { code: 'internal-error', message: internalError } }));
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    output.err([internalError.zh, internalError.en, trace].join('\n'));
    return exitCodes.refused;
  }
  // Help that was asked for.
  if (error.exitCode === 0) return exitCodes.done;
  const message = wrongUse(error);
  output.err([message.zh, message.en, '', help.trim()].join('\n'));
  if (json) output.out(JSON.stringify({ error: { code: 'wrong-use', message } }));
  return exitCodes.wrongUse;
}

const internalError = {
  zh: '程序内部错误，数据未受影响。请把下面几行交给管理员。',
  en: 'Something went wrong inside; the data are as they were. Give the lines below to the administrator.',
};
