import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { FeedAddress, FeedState } from '../../adapters/http/schemas/feeds.js';
import { request } from '../api/client.js';
import { useLanguage } from '../messages/language.js';
import { CopyButton } from '../shell/copy-button.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Refused } from '../shell/states.js';
import { SureButton } from '../shell/sure-button.js';
import { ClientInstructions } from './client-instructions.js';
import './feeds.css';

/** Issue, rotate, withdraw: the address itself is shown once, since only its fingerprint is kept. */
export function FeedDesk({
  contract,
  worker,
  state,
}: {
  readonly contract: string;
  readonly worker: string;
  readonly state: FeedState;
}) {
  const { m, instant } = useLanguage();
  const client = useQueryClient();
  const path = `/contracts/${contract}/workers/${worker}/feed`;
  const refresh = () => client.invalidateQueries({ queryKey: ['contract', contract, 'feed', worker] });
  const issue = useMutation({ mutationFn: () => request<FeedAddress>(path, { method: 'POST' }), onSuccess: refresh });
  const revoke = useMutation({
    mutationFn: () => request(path, { method: 'DELETE' }),
    onSuccess: async () => {
      issue.reset();
      await refresh();
    },
  });
  const box = useFocusKept<HTMLDivElement>('.feed-acts > button');
  return (
    <div className="stack" ref={box}>
      <div className="notice">{m.feeds.authority}</div>
      {state.isIssued ? (
        <dl className="facts">
          <div>
            <dt>{m.feeds.issuedAt}</dt>
            <dd>{state.issuedAt === null ? m.none : instant(state.issuedAt)}</dd>
          </div>
          <div>
            <dt>{m.feeds.lastFetch}</dt>
            <dd>{state.lastFetchedAt === null ? m.feeds.neverFetched : instant(state.lastFetchedAt)}</dd>
          </div>
          <div>
            <dt>{m.feeds.versionSeen}</dt>
            <dd>{m.feeds.seen(state.versionSeen, state.latestVersion)}</dd>
          </div>
        </dl>
      ) : null}
      {issue.data !== undefined ? (
        <Address address={issue.data} />
      ) : state.isIssued ? (
        <span className="small muted">{m.feeds.notShownAgain}</span>
      ) : null}
      <div className="row feed-acts">
        {state.isIssued ? (
          <>
            <SureButton
              action={m.feeds.rotate}
              title={m.feeds.rotateTitle}
              text={m.feeds.rotateText}
              isPending={issue.isPending}
              onConfirm={issue.mutate}
            />
            <SureButton
              isDanger
              action={m.feeds.revoke}
              title={m.feeds.revokeTitle}
              text={m.feeds.revokeText}
              isPending={revoke.isPending}
              onConfirm={revoke.mutate}
            />
          </>
        ) : (
          <Button
            type="primary"
            loading={issue.isPending}
            onClick={() => {
              issue.mutate();
            }}
          >
            {m.feeds.issue}
          </Button>
        )}
      </div>
      <Refused error={issue.error ?? revoke.error} />
      <ClientInstructions />
    </div>
  );
}

function Address({ address }: { readonly address: FeedAddress }) {
  const { m } = useLanguage();
  return (
    <section className="feed-address" aria-label={m.feeds.address}>
      <img
        className="feed-qr"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(address.qrSvg)}`}
        alt={m.feeds.qrAlt}
        width={148}
        height={148}
      />
      <div className="stack">
        <strong>{m.feeds.shownOnce}</strong>
        <span className="code" data-testid="feed-url">
          {address.url}
        </span>
        <div className="row">
          <Button type="primary" href={address.url.replace(/^https?:/u, 'webcal:')}>
            {m.feeds.subscribe}
          </Button>
          <CopyButton isSecond text={address.url} label={m.feeds.copy} />
        </div>
        <span className="small muted">{m.feeds.secret}</span>
      </div>
    </section>
  );
}
