import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Leave } from '../../adapters/http/schemas/workforce.js';
import { addDays } from '../../shared/civil-date.js';
import { leaveQuery, workersQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Pages } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { Decision } from './decision.js';
import { LeavePrice } from './leave-price.js';
import { LeaveStatus } from './my-leave-page.js';
import './requests.css';
import { SwapInbox } from './swap-inbox.js';
import { WishSheet } from './wish-sheet.js';

/** What waits for the manager's answer, each with its price, and what was answered lately. */
export function LeaveInboxPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const range = { from: addDays(today(), -30), to: addDays(today(), 300) };
  const leave = useQuery(leaveQuery(contract, range));
  const workers = useQuery(workersQuery(contract));
  const nameOf = (code: string) => workers.data?.find((one) => one.code === code)?.name ?? code;
  return (
    <Page title={m.requests.inboxTitle} lead={m.requests.inboxLead}>
      <Loaded query={leave}>
        {(list) => {
          const waiting = list.filter(({ status }) => status === 'requested');
          const decided = list.filter(({ status, to }) => status !== 'requested' && to >= today());
          return (
            <>
              <Sheet title={m.requests.waiting(waiting.length)}>
                {waiting.length === 0 ? (
                  <Empty title={m.requests.nothingTitle} text={m.requests.nothingText} />
                ) : (
                  <ul className="leave-list">
                    {waiting.map((one) => (
                      <Asked key={one.worker + one.from} contract={contract} leave={one} name={nameOf(one.worker)} />
                    ))}
                  </ul>
                )}
              </Sheet>
              <SwapInbox contract={contract} />
              <WishSheet contract={contract} nameOf={nameOf} />
              <Decided leave={decided} nameOf={nameOf} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const shownDecisions = 20;

function Decided({ leave, nameOf }: { readonly leave: readonly Leave[]; readonly nameOf: (worker: string) => string }) {
  const { m } = useLanguage();
  const [page, setPage] = useState(1);
  if (leave.length === 0) return null;
  return (
    <Sheet title={m.requests.decided} flush>
      <table className="plain stacked">
        <thead>
          <tr>
            <th>{m.requests.who}</th>
            <th>{m.requests.kind}</th>
            <th>{m.requests.days}</th>
            <th>{m.requests.status}</th>
          </tr>
        </thead>
        <tbody>
          {leave.slice((page - 1) * shownDecisions, page * shownDecisions).map((one) => (
            <tr key={one.worker + one.from}>
              <td>{`${nameOf(one.worker)} ${one.worker}`}</td>
              <td data-label={m.requests.kind}>{m.requests.kinds[one.kind]}</td>
              <td data-label={m.requests.days} className="figure">
                {m.range(one.from, one.to)}
              </td>
              <td data-label={m.requests.status}>
                <LeaveStatus status={one.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages current={page} pageSize={shownDecisions} total={leave.length} onChange={setPage} />
    </Sheet>
  );
}

function Asked({ contract, leave, name }: { readonly contract: string; readonly leave: Leave; readonly name: string }) {
  const { m, fullDate } = useLanguage();
  const [isPriced, setPriced] = useState(false);
  return (
    <li className="leave-asked">
      <div>
        <b>{name}</b> <span className="muted small">{leave.worker}</span> {m.requests.kinds[leave.kind]}
        <div className="muted">{m.range(fullDate(leave.from), fullDate(leave.to))}</div>
      </div>
      {isPriced ? (
        <LeavePrice contract={contract} leave={leave} />
      ) : (
        <div>
          <Button
            size="small"
            onClick={() => {
              setPriced(true);
            }}
          >
            {m.requests.price}
          </Button>
        </div>
      )}
      <Decision contract={contract} path={`workers/${leave.worker}/leave/${leave.from}/decision`} words={m.requests} />
    </li>
  );
}
