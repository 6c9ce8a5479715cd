import type { Command } from 'commander';
import { checkFeasibility, type FeasibilityReport } from '../../../application/check-feasibility/check-feasibility.js';
import { explainRoster, type RosterExplanation } from '../../../application/explain-roster/explain-roster.js';
import { rankReplacementsFor, type ReplacementList } from '../../../application/explain-roster/rank-replacements.js';
import type { Context } from '../../../application/context.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { readDate, readWhole } from '../options.js';

/** People listed by `replacements` before those whom a rule keeps from it are only counted by rule. */
const barredShown = 5;

/** `feasibility`: what is needed against what can be worked, before anything is planned. */
export function addFeasibility(program: Command, host: CommandHost): void {
  program
    .command('feasibility')
    .description('排班前的人力测算 · what a range of days needs against what the people can work')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--from <date>', '第一天 first day', readDate)
    .requiredOption('--to <date>', '最后一天 last day', readDate)
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(
      (options: {
        readonly contract: string;
        readonly from: CivilDate;
        readonly to: CivilDate;
        readonly json?: true;
      }) =>
        host.run({
          json: options.json === true,
          work: (context) => checkFeasibility(context, options),
          print: feasibilityText,
        }),
    );
}

function feasibilityText({ balances, findings }: FeasibilityReport): string {
  const hours = (minutes: number): string => (minutes / 60).toFixed(2);
  return [
    ...balances.map(
      ({
        postGroups,
        from,
        to,
        requiredMinutes,
        normalMinutes,
        achievableMinutes,
        homePeople,
        people,
        peopleAtNormalTime,
      }) =>
        `${postGroups.join(' + ')} ${from} – ${to}  需要 needed ${hours(requiredMinutes)} h  正常工时 normal ${normalMinutes === null ? '–' : `${hours(normalMinutes)} h`}  最多 at most ${hours(achievableMinutes)} h  人员 people ${homePeople} (+${people - homePeople})${peopleAtNormalTime === null ? '' : `  无加班所需 without overtime ${peopleAtNormalTime.toFixed(2)}`}`,
    ),
    findings.length === 0
      ? '未发现必然的缺口（不等于一定能排满）。 No shortage is certain from the arithmetic; that does not promise a full roster.'
      : `必然的缺口 certain shortages: ${findings.length}`,
    ...findings.flatMap(({ message }) => [`! ${message.zh}`, `  ${message.en}`]),
  ].join('\n');
}

/** `explain`: the proof of the smallest number of vacancies, why each is there, and priced remedies. */
export function addExplain(program: Command, host: CommandHost): void {
  program
    .command('explain')
    .description('空岗的证明、原因与补救 · proof, reasons and priced remedies of the vacancies of a roster')
    .requiredOption('--roster <id>', '排班编号 roster id')
    .option('--group <id>', '只看一个岗位组 only this post group')
    .option('--date <date>', '只看一天 only this day', readDate)
    .option(
      '--time-limit <seconds>',
      '每处空岗的时限（秒） seconds for each vacancy',
      readWhole({ min: 1, max: 600 }),
      5,
    )
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(
      (options: {
        readonly roster: string;
        readonly group?: string;
        readonly date?: CivilDate;
        readonly timeLimit: number;
        readonly json?: true;
      }) =>
        host.run({
          json: options.json === true,
          work: async (context) => {
            const located = await locate(context, options.roster);
            if (!located.ok) return located;
            const { group: postGroup, date, timeLimit: secondsPerVacancy } = options;
            return explainRoster(context, { ...located.value, postGroup, date, secondsPerVacancy, hasProof: true });
          },
          print: explanationText,
        }),
    );
}

function explanationText({ proof, vacancies }: RosterExplanation): string {
  return [
    ...(proof === null ? [] : [proof.message.zh, proof.message.en]),
    ...vacancies.flatMap(({ message, repairs }) => [
      '',
      message.zh,
      message.en,
      ...repairs.flatMap((repair, index) => [`  ${index + 1}. ${repair.message.zh}`, `     ${repair.message.en}`]),
    ]),
  ].join('\n');
}

/** `replacements`: who else could take somebody's duty of a day, ranked by what it costs. */
export function addReplacements(program: Command, host: CommandHost): void {
  program
    .command('replacements')
    .description('可替换人员及费用 · who else could take a duty, ranked by price')
    .requiredOption('--roster <id>', '排班编号 roster id')
    .requiredOption('--worker <code>', '人员代号 worker')
    .requiredOption('--date <date>', '日期 day', readDate)
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action(
      (options: { readonly roster: string; readonly worker: string; readonly date: CivilDate; readonly json?: true }) =>
        host.run({
          json: options.json === true,
          work: async (context) => {
            const located = await locate(context, options.roster);
            if (!located.ok) return located;
            return rankReplacementsFor(context, { ...located.value, worker: options.worker, date: options.date });
          },
          print: replacementsText,
        }),
    );
}

function replacementsText({ duty, why, replacements }: ReplacementList): string {
  const able = replacements.flatMap(({ cost, ...rest }) => (cost === null ? [] : [{ cost, ...rest }]));
  const barred = replacements.filter(({ cost }) => cost === null);
  return [
    `${duty.worker} ${duty.date} ${duty.postGroup} ${duty.shift}`,
    why.zh,
    why.en,
    ...able.map(({ worker, kind, gives, cost }) => {
      const how = kind === 'swaps' ? '互换 swaps' : '顶班 takes over';
      const own = gives === null ? '' : ` (${gives.date} ${gives.postGroup} ${gives.shift})`;
      return `  ${worker}  ${cost.costDifference < 0 ? '' : '+'}${cost.costDifference.toFixed(2)} ¥  ${how}${own}`;
    }),
    ...barred
      .slice(0, barredShown)
      .map(
        ({ worker, violations }) =>
          `  ${worker}  × ${violations[0]?.message.zh ?? ''} ${violations[0]?.message.en ?? ''}`,
      ),
    ...(barred.length > barredShown
      ? [`  另有 ${barred.length - barredShown} 人不能承担 and ${barred.length - barredShown} more who can’t`]
      : []),
  ].join('\n');
}

async function locate(
  context: Context,
  id: string,
): Promise<Result<{ readonly contract: string; readonly rosterId: string }>> {
  const roster = await context.unitOfWork.read(({ rosters }) => rosters.locate(id));
  if (roster !== undefined) return done({ contract: roster.contract, rosterId: roster.id });
  return refuse('not-found', {
    zh: `没有编号为 ${id} 的排班。请先运行 plan，用它输出的编号。`,
    en: `There is no roster ${id}: run plan first and use the id that it prints.`,
  });
}
