import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeedInUse } from '../../adapters/http/schemas/feeds.js';
import { request } from '../api/client.js';
import { contractsQuery, feedsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Pages } from '../shell/fields.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Page, Sheet } from '../shell/page.js';
import { usePart } from '../shell/printing.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import { SureButton } from '../shell/sure-button.js';
import './administration.css';

const pageSize = 20;

/** Calendar addresses over all contracts: the administrator withdraws one and sees which have fallen behind. */
export function FeedsOverviewPage() {
  const { m } = useLanguage();
  const feeds = useQuery(feedsQuery);
  return (
    <Page title={m.feedsOverview.title} lead={m.feedsOverview.lead}>
      <Loaded query={feeds}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={m.feedsOverview.emptyTitle} text={m.feedsOverview.emptyText} />
          ) : (
            <Feeds feeds={list} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Feeds({ feeds }: { readonly feeds: readonly FeedInUse[] }) {
  const { m, local } = useLanguage();
  const client = useQueryClient();
  const [page, setPage] = useState(1);
  const part = usePart(feeds, { page, size: pageSize });
  const contracts = useQuery(contractsQuery).data ?? [];
  const nameOf = new Map(contracts.map(({ key, name }) => [key, local(name)]));
  const revoke = useMutation({
    mutationFn: ({ contract, worker }: FeedInUse) =>
      request(`/contracts/${contract}/workers/${worker}/feed`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: feedsQuery.queryKey }),
  });
  const box = useFocusKept<HTMLTableSectionElement>('tr');
  return (
    <>
      <Refused error={revoke.error} />
      <Sheet title={m.feedsOverview.count(feeds.length)} flush>
        <table className="plain stacked">
          <thead>
            <tr>
              <th>{m.accessLog.contract}</th>
              <th>{m.roster.code}</th>
              <th>{m.feeds.issuedAt}</th>
              <th>{m.feeds.lastFetch}</th>
              <th>{m.feeds.versionSeen}</th>
              <th>
                <span className="sr-only">{m.feeds.revoke}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={box}>
            {part.map((feed) => (
              <FeedRow
                key={`${feed.contract} ${feed.worker}`}
                feed={feed}
                contract={nameOf.get(feed.contract) ?? feed.contract}
                revoke={() => {
                  revoke.mutate(feed);
                }}
              />
            ))}
          </tbody>
        </table>
      </Sheet>
      <Pages current={page} pageSize={pageSize} total={feeds.length} onChange={setPage} />
    </>
  );
}

function FeedRow(props: { readonly feed: FeedInUse; readonly contract: string; readonly revoke: () => void }) {
  const { m, instant } = useLanguage();
  const { worker, issuedAt, lastFetchedAt, versionSeen, latestVersion } = props.feed;
  return (
    <tr>
      <td>{props.contract}</td>
      <td data-label={m.roster.code} className="figure">
        {worker}
      </td>
      <td data-label={m.feeds.issuedAt} className="figure">
        {instant(issuedAt)}
      </td>
      <td data-label={m.feeds.lastFetch} className="figure">
        {lastFetchedAt === null ? <span className="muted">{m.feeds.neverFetched}</span> : instant(lastFetchedAt)}
      </td>
      <td data-label={m.feeds.versionSeen}>
        {(versionSeen ?? 0) < latestVersion ? (
          <span className="badge caution">{m.feeds.behind(versionSeen, latestVersion)}</span>
        ) : (
          m.feeds.seen(versionSeen, latestVersion)
        )}
      </td>
      <td className="numeric">
        <SureButton
          isSmall
          action={m.feeds.revoke}
          label={m.feedsOverview.revokeOf(props.contract, worker)}
          title={m.feeds.revokeTitle}
          text={m.feeds.revokeText}
          onConfirm={props.revoke}
        />
      </td>
    </tr>
  );
}
