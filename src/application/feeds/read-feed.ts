import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { renderedFeed, type RenderedFeed, type RenderFeed } from './feed-rendering.js';
import { feedSecretHash } from './feed-secret.js';

/**
 * The feed behind a secret address. Records when it was fetched and which published version the calendar has
 * now seen, so that a manager can tell "W017 still has version 3".
 * @returns refusal `not-found` for an unknown and for a revoked secret alike: a guess learns nothing
 */
export async function readFeed(
  context: Context,
  { secret }: { readonly secret: string },
  render: RenderFeed,
): Promise<Result<RenderedFeed>> {
  return context.unitOfWork.write(async ({ feeds, rosters }) => {
    const token = await feeds.findToken(feedSecretHash(secret));
    if (token === undefined || token.revokedAt !== null) {
      return refuse('not-found', {
        zh: '此日历地址不存在或已停用，请在“我的班次”中重新获取。',
        en: 'This calendar address does not exist or was withdrawn. Get a new one under “My shifts”.',
      });
    }
    const { contract, worker } = token;
    const events = await feeds.events(contract, worker);
    const feed = renderedFeed({ worker, events, today: context.clock.today(), createdAt: token.createdAt }, render);
    const version = await rosters.latestVersion(contract);
    await feeds.saveToken({
      ...token,
      lastFetchedAt: context.clock.now(),
      versionSeen: version === 0 ? null : version,
    });
    return done(feed);
  });
}
