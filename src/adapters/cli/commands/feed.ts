import type { Command } from 'commander';
import { workerFeed } from '../../../application/feeds/worker-feed.js';
import type { Context } from '../../../application/context.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { renderFeed } from '../../ical/render-feed.js';
import type { CommandHost } from '../host.js';

/** `feed`: one worker's published shifts as iCalendar text, the same bytes as their secret address serves. */
export function addFeed(program: Command, host: CommandHost): void {
  program
    .command('feed')
    .description('输出个人日历 · print a worker’s calendar feed')
    .requiredOption('--worker <code>', '工号 worker code')
    .option('--contract <key>', '合同 contract, where two contracts use the same code')
    .option('--json', '输出一个 JSON 文档 one JSON document')
    .action((options: { readonly worker: string; readonly contract?: string; readonly json?: true }) =>
      host.run({
        json: options.json === true,
        work: async (context) => {
          const contract = await contractOf(context, options);
          if (!contract.ok) return contract;
          return workerFeed(context, { contract: contract.value, worker: options.worker }, renderFeed);
        },
        // The text ends with a line break of its own; printing adds none to it.
        print: ({ ics }) => ics.replace(/\r\n$/u, '\r'),
      }),
    );
}

async function contractOf(
  context: Context,
  options: { readonly worker: string; readonly contract?: string },
): Promise<Result<string>> {
  if (options.contract !== undefined) return done(options.contract);
  const holders = await context.unitOfWork.read(async ({ contracts, workforce }) => {
    const found: string[] = [];
    for (const { key } of await contracts.list()) {
      if ((await workforce.workers(key)).some(({ code }) => code === options.worker)) found.push(key);
    }
    return found;
  });
  const [only, ...others] = holders;
  if (only === undefined) {
    return refuse('not-found', {
      zh: `没有工号为 ${options.worker} 的人员。`,
      en: `There is no worker ${options.worker}.`,
    });
  }
  if (others.length === 0) return done(only);
  return refuse('invalid-input', {
    zh: `工号 ${options.worker} 见于多个合同（${holders.join('、')}），请加 --contract。`,
    en: `Worker ${options.worker} exists in several contracts (${holders.join(', ')}): add --contract.`,
  });
}
