import { claimLines, type Payment } from '../../../src/domain/ledger/settlement/claim-lines.js';
import type { JournalEntry } from '../../../src/domain/ledger/journal/journal.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';

const payment = (id: string, amount: number): Payment => ({
  entry: { id } as JournalEntry,
  amountFen: fen(amount),
  record: { purpose: 'debt', instalment: null, paidOn: civilDate('2026-07-01'), document: `回单${id}` },
});
const line = (id: string, amount: number) => ({ id, amountFen: fen(amount) });
const shown = (lines: ReturnType<typeof claimLines>) =>
  lines.map(({ id, paidFen, payments }) => [
    id,
    Number(paidFen),
    payments.map(({ entry, amountFen }) => `${entry.id} ${amountFen}`),
  ]);

it('a payment goes to what fell due first, part by part', () => {
  const lines = [line('a', 100), line('b', 200), line('c', 50)];
  expect(shown(claimLines(lines, [payment('p1', 150), payment('p2', 170)]))).toEqual([
    ['a', 100, ['p1 100']],
    ['b', 200, ['p1 50', 'p2 150']],
    ['c', 20, ['p2 20']],
  ]);
});

it('what gives back takes no payment, and without payments nothing is paid', () => {
  expect(shown(claimLines([line('a', -30), line('b', 80)], [payment('p1', 50)]))).toEqual([
    ['a', 0, []],
    ['b', 50, ['p1 50']],
  ]);
  expect(shown(claimLines([line('a', 10)], []))).toEqual([['a', 0, []]]);
});
