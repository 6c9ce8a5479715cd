import { useQueries, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { FeedState } from '../../adapters/http/schemas/feeds.js';
import type { Person } from '../../adapters/http/schemas/workforce.js';
import { feedQuery, workersQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { matches } from '../roster/worker-model.js';
import { Pages, SearchField } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { FeedDialog } from './feed-dialog.js';
import './feeds.css';

const pageSize = 20;

/** Each person's calendar address: whether it is issued, when it was last fetched, which version it has seen. */
export function FeedsPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const workers = useQuery(workersQuery(contract));
  return (
    <Page title={m.feeds.title} lead={m.feeds.lead}>
      <Loaded query={workers}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={m.feeds.nobodyTitle} text={m.feeds.nobodyText} />
          ) : (
            <Team contract={contract} workers={list} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Team({ contract, workers }: { readonly contract: string; readonly workers: readonly Person[] }) {
  const { m } = useLanguage();
  const [wanted, setWanted] = useState('');
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<Person | null>(null);
  const found = workers.filter((worker) => matches(worker, wanted.trim()));
  // Only the people in sight are asked for: each state is its own record.
  const shown = found.slice((page - 1) * pageSize, page * pageSize);
  const states = useQueries({ queries: shown.map((worker) => feedQuery(contract, worker.code)) });
  return (
    <>
      <div className="grid-tools">
        <SearchField
          label={m.roster.searchWorker}
          value={wanted}
          onChange={(text) => {
            setWanted(text);
            setPage(1);
          }}
        />
        <span className="muted small" role="status">
          {m.roster.workerCount(found.length, workers.length)}
        </span>
      </div>
      <Sheet title={m.feeds.addresses} flush>
        <table className="plain stacked feeds-table">
          <thead>
            <tr>
              <th>{m.roster.worker}</th>
              <th>{m.feeds.state}</th>
              <th>{m.feeds.lastFetch}</th>
              <th>{m.feeds.versionSeen}</th>
              <th>
                <span className="sr-only">{m.feeds.manage}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((worker, index) => (
              <FeedRow
                key={worker.code}
                worker={worker}
                state={states[index]?.data}
                open={() => {
                  setOpened(worker);
                }}
              />
            ))}
          </tbody>
        </table>
      </Sheet>
      <Pages current={page} pageSize={pageSize} total={found.length} onChange={setPage} />
      {opened === null ? null : (
        <FeedDialog
          contract={contract}
          worker={opened}
          close={() => {
            setOpened(null);
          }}
        />
      )}
    </>
  );
}

function FeedRow({
  worker,
  state,
  open,
}: {
  readonly worker: Person;
  readonly state: FeedState | undefined;
  readonly open: () => void;
}) {
  const { m, instant } = useLanguage();
  const isBehind = state?.isIssued === true && (state.versionSeen ?? 0) < state.latestVersion;
  return (
    <tr>
      <td>
        {worker.name ?? worker.code} <span className="muted small">{worker.code}</span>
      </td>
      <td data-label={m.feeds.state}>
        {state === undefined ? (
          ''
        ) : state.isIssued ? (
          <span className="badge ok">{m.feeds.issued}</span>
        ) : (
          <span className="badge">{m.feeds.notIssued}</span>
        )}
      </td>
      <td data-label={m.feeds.lastFetch} className="figure">
        {state?.isIssued !== true ? null : state.lastFetchedAt === null ? (
          <span className="muted">{m.feeds.neverFetched}</span>
        ) : (
          instant(state.lastFetchedAt)
        )}
      </td>
      <td data-label={m.feeds.versionSeen}>
        {state?.isIssued !== true ? null : isBehind ? (
          <span className="badge caution">{m.feeds.behind(state.versionSeen, state.latestVersion)}</span>
        ) : (
          m.roster.version(state.latestVersion)
        )}
      </td>
      <td className="numeric">
        <Button size="small" onClick={open} aria-label={m.feeds.manageOf(worker.name ?? worker.code)}>
          {m.feeds.manage}
        </Button>
      </td>
    </tr>
  );
}
