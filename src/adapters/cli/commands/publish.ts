import type { Command } from 'commander';
import { publishRoster } from '../../../application/publish-roster/publish-roster.js';
import { refuse } from '../../../shared/result.js';
import type { CommandHost } from '../host.js';

/** `publish`: makes a draft the next numbered version. */
export function addPublish(program: Command, host: CommandHost): void {
  program
    .command('publish')
    .description('发布排班 · publish a roster as the next version')
    .requiredOption('--roster <id>', '排班编号 roster id')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: { readonly roster: string; readonly json?: true }) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const roster = await context.unitOfWork.read((repositories) => repositories.rosters.locate(options.roster));
          if (roster === undefined) {
            return refuse('not-found', {
              zh: `没有编号为 ${options.roster} 的排班。请先运行 plan，用它输出的编号。`,
              en: `There is no roster ${options.roster}: run plan first and use the id that it prints.`,
            });
          }
          return publishRoster(context, { contract: roster.contract, rosterId: roster.id });
        },
        print: ({ version, events }) =>
          `已发布第 ${version} 版 published as version ${version}: 新增 added ${events.added}, 变更 changed ${events.changed}, 取消 cancelled ${events.cancelled}`,
      }),
    );
}
