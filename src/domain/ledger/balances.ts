import { fen, type Fen } from '../../shared/fen.js';
import { headcountDays, parseHeadcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import { lineStandings, type Account, type JournalEntry, type LineStanding } from './journal.js';

export interface Balance {
  readonly fen: Fen;
  readonly units: HeadcountDays;
}

/** Balances are projections: every account from the postings alone, what came in less what went out. */
export function balances(entries: readonly Pick<JournalEntry, 'postings'>[]): ReadonlyMap<Account, Balance> {
  const accounts = new Map<Account, Balance>();
  const move = (account: Account, asset: 'CNY' | 'HCD', quantity: HeadcountDays) => {
    const before = accounts.get(account) ?? { fen: fen(0), units: headcountDays(0) };
    accounts.set(
      account,
      asset === 'CNY'
        ? { ...before, fen: fen(before.fen + quantity.valueOf()) }
        : { ...before, units: before.units.add(quantity) },
    );
  };
  for (const { source, destination, asset, quantity } of entries.flatMap(({ postings }) => postings)) {
    move(source, asset, parseHeadcountDays(quantity).neg());
    move(destination, asset, parseHeadcountDays(quantity));
  }
  return accounts;
}

/** Where the money and the units of vacancy lines stand. */
export function vacancyBalances(
  entries: readonly Pick<JournalEntry, 'postings'>[],
): ReadonlyMap<LineStanding, Balance> {
  const accounts = balances(entries);
  return new Map(
    lineStandings.map((standing) => [
      standing,
      {
        fen: accounts.get(`reductions:vacancy:${standing}`)?.fen ?? fen(0),
        units: accounts.get(`units:vacancy:${standing}`)?.units ?? headcountDays(0),
      },
    ]),
  );
}
