import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Leave } from '../../adapters/http/schemas/workforce.js';
import { addDays } from '../../shared/civil-date.js';
import { leavePriceQuery, leaveQuery, workersQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Pages } from '../shell/fields.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Page, Sheet } from '../shell/page.js';
import { usePart } from '../shell/printing.js';
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
                <Waiting contract={contract} list={waiting} nameOf={nameOf} />
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

function Waiting(props: {
  readonly contract: string;
  readonly list: readonly Leave[];
  readonly nameOf: (worker: string) => string;
}) {
  const { m } = useLanguage();
  const { list, ...asked } = props;
  const box = useFocusKept<HTMLUListElement>('li');
  if (list.length === 0) return <Empty title={m.requests.nothingTitle} text={m.requests.nothingText} />;
  return (
    <ul className="leave-list" ref={box}>
      {list.map((one) => (
        <Asked key={one.worker + one.from} {...asked} leave={one} />
      ))}
    </ul>
  );
}

const shownDecisions = 20;

function Decided({ leave, nameOf }: { readonly leave: readonly Leave[]; readonly nameOf: (worker: string) => string }) {
  const { m } = useLanguage();
  const [page, setPage] = useState(1);
  const part = usePart(leave, { page, size: shownDecisions });
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
          {part.map((one) => (
            <tr key={one.worker + one.from}>
              <td>{`${nameOf(one.worker)} ${one.worker}`}</td>
              <td data-label={m.requests.kind}>{m.requests.kinds[one.kind]}</td>
              <td data-label={m.requests.days} className="figure">
                {one.from === one.to ? one.from : m.range(one.from, one.to)}
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

function Asked(props: {
  readonly contract: string;
  readonly leave: Leave;
  readonly nameOf: (worker: string) => string;
}) {
  const { contract, leave, nameOf } = props;
  const { m, fullDate } = useLanguage();
  const [isPriced, setPriced] = useState(false);
  return (
    <li className="leave-asked">
      <div>
        <b>{nameOf(leave.worker)}</b> <span className="muted small">{leave.worker}</span> {m.requests.kinds[leave.kind]}
        <div className="muted">
          {leave.from === leave.to ? fullDate(leave.from) : m.range(fullDate(leave.from), fullDate(leave.to))}
        </div>
      </div>
      {isPriced ? (
        <LeavePrice contract={contract} leave={leave} nameOf={nameOf} />
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
      <Decision
        contract={contract}
        path={`workers/${leave.worker}/leave/${leave.from}/decision`}
        effect={leavePriceQuery(contract, leave).queryKey}
        words={m.requests}
      />
    </li>
  );
}
