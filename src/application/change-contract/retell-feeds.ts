import { feedRuleOn } from '../../domain/contract/in-force.js';
import { feedDescription } from '../../domain/rostering/feed-description.js';
import { retoldEvents } from '../../domain/rostering/feed-events.js';
import { standardFeedWindow } from '../../domain/rostering/feed-window.js';
import { assignmentsInForce } from '../../domain/rostering/in-force.js';
import { present } from '../../shared/assert.js';
import { addDays, type CivilDate } from '../../shared/civil-date.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';

const endOfTime = '9999-12-31' as CivilDate;

/** Brings the events that calendars hold already to what the contract lets them show from a day on. */
export async function retellFeeds(
  { clock }: Pick<Context, 'clock'>,
  { contracts, rosters, feeds }: Repositories,
  { contract: key, from }: { readonly contract: string; readonly from: CivilDate },
): Promise<void> {
  const contract = present(await contracts.find(key), `contract ${key}`);
  const oldest = addDays(clock.today(), -standardFeedWindow.daysBack);
  const first = from < oldest ? oldest : from;
  const events = await feeds.eventsOn(key, { from: first, to: endOfTime });
  const range = { from: first, to: events.at(-1)?.date ?? first };
  const retold = retoldEvents({
    events,
    assignments: assignmentsInForce(await rosters.published(key, range), range),
    describe: feedDescription(contract),
    showsLocation: (date) => feedRuleOn(contract, date)?.showsLocation !== false,
    at: clock.now(),
  });
  await feeds.saveEvents(key, retold);
}
