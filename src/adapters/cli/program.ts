import { Command, CommanderError } from 'commander';
import { addAttendance } from './commands/attendance.js';
import { addBackup, type BackupPort } from './commands/backup.js';
import { addBench, type BenchPort } from './commands/bench.js';
import { addCalendar } from './commands/calendar.js';
import { addConfirm } from './commands/confirm.js';
import { addContracts } from './commands/contracts.js';
import { addFeed } from './commands/feed.js';
import { addPlan } from './commands/plan.js';
import { addProblem } from './commands/problem.js';
import { addPublish } from './commands/publish.js';
import { addRate } from './commands/rate.js';
import { addServe, type StartService } from './commands/serve.js';
import { addStatement } from './commands/statement.js';
import { addUsers } from './commands/users.js';
import { addVacancies } from './commands/vacancies.js';
import { addVerify } from './commands/verify.js';
import { commandHost } from './host.js';
import { exitCodes, type Environment } from './runner.js';

export interface ProgramParts extends Environment {
  readonly backup: BackupPort;
  readonly bench: BenchPort;
  readonly startService: StartService;
}

/** Reads the command line, runs the command and sets the exit code: 0 done, 1 refused with a reason, 2 wrong use. */
export async function runProgram(argv: readonly string[], parts: ProgramParts): Promise<void> {
  const program = new Command('zhiban')
    .description('值班：政务服务外包团队的排班、发布与结算 · plans, publishes and settles shift rosters')
    .exitOverride()
    .showHelpAfterError();
  const host = commandHost(parts);
  addServe(program, host, parts.startService);
  addContracts(program, host);
  addConfirm(program, host);
  addCalendar(program, host);
  addPlan(program, host);
  addProblem(program, host);
  addPublish(program, host);
  addFeed(program, host);
  addAttendance(program, host);
  addRate(program, host);
  addVacancies(program, host);
  addStatement(program, host);
  addVerify(program, host);
  addUsers(program, host);
  addBackup(program, host, parts.backup);
  addBench(program, host, parts.bench);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  }
}
