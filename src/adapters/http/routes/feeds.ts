import { issueFeedAddress } from '../../../application/feeds/issue-feed-address.js';
import { listFeeds } from '../../../application/feeds/list-feeds.js';
import { revokeFeed } from '../../../application/feeds/revoke-feed.js';
import { present } from '../../../shared/assert.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { z } from 'zod';
import { qrSvg } from '../qr-code.js';
import { json, nothingBack, route, type Standing } from '../route.js';
import { contractKey, workerCode } from '../schemas/common.js';
import { feedAddress, feedList, feedState } from '../schemas/feeds.js';

const workerPath = z.strictObject({ contract: contractKey, code: workerCode });
const path = '/contracts/:contract/workers/:code/feed';

export const feedRoutes = [
  route({
    method: 'get',
    path: '/feeds',
    access: ['feed.oversee'],
    summary: 'Calendar addresses in use over all contracts, people by code; never the secret',
    reply: json(feedList),
    accessLog: 'feed.list',
    async answer({ context }) {
      const feeds = await listFeeds(context);
      return feeds.ok ? done({ feeds: feeds.value }) : feeds;
    },
  }),
  route({
    method: 'get',
    path,
    access: ['feed.manage', 'feed.issueOwn'],
    summary: "Whether a worker's calendar address is in use and what it has seen; never the secret",
    params: workerPath,
    reply: json(feedState),
    async answer({ context, path: { contract, code }, standing }) {
      const refusal = notOneself(standing, code);
      if (refusal !== undefined) return refusal;
      return context.unitOfWork.read(async ({ feeds, rosters, workforce }) => {
        if (!(await workforce.workers(contract)).some((worker) => worker.code === code)) return unknownWorker;
        const token = (await feeds.tokens(contract)).find(
          ({ worker, revokedAt }) => worker === code && revokedAt === null,
        );
        return done({
          isIssued: token !== undefined,
          issuedAt: token?.createdAt ?? null,
          lastFetchedAt: token?.lastFetchedAt ?? null,
          versionSeen: token?.versionSeen ?? null,
          latestVersion: await rosters.latestVersion(contract),
        });
      });
    },
  }),
  route({
    method: 'post',
    path,
    access: ['feed.manage', 'feed.issueOwn'],
    summary: 'Give a worker a new calendar address; earlier ones stop working',
    params: workerPath,
    reply: json(feedAddress, 201),
    accessLog: 'feed.issue',
    async answer({ context, path: { contract, code }, standing, parts }) {
      const refusal = notOneself(standing, code);
      if (refusal !== undefined) return refusal;
      const issued = await issueFeedAddress(context, { contract, worker: code });
      if (!issued.ok) return issued;
      const url = `${parts.publicUrl}/calendar/${issued.value.secret}.ics`;
      return done({ url, qrSvg: await qrSvg(url) });
    },
  }),
  route({
    method: 'delete',
    path,
    access: ['feed.manage', 'feed.oversee', 'feed.issueOwn'],
    summary: "Withdraw a worker's calendar address",
    params: workerPath,
    reply: nothingBack,
    accessLog: 'feed.revoke',
    async answer({ context, path: { contract, code }, standing }) {
      const refusal = notOneself(standing, code);
      if (refusal !== undefined) return refusal;
      const revoked = await revokeFeed(context, { contract, worker: code });
      return revoked.ok ? done(null) : revoked;
    },
  }),
];

/** A member keeps their own feed only; a colleague's code looks like one that doesn't exist. */
function notOneself(standing: Standing | null, code: string): Result<never> | undefined {
  const { worker, may } = present(standing, 'standing');
  return worker !== code && !may('feed.manage') && !may('feed.oversee') ? unknownWorker : undefined;
}
const unknownWorker: Result<never> = refuse('not-found', {
  zh: '没有这名人员，或您无权查看其日历地址。',
  en: "There is no such worker, or their calendar address isn't yours to see.",
});
