import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { renderedFeed, type RenderFeed } from './feed-rendering.js';
import { unknownWorker } from './issue-feed-address.js';

/**
 * A worker's feed by name instead of by secret: the same bytes as their address serves, for the command line
 * and for the page of a signed-in person. The caller checks the grant.
 * @returns refusal `not-found` when the contract has no such worker
 */
export async function workerFeed(
  context: Context,
  { contract, worker }: { readonly contract: string; readonly worker: string },
  render: RenderFeed,
): Promise<Result<{ ics: string }>> {
  return context.unitOfWork.read(async ({ workforce, feeds }) => {
    const workers = await workforce.workers(contract);
    if (!workers.some(({ code }) => code === worker)) return unknownWorker(worker);
    const events = await feeds.events(contract, worker);
    const today = context.clock.today();
    const { ics } = renderedFeed({ worker, events, today, createdAt: context.clock.now() }, render);
    return done({ ics });
  });
}
