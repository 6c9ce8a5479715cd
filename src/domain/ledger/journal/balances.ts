import { fen, type Fen } from '../../../shared/fen.js';
import { headcountDays, parseHeadcountDays, type HeadcountDays } from '../../../shared/headcount-days.js';
import { incidentStandings, lineStandings, type Account, type JournalEntry, type Posting } from './journal.js';

export interface Balance {
  readonly fen: Fen;
  readonly units: HeadcountDays;
}

/** Balances are projections: every account from the postings alone, what came in less what went out. */
export function balances(entries: readonly Pick<JournalEntry, 'postings'>[]): ReadonlyMap<Account, Balance> {
  const accounts = new Map<Account, Balance>();
  const move = (account: Account, { asset, quantity }: Posting, sign: 1 | -1) => {
    const before = accounts.get(account) ?? { fen: fen(0), units: headcountDays(0) };
    accounts.set(
      account,
      asset === 'CNY'
        ? { ...before, fen: fen(before.fen + sign * Number(quantity)) }
        : { ...before, units: before.units.add(parseHeadcountDays(quantity).mul(sign)) },
    );
  };
  for (const posting of entries.flatMap(({ postings }) => postings)) {
    move(posting.source, posting, -1);
    move(posting.destination, posting, 1);
  }
  return accounts;
}

/** Accounts of deductions that the contractor bears; their sum is what a month's seal vouches for. */
export const deductionAccounts: readonly Account[] = [
  ...lineStandings.map((standing) => `reductions:vacancy:${standing}` as const),
  ...incidentStandings.map((standing) => `fines:${standing}` as const),
];

/** Every account that lines move through. */
export const lineAccounts: readonly Account[] = [
  ...deductionAccounts,
  ...lineStandings.map((standing) => `units:vacancy:${standing}` as const),
  ...incidentStandings.map((standing) => `damages:${standing}` as const),
];
