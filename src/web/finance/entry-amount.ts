import type { JournalEntry } from '../../adapters/http/schemas/ledger.js';
import { fen, type Fen } from '../../shared/fen.js';

/**
 * What an entry comes to in money; null where it moves none. Of a settlement, which earns the fee and makes what is left
 * of it fall due, that is what falls due: both postings together would be nearly twice the fee.
 */
export function entryAmount(postings: JournalEntry['postings']): Fen | null {
  const money = postings.filter(({ asset }) => asset === 'CNY');
  if (money.length === 0) return null;
  const isSettlement = money.some((posting) => touches(posting, 'fees:earned'));
  const counted = isSettlement ? money.filter((posting) => touches(posting, 'client:due')) : money;
  return fen(counted.reduce((sum, { quantity }) => sum + Number(quantity), 0));
}

function touches({ source, destination }: JournalEntry['postings'][number], account: string): boolean {
  return source === account || destination === account;
}
