import type { Command } from 'commander';
import { planRoster } from '../../../application/plan-roster/plan-roster.js';
import type { Roster } from '../../../domain/rostering/roster.js';
import { parseHeadcountDays } from '../../../shared/headcount-days.js';
import { done, type Result } from '../../../shared/result.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { readDate, readWhole } from '../options.js';
import { type CommandHost } from '../host.js';
import { readInput } from '../input-file.js';
import { readPins, type PinInput } from '../pins.js';
import { progressLine } from '../progress-line.js';

interface Options {
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly engine: 'highs' | 'javascript-lp-solver';
  readonly timeLimit: number;
  readonly seed: number;
  readonly pins?: string;
  readonly json?: true;
}

/** `plan`: builds and stores a draft roster with its certificate. */
export function addPlan(program: Command, host: CommandHost): void {
  program
    .command('plan')
    .description('排班 · plan a draft roster and prove how good it is')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--from <date>', '第一天 first day', readDate)
    .requiredOption('--to <date>', '最后一天 last day', readDate)
    .addOption(host.choice('--engine <name>', '求解器 engine', ['highs', 'javascript-lp-solver']))
    .option('--time-limit <seconds>', '时限（秒） seconds', readWhole({ min: 1, max: 3600 }), 60)
    .option('--seed <number>', '随机种子 seed', readWhole({ min: 0, max: 2_147_483_647 }), 1)
    .option('--pins <file>', '固定安排的 JSON 文件 assignments that must stand, as JSON')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: Options) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const pins = await pinsOf(options.pins);
          if (!pins.ok) return pins;
          const interrupt = host.interruptSignal();
          const result = await planRoster(context, {
            contract: options.contract,
            from: options.from,
            to: options.to,
            engine: options.engine,
            timeLimitSeconds: options.timeLimit,
            seed: options.seed,
            pins: pins.value,
            onProgress: (progress) => {
              host.progress(progressLine(progress));
            },
            signal: interrupt,
          });
          host.progress('');
          return result;
        },
        toJson: planView,
        print: planText,
      }),
    );
}

async function pinsOf(file: string | undefined): Promise<Result<readonly PinInput[]>> {
  if (file === undefined) return done([]);
  const bytes = await readInput(file);
  return bytes.ok ? readPins(bytes.value.toString('utf8')) : bytes;
}

/** The stable JSON form of a planned roster. */
export function planView(roster: Roster): object {
  const { certificate } = roster;
  return {
    rosterId: roster.id,
    status: certificate.status,
    objective: certificate.objective,
    bound: certificate.bound,
    gap: certificate.gap,
    seconds: certificate.seconds,
    costByRule: certificate.costByRule,
    requiredPostDays: parseHeadcountDays(roster.requiredPostDays).valueOf(),
    filledPostDays: parseHeadcountDays(roster.filledPostDays).valueOf(),
    isProvisional: roster.isProvisional,
    fewestMissingMinutes: { planned: certificate.missingMinutes, bound: certificate.missingMinutesBound },
    vacancies: roster.vacancies,
    assignments: roster.assignments.map(({ worker, date, shift, postGroup, post, start, end }) => ({
      worker,
      date,
      shift,
      postGroup,
      post,
      start,
      end,
    })),
    check: { hardViolations: certificate.check.hardViolations, objective: certificate.check.objective },
    certificate: {
      engine: certificate.engine,
      seed: certificate.seed,
      problemHash: certificate.problemHash,
      columns: certificate.columns,
      rows: certificate.rows,
    },
  };
}

/** What a person reads of a planned roster. */
export function planText(roster: Roster): string {
  const { certificate } = roster;
  const proven =
    certificate.missingMinutes <= certificate.missingMinutesBound
      ? '空岗已证明最少 fewest vacancies proven'
      : `空岗下限 lower bound of missing minutes ${certificate.missingMinutesBound}`;
  return [
    `排班 roster ${roster.id}  ${roster.from} – ${roster.to}${roster.isProvisional ? '  （日历暂定 provisional calendar）' : ''}`,
    `状态 status ${certificate.status}  目标 objective ${certificate.objective.toFixed(2)}  下界 bound ${certificate.bound.toFixed(2)}  差距 gap ${(certificate.gap * 100).toFixed(3)} %  用时 ${certificate.seconds.toFixed(1)} s`,
    `岗位日 post-days ${roster.filledPostDays} / ${roster.requiredPostDays}  ${proven}`,
    `校验 check: ${certificate.check.hardViolations.length === 0 ? '通过 passed' : `${certificate.check.hardViolations.length} 处违反 violations`}`,
    ...roster.vacancies.map(
      (vacancy) =>
        `空岗 vacancy ${vacancy.postGroup} ${vacancy.date} ${vacancy.interval} ×${vacancy.missing}  ¥${vacancy.price.toFixed(2)}  ${vacancy.reason.zh} ${vacancy.reason.en}`,
    ),
  ].join('\n');
}
