import { readFixtures } from '../../src/adapters/system/fixtures.js';
import { serviceCalendar } from '../../src/domain/calendar/calendar.js';
import { deductionLines } from '../../src/domain/ledger/deductions/deduction-lines.js';
import type { InterpretationChoice } from '../../src/domain/ledger/readings/interpretation.js';
import type { AmountBase } from '../../src/domain/ledger/settlement/amount-base.js';
import type { DeductionLine } from '../../src/domain/ledger/deductions/deduction-line.js';
import type { Incident, IncidentFacts } from '../../src/domain/ledger/deductions/incident.js';
import type { JournalEntry, NewJournalEntry } from '../../src/domain/ledger/journal/journal.js';
import { answerEntry } from '../../src/domain/ledger/journal/line-answer.js';
import { lineEntry } from '../../src/domain/ledger/journal/posting.js';
import { settlementOf, type ContractSettlement } from '../../src/domain/ledger/settlement/settlement.js';
import { settlementEntry } from '../../src/domain/ledger/settlement/settlement-record.js';
import { present } from '../../src/shared/assert.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { fen, sumFen, yuanDecimal } from '../../src/shared/fen.js';

/** Clauses with money are worked out from the contract files themselves. */
const { contracts, notices } = readFixtures();
/** With every notice of the State Council on file; days beyond them are provisional. */
export const knownCalendar = serviceCalendar({ notices, overrides: [] });
export function contractOf(key: string) {
  return present(
    contracts.find((each) => each.key === key),
    key,
  );
}

export interface Happening {
  readonly rule: string;
  readonly date: string;
  readonly facts: IncidentFacts;
}

interface Under {
  readonly bases?: readonly AmountBase[];
  readonly choices?: readonly InterpretationChoice[];
  /** Vacancy reductions in force, by line. */
  readonly vacancies?: Readonly<Record<string, number>>;
}

export function linesOf(
  key: string,
  happenings: readonly Happening[],
  { bases = [], choices = [], vacancies = {} }: Under = {},
): DeductionLine[] {
  const contract = contractOf(key);
  const incidents = happenings.map(({ rule, date, facts }, index): Incident => ({
    contract: key,
    id: `i${index}`,
    rule,
    date: civilDate(date),
    facts,
    evidence: '记录',
    document: '通知',
    recordedBy: 'finance',
    recordedAt: `2026-01-01T00:00:${String(index).padStart(2, '0')}.000Z`,
    revocation: null,
  }));
  return deductionLines({
    contract,
    term: contract.term,
    bases,
    incidents,
    choices,
    seals: [],
    vacancyFenUntil: () => sumFen(Object.values(vacancies).map(fen)),
    vacancyFenOf: (line) => fen(vacancies[line] ?? 0),
  });
}
export const amounts = (lines: readonly DeductionLine[]) => lines.map(({ amountFen }) => yuanDecimal(amountFen));
export const total = (lines: readonly DeductionLine[]) => yuanDecimal(sumFen(lines.map(({ amountFen }) => amountFen)));

export const agreedFrom = (from: string, ...readings: readonly (readonly [string, string])[]): InterpretationChoice[] =>
  readings.map(([key, option], index) => ({
    ...{ key, option, from: civilDate(from), version: index + 1 },
    ...{ document: '会议纪要', agreedAt: `${from}T00:00:00.000Z` },
  }));

/** What instalments bear once everything that happened is posted and agreed; those named were settled before, in full. */
export function settlementOfAgreed(
  key: string,
  happenings: readonly Happening[],
  { settled = [], ...under }: Under & { readonly settled?: readonly string[] } = {},
): ContractSettlement {
  const contract = contractOf(key);
  const entries: JournalEntry[] = [];
  const append = (entry: NewJournalEntry): JournalEntry => {
    const sequence = entries.length + 1;
    const kept = { ...entry, sequence, id: `e${sequence}`, recordedAt: '', previousHash: '', hash: '' };
    entries.push(kept);
    return kept;
  };
  const author = { contract: key, effectiveDate: contract.term.from, recordedBy: 'finance', generation: 0 };
  for (const { key: instalment, amountFen } of contract.instalments.filter((each) => settled.includes(each.key))) {
    const base = { amountFen: contract.amountFen, document: contract.amountClause };
    const sums = { feeFen: amountFen, adjustmentFen: fen(0), deductedFen: fen(0), netFen: amountFen };
    append(settlementEntry({ instalment, base, lines: [], document: '结算单', ...sums }, author));
  }
  for (const line of linesOf(key, happenings, under)) {
    const open = append(lineEntry(line, { generation: 0, recordedBy: 'finance' }));
    const agreed = { kind: 'agreed', by: 'client', note: '', document: null, recordedBy: 'client' } as const;
    append(answerEntry({ open, line, answerCount: 0 }, agreed));
  }
  const { bases = [], choices = [] } = under;
  return settlementOf({ contract, bases, vacancies: [], otherEntries: entries, choices, today: contract.term.to });
}
