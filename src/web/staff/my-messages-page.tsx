import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Message } from '../../adapters/http/schemas/messages.js';
import { myMessagesQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { addressOf, type PlaceName } from '../shell/navigation.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { useReading } from './unread.js';
import './staff.css';

export function MyMessagesPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const messages = useQuery(myMessagesQuery(contract));
  return (
    <Page title={m.mine.messagesTitle}>
      <Loaded query={messages}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={m.mine.noMessageTitle} text={m.mine.noMessageText} />
          ) : (
            <Messages key={contract} contract={contract} list={list} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** Where what a message tells can be seen or answered. */
const subjects = {
  'roster-published': 'myShifts',
  'leave-decided': 'myLeave',
  'shift-swap': 'mySwaps',
} as const satisfies Record<Message['kind'], PlaceName>;

function Messages({ contract, list }: { readonly contract: string; readonly list: readonly Message[] }) {
  const { m, local, instant } = useLanguage();
  // Read by being shown; what was new on this visit stays marked until the page is left.
  const [readBefore] = useState(() => new Set(list.filter(({ readAt }) => readAt !== null).map(({ id }) => id)));
  useReading(contract, list);
  return (
    <ul className="my-messages">
      {list.map((one) => {
        const isNew = !readBefore.has(one.id);
        return (
          <li key={one.id} className={isNew ? 'sheet is-new' : 'sheet'}>
            <div className="row">
              <b>{local(one.title)}</b>
              {isNew ? <span className="badge accent">{m.mine.newMessage}</span> : null}
              <span className="muted small figure my-message-time">{instant(one.createdAt)}</span>
            </div>
            <ul className="my-message-lines">
              {local(one.body)
                .split('\n')
                .map((line) => (
                  <li key={line}>{line}</li>
                ))}
            </ul>
            <Link to={addressOf(contract, subjects[one.kind])}>{m.mine.toSubject[one.kind]}</Link>
          </li>
        );
      })}
    </ul>
  );
}
