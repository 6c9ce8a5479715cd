import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { feedQuery } from '../api/queries.js';
import { FeedDesk } from '../feeds/feed-desk.js';
import { useLanguage } from '../messages/language.js';
import { useOwnWorker } from '../session/session.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';

export function MyCalendarPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const worker = useOwnWorker(contract);
  return (
    <Page title={m.mine.calendarTitle} lead={m.mine.calendarLead}>
      {worker === null ? (
        <Empty title={m.mine.notTiedTitle} text={m.mine.notTiedText} />
      ) : (
        <MyFeed contract={contract} worker={worker} />
      )}
    </Page>
  );
}

function MyFeed({ contract, worker }: { readonly contract: string; readonly worker: string }) {
  const state = useQuery(feedQuery(contract, worker));
  return (
    <div className="sheet sheet-body">
      <Loaded query={state}>{(data) => <FeedDesk contract={contract} worker={worker} state={data} />}</Loaded>
    </div>
  );
}
