import type { Command } from 'commander';
import { postVacancies } from '../../../application/post-vacancies/post-vacancies.js';
import { presentVacancies } from '../../../application/post-vacancies/present.js';
import type { CivilMonth } from '../../../shared/civil-date.js';
import { done } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';
import { readMonth } from '../options.js';

interface Options {
  readonly contract: string;
  readonly month: CivilMonth;
  readonly json?: true;
}

/** `vacancies post`: brings the journal to what the month's attendance says. */
export function addVacancies(program: Command, host: CommandHost): void {
  program
    .command('vacancies')
    .description('空岗 · vacancies')
    .command('post')
    .description('计算并入账 · work out a month’s vacancies and post them')
    .requiredOption('--contract <key>', '合同 contract')
    .requiredOption('--month <month>', '月份 month', readMonth)
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: Options) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const posted = await postVacancies(context, { contract: options.contract, month: options.month });
          return posted.ok ? done(presentVacancies(posted.value)) : posted;
        },
        print: vacanciesText,
      }),
    );
}

type VacanciesView = ReturnType<typeof presentVacancies>;

function vacanciesText(view: VacanciesView): string {
  const total = (title: string, { units, amount }: VacanciesView['total']): string =>
    `${title}  ${units} 人天 headcount-days${amount === null ? '' : `  ¥${amount}`}`;
  return [
    ...view.lines.map(
      (line) =>
        `${line.date}  ${line.post}  ${line.units}${line.amount === null ? '' : `  ¥${line.amount}`}  ${line.isContested ? '有争议 contested' : '无争议 undisputed'}  ${line.explanation.zh} ${line.explanation.en}`,
    ),
    total('无争议 undisputed', view.undisputed),
    total('有争议 contested', view.contested),
    total('合计 total', view.total),
    ...(view.attendanceGap === null ? [] : [`! ${view.attendanceGap.zh} ${view.attendanceGap.en}`]),
  ].join('\n');
}
