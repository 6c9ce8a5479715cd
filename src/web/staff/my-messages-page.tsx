import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { myMessagesQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import './staff.css';

export function MyMessagesPage() {
  const { m, local, instant } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const messages = useQuery(myMessagesQuery(contract));
  return (
    <Page title={m.mine.messagesTitle}>
      <Loaded query={messages}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={m.mine.noMessageTitle} text={m.mine.noMessageText} />
          ) : (
            <ul className="my-messages">
              {list.map((one) => (
                <li key={one.id} className="sheet">
                  <div className="row">
                    <b>{local(one.title)}</b>
                    <span className="muted small figure">{instant(one.createdAt)}</span>
                  </div>
                  <p>{local(one.body)}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
