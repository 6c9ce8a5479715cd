import { InvalidArgumentError, type Command } from 'commander';
import { sizeTeam, sizingBasis, type TeamSize } from '../../../application/size-team/size-team.js';
import type { Context } from '../../../application/context.js';
import { strengthFor, type Strength } from '../../../shared/absence-allowance.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { done, type Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { readDate, readWhole } from '../options.js';

interface Options {
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly annualLeave: number;
  readonly sick: number;
  readonly json?: true;
}

interface Staffing {
  readonly groups: readonly ({ readonly postGroup: string } & TeamSize)[];
  /** If everybody could serve every post. */
  readonly together: TeamSize;
  /** On strength for the people needed at normal time; null where that number is not known. */
  readonly strength: { readonly apart: Strength; readonly together: Strength } | null;
}

/** `staffing`: how many people a contract needs, with proof, and how many on strength for that. */
export function addStaffing(program: Command, host: CommandHost): void {
  program
    .command('staffing')
    .description('编制测算 · how many people a contract needs, with proof')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--from <date>', '第一天 first day', readDate)
    .requiredOption('--to <date>', '最后一天 last day', readDate)
    .option('--annual-leave <days>', '人均年休假 days of annual leave a person', readWhole({ min: 0, max: 60 }), 10)
    .option('--sick <percent>', '病假占工作日的百分比 working days lost to illness, percent', readPercent, 2.2)
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: Options) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const result = await sizeAll(context, options, (postGroup) => {
            host.progress(postGroup);
          });
          host.progress('');
          return result;
        },
        print: staffingText,
      }),
    );
}

function readPercent(text: string): number {
  if (!/^\d{1,2}(?:\.\d+)?$/u.test(text)) {
    throw new InvalidArgumentError('请写 0 到 99 的百分数，如 2.2。 Write a percentage from 0 to 99, such as 2.2.');
  }
  return Number(text);
}

async function sizeAll(
  context: Context,
  { contract, from, to, annualLeave, sick }: Options,
  onGroup: (postGroup: string) => void,
): Promise<Result<Staffing>> {
  const range = { contract, from, to };
  const basis = await sizingBasis(context, range);
  if (!basis.ok) return basis;
  const groups: Staffing['groups'][number][] = [];
  for (const postGroup of basis.value.postGroups) {
    onGroup(postGroup);
    const sized = await sizeTeam(context, { ...range, postGroup });
    if (!sized.ok) return sized;
    groups.push({ postGroup, ...sized.value });
  }
  const together = await sizeTeam(context, { ...range, postGroup: null });
  if (!together.ok) return together;
  const absence = { workingDays: basis.value.workingDays, annualLeaveDays: annualLeave, sickShare: sick / 100 };
  const present = groups.map(({ size }) => (size === null ? 0 : size.atNormalTime.people));
  const presentTogether = together.value.size === null ? 0 : together.value.size.atNormalTime.people;
  return done({
    groups,
    together: together.value,
    strength:
      presentTogether === null || !present.every((people) => people !== null)
        ? null
        : { apart: strengthFor(present, absence), together: strengthFor([presentTogether], absence) },
  });
}

function staffingText({ groups, together, strength }: Staffing): string {
  return [
    ...groups.map(({ postGroup, ...sized }) => line(postGroup, sized)),
    line('全员通岗 if everybody could serve every post', together),
    ...(strength === null
      ? ['有岗位组无法排满或未算出，见上。 Some groups cannot be filled or were not settled in time, see above.']
      : [
          strengthText('各组自备 each group by itself', strength.apart),
          strengthText('全员通岗 all standing in for each other', strength.together),
        ]),
  ].join('\n');
}

function line(name: string, { posts, onStrength, size }: TeamSize): string {
  const needed =
    size === null
      ? '期间无需求 nothing to man in these days'
      : `至少 at least ${sizeText(size.withOvertime)}  不加班 without overtime ${sizeText(size.atNormalTime)}`;
  return `${name}  岗位 posts ${posts}  ${needed}  现有 on strength ${onStrength}`;
}

/** `5`, proven; `5 (≥ 4)` where the proof ends at 4; `– (≥ 4)` where more people do not help or time was over. */
function sizeText({ people, atLeast }: NonNullable<TeamSize['size']>['withOvertime']): string {
  return people === atLeast ? String(people) : `${people ?? '–'} (≥ ${atLeast})`;
}

function strengthText(name: string, { absenceShare, onAverage, forSure }: Strength): string {
  return `${name}：缺勤 absence ${(absenceShare * 100).toFixed(1)} %  平均需在册 on strength, on average ${onAverage.toFixed(1)}  95 % 的日子满编 filled on 95 % of days ${forSure}`;
}
