import type { CivilMonth } from '../../../shared/civil-date.js';
import { monthOf } from '../../../shared/civil-date.js';
import type { LocalText } from '../../../shared/text.js';
import { balances, deductionAccounts, lineAccounts, type Balance } from './balances.js';
import { chainStart, entryHash } from './journal-hash.js';
import type { Account, JournalEntry, JournalHead, PeriodSeal, ReasonCode } from './journal.js';
import { accountsOf, isDeduction } from './ledger-line.js';
import { lineHistories } from './line-history.js';
import { hashOfInput } from './new-entry.js';
import { checkLateEntries } from './late-correction.js';
import { checkSettlements } from '../settlement/settlement-check.js';
import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import { groupBy } from '../../../shared/grouping.js';
import { headcountDays } from '../../../shared/headcount-days.js';

/** Everything that is wrong with a contract's journal, in words; empty when it holds. */
export function checkJournal(entries: readonly JournalEntry[], seals: readonly PeriodSeal[]): LocalText[] {
  const problems = [...checkChain(entries), ...entries.flatMap(checkPostings), ...checkReversals(entries)];
  // Totals can only be replayed from entries that hold.
  if (problems.length > 0) return problems;
  try {
    return [
      ...checkTotals(entries),
      ...checkSettlements(entries),
      ...checkSeals(entries, seals),
      ...checkLateEntries(entries, seals),
    ];
  } catch {
    return [
      {
        zh: '有分录的明细无法读取，余额不能重算。',
        en: 'The line of an entry can’t be read, so the balances can’t be replayed.',
      },
    ];
  }
}

/** The journal must end where it was last appended to: a chain whose last entries are gone is still a chain. */
export function checkHead(entries: readonly JournalEntry[], head: JournalHead | undefined): LocalText[] {
  const last = entries.at(-1);
  if (last?.sequence === head?.sequence && last?.hash === head?.hash) return [];
  const [kept, found] = [head?.sequence ?? 0, last?.sequence ?? 0];
  return [
    {
      zh: `台账应止于第 ${kept} 笔，现止于第 ${found} 笔或其内容不同：末尾的分录被删除、补插或改动，请从备份核对。`,
      en: `The journal ended with entry ${kept} and now ends with entry ${found} or another content: entries at its end were deleted, added or changed; compare a backup.`,
    },
  ];
}

function checkChain(entries: readonly JournalEntry[]): LocalText[] {
  const problems: LocalText[] = [];
  let previousHash = chainStart;
  for (const [index, entry] of entries.entries()) {
    const place = { zh: `第 ${entry.sequence} 笔`, en: `Entry ${entry.sequence}` };
    if (entry.sequence !== index + 1)
      problems.push({
        zh: `${place.zh}：序号不连续，应为 ${index + 1}。`,
        en: `${place.en}: the sequence has a gap, ${index + 1} was expected.`,
      });
    if (entry.previousHash !== previousHash)
      problems.push({
        zh: `${place.zh}：与前一笔的哈希不衔接。`,
        en: `${place.en}: it isn't linked to the entry before it.`,
      });
    if (entryHash(entry) !== entry.hash)
      problems.push({
        zh: `${place.zh}：内容与其哈希不符，可能被改动。`,
        en: `${place.en}: its content doesn't match its hash; it was changed.`,
      });
    if (hashOfInput(entry) !== entry.inputHash)
      problems.push({
        zh: `${place.zh}：内容与录入时的摘要不符。`,
        en: `${place.en}: its content doesn't match the digest of its input.`,
      });
    previousHash = entry.hash;
  }
  return problems;
}

/** Every posting moves a positive quantity between two accounts, so that each entry balances by form. */
function checkPostings({ sequence, postings }: JournalEntry): LocalText[] {
  const isSound = postings.every(
    ({ source, destination, asset, quantity }) =>
      source !== destination && (asset === 'CNY' ? /^[1-9]\d*$/u : /^[1-9]\d*(?:\/[1-9]\d*)?$/u).test(quantity),
  );
  if (isSound && postings.length > 0) return [];
  return [
    {
      zh: `第 ${sequence} 笔：分录不平衡或数量不是正数。`,
      en: `Entry ${sequence}: its postings don't balance or aren't positive.`,
    },
  ];
}

