import { rosterInForce } from '../../domain/rostering/in-force.js';
import {
  wishOutcome,
  wishRecords,
  type ShiftWish,
  type WishOutcome,
  type WishRecord,
} from '../../domain/rostering/shift-wish.js';
import type { DateRange, Repositories } from '../ports/index.js';

export interface WishView {
  readonly wishes: readonly (ShiftWish & { readonly outcome: WishOutcome })[];
  /** Person by person, whose wishes were refused most often first. */
  readonly records: readonly WishRecord[];
}

/** The wishes for the days of a range, each with what the published roster made of it. */
export async function viewWishes(
  { wishes, rosters }: Repositories,
  contract: string,
  range: DateRange,
): Promise<WishView> {
  const asked = await wishes.list(contract, range);
  const published = asked.length === 0 ? [] : await rosters.published(contract, range);
  const judged = asked.map((wish) => ({
    ...wish,
    outcome: wishOutcome(wish, rosterInForce(published, wish.date)?.assignments),
  }));
  return { wishes: judged, records: wishRecords(judged) };
}
