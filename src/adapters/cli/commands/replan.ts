import { InvalidArgumentError, type Command } from 'commander';
import { replanRoster, type Absence, type Replanned } from '../../../application/replan-roster/replan-roster.js';
import { leaveShape } from '../../../domain/workforce/worker.js';
import type { Assignment } from '../../../domain/rostering/roster.js';
import { parseCivilDate, type CivilDate } from '../../../shared/civil-date.js';
import type { CommandHost } from '../host.js';
import { readDate, readLocalTime, readWhole } from '../options.js';
import { progressLine } from '../progress-line.js';
import { planText, planView } from './plan.js';

interface Options {
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly absent?: readonly Absence[];
  readonly present?: string;
  readonly timeLimit: number;
  readonly seed: number;
  readonly json?: true;
}

/** `replan`: repairs what is published after absences, leave or changed demand, as a draft. */
export function addReplan(program: Command, host: CommandHost): void {
  program
    .command('replan')
    .description('重排已发布的班次 · repair the published roster: fewest vacancies, then cheapest changes')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--from <date>', '第一天 first day', readDate)
    .requiredOption('--to <date>', '最后一天 last day', readDate)
    .option(
      '--absent <who>',
      '缺勤 W001:2026-05-12[..2026-05-13][:sick]，登记为已批准的请假；可多次 entered as approved leave; may be repeated',
      readAbsence,
    )
    .option('--present <time>', '重排时刻 the present, 2026-05-12T07:40; 默认此刻 now by default', readLocalTime)
    .option('--time-limit <seconds>', '时限（秒） seconds', readWhole({ min: 1, max: 3600 }), 20)
    .option('--seed <number>', '随机种子 seed', readWhole({ min: 0, max: 2_147_483_647 }), 1)
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: Options) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const interrupt = host.interruptSignal();
          const result = await replanRoster(context, {
            contract: options.contract,
            from: options.from,
            to: options.to,
            absences: options.absent ?? [],
            present: options.present,
            engine: 'highs',
            timeLimitSeconds: options.timeLimit,
            seed: options.seed,
            onProgress: (progress) => {
              host.progress(progressLine(progress));
            },
            signal: interrupt,
          });
          host.progress('');
          return result;
        },
        toJson: ({ roster, changes }) => ({
          ...planView(roster),
          changeCost: {
            planned: roster.certificate.costByRule['baselineChange'],
            bound: roster.certificate.changeCostBound,
          },
          changes,
        }),
        print: replanText,
      }),
    );
}

/** `W001:2026-05-12..2026-05-13:sick`, added to those before it. */
function readAbsence(text: string, before: readonly Absence[] = []): readonly Absence[] {
  const [worker = '', days = '', kindText = 'personal', ...rest] = text.split(':');
  const [from, to] = [...days.split('..'), days].map(parseCivilDate);
  const kind = leaveShape.shape.kind.safeParse(kindText);
  if (worker === '' || from === undefined || to === undefined || !kind.success || rest.length > 0) {
    throw new InvalidArgumentError(
      `请写 编号:日期[..日期][:假别]，假别为 ${leaveShape.shape.kind.options.join('、')}。 Write CODE:DAY[..DAY][:KIND], such as W001:2026-05-12..2026-05-13:sick.`,
    );
  }
  return [...before, { worker, from, to, kind: kind.data }];
}

function replanText(replanned: Replanned): string {
  const { roster, changes } = replanned;
  const cost = roster.certificate.costByRule['baselineChange'] ?? 0;
  const bound = roster.certificate.changeCostBound ?? 0;
  const proof = cost <= bound ? '已证明最少 proven least' : `下界 lower bound ¥${bound.toFixed(2)}`;
  return [
    planText(roster),
    `变动 changes ${changes.length}  代价 cost ¥${cost.toFixed(2)}  ${proof}`,
    ...changes.map(
      ({ worker, date, before, after, reason, cost: price }) =>
        `变动 change ${date} ${worker}  ${dutyText(before)} → ${dutyText(after)}  ¥${price.toFixed(2)}  ${reason.zh} ${reason.en}`,
    ),
    `确认后发布 publish it with: publish --roster ${roster.id}`,
  ].join('\n');
}

function dutyText(duty: Assignment | null): string {
  return duty === null ? '休 off' : `${duty.shift} ${duty.postGroup}${duty.post === null ? '' : ` ${duty.post}`}`;
}