function checkReversals(entries: readonly JournalEntry[]): LocalText[] {
  const earlier = new Map<string, JournalEntry>();
  const reversed = new Set<string>();
  const problems: LocalText[] = [];
  for (const entry of entries) {
    const original = entry.reverses === null ? undefined : earlier.get(entry.reverses);
    const isProper =
      entry.reverses === null
        ? firstReasons.has(entry.reason)
        : original !== undefined &&
          !reversed.has(entry.reverses) &&
          original.reverses === null &&
          !firstReasons.has(entry.reason) &&
          swapped(original) === JSON.stringify(entry.postings);
    if (!isProper)
      problems.push({
        zh: `第 ${entry.sequence} 笔：冲销对象缺失、重复或与原分录不一致。`,
        en: `Entry ${entry.sequence}: what it reverses is missing, reversed already or different.`,
      });
    if (entry.reverses !== null) reversed.add(entry.reverses);
    earlier.set(entry.id, entry);
  }
  return problems;
}

/** Reasons of entries that reverse nothing. */
const firstReasons: ReadonlySet<ReasonCode> = new Set([
  'vacancy',
  'deduction',
  'agreed',
  'disputed',
  'settlement',
  'payment',
]);

function swapped({ postings }: JournalEntry): string {
  return JSON.stringify(
    postings.map(({ source, destination, asset, quantity }) => ({
      source: destination,
      destination: source,
      asset,
      quantity,
    })),
  );
}

/** The accounts, replayed from nothing, must say what the open lines say. */
export function checkTotals(entries: readonly JournalEntry[]): LocalText[] {
  const expected = new Map<Account, Balance>();
  for (const { open, line, answer } of lineHistories(entries).values()) {
    if (open === null) continue;
    const { units, money } = accountsOf(line, answer?.kind ?? 'proposed');
    const sign = isDeduction(line) && line.debtor === 'client' ? -1 : 1;
    add(expected, money, { fen: fen(sign * (line.amountFen ?? 0)), units: headcountDays(0) });
    if (!isDeduction(line)) add(expected, units, { fen: fen(0), units: line.units });
  }
  const accounts = balances(entries);
  return lineAccounts.flatMap((account) => {
    const [held, wanted] = [accounts.get(account) ?? nothing, expected.get(account) ?? nothing];
    return held.fen === wanted.fen && held.units.equals(wanted.units) ? [] : [accountDiffers(account)];
  });
}

const nothing: Balance = { fen: fen(0), units: headcountDays(0) };

function add(accounts: Map<Account, Balance>, account: Account, more: Balance): void {
  const before = accounts.get(account) ?? nothing;
  accounts.set(account, { fen: fen(before.fen + more.fen), units: before.units.add(more.units) });
}

function accountDiffers(account: Account): LocalText {
  return {
    zh: `账户 ${account} 的余额与在册明细之和不符。`,
    en: `The balance of ${account} differs from the sum of its open lines.`,
  };
}

function checkSeals(entries: readonly JournalEntry[], seals: readonly PeriodSeal[]): LocalText[] {
  const byMonth = groupBy(entries, ({ effectiveDate }) => monthOf(effectiveDate));
  return seals.flatMap((seal) => {
    const ofMonth = byMonth.get(seal.month) ?? [];
    const sealed = monthTotal(
      ofMonth.filter(({ sequence }) => sequence <= seal.lastSequence),
      seal.month,
    );
    const now = monthTotal(ofMonth, seal.month);
    if (sealed === seal.amountFen && now === seal.amountFen) return [];
    return [
      {
        zh: `${seal.month} 已封账合计与分录重算不符。`,
        en: `The sealed total of ${seal.month} differs from its entries.`,
      },
    ];
  });
}

/** Deductions of a month in force, whatever was answered to them, in fen. */
export function monthTotal(entries: readonly JournalEntry[], month: CivilMonth): Fen {
  const accounts = balances(entries.filter(({ effectiveDate }) => monthOf(effectiveDate) === month));
  return sumFen(deductionAccounts.map((account) => (accounts.get(account) ?? nothing).fen));
}
