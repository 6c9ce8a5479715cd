import type { CivilDate } from '../../../shared/civil-date.js';
import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import { deductionsOn } from '../../contract/in-force.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import { amountOn, type AmountBase } from './amount-base.js';
import { deductionReading } from '../readings/deduction-reading.js';
import { compareText } from '../vacancy/attended-time.js';
import { claimLines, type ClaimLine, type Payment } from './claim-lines.js';
import { bearingInstalment } from '../deductions/bearer.js';
import type { InterpretationChoice } from '../readings/interpretation.js';
import type { JournalEntry } from '../journal/journal.js';
import type { DeductionLine } from '../deductions/deduction-line.js';
import { isDeduction } from '../journal/ledger-line.js';
import type { LineHistory } from '../journal/line-history.js';
import { deductionHistories } from '../journal/posting.js';
import type { VacancyInForce } from '../vacancy/vacancy-in-force.js';
import type { VacancyLine } from '../vacancy/vacancy-line.js';
import { present } from '../../../shared/assert.js';
import {
  readPayment,
  readSettlement,
  type BorneLine,
  type PaymentRecord,
  type SettlementRecord,
} from './settlement-record.js';

/** A condition of an instalment that has come true, with what shows it. `condition` counts from 0 as in the contract. */
export interface ConditionMet {
  readonly contract: string;
  readonly instalment: string;
  readonly condition: number;
  readonly metOn: CivilDate;
  readonly document: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/** 发票: claimed for one instalment. */
export interface Invoice {
  readonly contract: string;
  readonly number: string;
  readonly instalment: string;
  readonly amountFen: Fen;
  readonly issuedOn: CivilDate;
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** 作废 or 红冲: why; null while it stands. */
  readonly cancellation: { readonly note: string; readonly by: string; readonly at: string } | null;
}

export interface InstalmentState {
  readonly key: string;
  /** The contract's sum, and for the last unsettled one the difference of a later version of the total (M24). */
  readonly feeFen: Fen;
  readonly adjustmentFen: Fen;
  readonly base: { readonly amountFen: Fen; readonly document: string };
  /** The entry that settled it; null while what follows is a projection from what is agreed today. */
  readonly settled: { readonly entry: JournalEntry; readonly record: SettlementRecord } | null;
  readonly lines: readonly BorneLine[];
  readonly deductedFen: Fen;
  readonly netFen: Fen;
  readonly payments: readonly Payment[];
  readonly paidFen: Fen;
}

/** Settled, and nothing of it outstanding. */
export function isPaid({ settled, netFen, paidFen }: InstalmentState): boolean {
  return settled !== null && paidFen >= netFen;
}

export interface ContractSettlement {
  readonly instalments: readonly InstalmentState[];
  /** Agreed deductions that no instalment has room for: a debt of the contractor (Anding 第三条3.3, M23), oldest first. */
  readonly debt: readonly ClaimLine[];
  readonly debtFen: Fen;
  /** What the contractor paid of it in cash. */
  readonly debtPaidFen: Fen;
  /** Proposed or disputed deductions, which no instalment bears yet. */
  readonly pendingFen: Fen;
  /** Agreed damages of the client, a claim of their own, and what the client paid of them. */
  readonly damages: readonly ClaimLine[];
  readonly damagesFen: Fen;
  readonly damagesPaidFen: Fen;
  /** The lines in force by id, so that what an instalment bears can be shown. */
  readonly lines: ReadonlyMap<string, BearableLine>;
}

export interface SettlementInput {
  readonly contract: ServiceContract;
  readonly bases: readonly AmountBase[];
  readonly vacancies: readonly VacancyInForce[];
  /** Of deductions, settlements and payments, with what answers them and takes them back. */
  readonly otherEntries: readonly JournalEntry[];
  /** The register as both parties agreed on it. */
  readonly choices: readonly InterpretationChoice[];
  /** The total in force on this day sizes what isn't settled. */
  readonly today: CivilDate;
}

/**
 * Which instalment bears what. Settled ones stand as recorded. An agreed deduction goes to the instalment that its rule
 * names, or to the next unsettled one when it names none (V21) or is settled already; what an instalment has no room for
 * goes on to the next, and what is left after the last is a debt.
 */
export function settlementOf({
  contract,
  bases,
  vacancies,
  otherEntries,
  choices,
  today,
}: SettlementInput): ContractSettlement {
  const reversed = new Set(otherEntries.flatMap(({ reverses }) => reverses ?? []));
  const standing = otherEntries.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
  const settled = standing.flatMap((entry) =>
    entry.reason === 'settlement' ? [{ entry, record: readSettlement(entry.subject) }] : [],
  );
  const payments = standing.flatMap((entry) =>
    entry.reason === 'payment'
      ? [{ entry, record: readPayment(entry.subject), amountFen: fen(Number(entry.postings[0]?.quantity ?? 0)) }]
      : [],
  );
  const deductions = deductionHistories(otherEntries).filter(({ open }) => open !== null);
  const byContractor = [...vacancies.map(standingVacancy), ...deductions.map(standingDeduction)]
    .filter(({ debtor }) => debtor === 'contractor')
    .sort((a, b) => a.since - b.since);
  const agreed = byContractor.filter(({ isAgreed }) => isAgreed).map(({ line }) => line);
  const pending = byContractor.filter(({ isAgreed }) => !isAgreed).map(({ line }) => line);
  const damages = deductions.filter(({ line, phase }) => line.debtor === 'client' && phase === 'agreed');

  const left = remainders(agreed, settled, (line) => bearerOf(line, { contract, choices }));
  const total = amountOn(contract, bases, today);
  const last = contract.instalments.findLast(({ key }) => !settled.some(({ record }) => record.instalment === key));
  const settledAdjustments = sumFen(settled.map(({ record }) => record.adjustmentFen));
  const instalments = contract.instalments.map(({ key, amountFen }, index): InstalmentState => {
    const own = payments.filter(({ record }) => record.purpose === 'instalment' && record.instalment === key);
    const paid = { payments: own, paidFen: sumFen(own.map((payment) => payment.amountFen)) };
    const done = settled.find(({ record }) => record.instalment === key);
    if (done !== undefined) {
      const { record } = done;
      const { feeFen, adjustmentFen, base, lines, deductedFen, netFen } = record;
      return { key, feeFen, adjustmentFen, base, settled: done, lines, deductedFen, netFen, ...paid };
    }
    const adjustmentFen = fen(key === last?.key ? total.amountFen - contract.amountFen - settledAdjustments : 0);
    const feeFen = fen(amountFen + adjustmentFen);
    const reached = new Set(contract.instalments.slice(0, index + 1).map((each) => each.key));
    const lines = taken(left, { feeFen, reached });
    const deductedFen = sumFen(lines.map((line) => line.amountFen));
    const netFen = fen(feeFen - deductedFen);
    return { key, feeFen, adjustmentFen, base: total, settled: null, lines, deductedFen, netFen, ...paid };
  });
  const lines = new Map([...byContractor, ...deductions].map(({ line }) => [line.id, line]));
  const oldestFirst = (a: BorneLine, b: BorneLine) =>
    compareText(lines.get(a.id)?.date ?? '', lines.get(b.id)?.date ?? '') || compareText(a.id, b.id);
  const claimed = (purpose: PaymentRecord['purpose'], claims: readonly BorneLine[]) =>
    claimLines(
      claims.filter(({ amountFen }) => amountFen !== 0).sort(oldestFirst),
      payments.filter(({ record }) => record.purpose === purpose),
    );
  const debt = claimed(
    'debt',
    [...left.values()].map(({ line, amountFen }) => ({ id: line.id, amountFen: fen(amountFen) })),
  );
  const ofClient = claimed(
    'damages',
    damages.map(({ line }) => ({ id: line.id, amountFen: line.amountFen })),
  );
  const paidFor = (purpose: PaymentRecord['purpose']) =>
    sumFen(payments.filter(({ record }) => record.purpose === purpose).map(({ amountFen }) => amountFen));
  return {
    instalments,
    debt,
    debtFen: sumFen(debt.map(({ amountFen }) => amountFen)),
    debtPaidFen: paidFor('debt'),
    pendingFen: sumFen(pending.flatMap(({ amountFen }) => amountFen ?? [])),
    damages: ofClient,
    damagesFen: sumFen(ofClient.map(({ amountFen }) => amountFen)),
    damagesPaidFen: paidFor('damages'),
    lines,
  };
}

/** As much of a line in force as says who bears it and what it is. */
export type BearableLine = Pick<VacancyLine, 'id' | 'date' | 'post' | 'clause' | 'amountFen'> | DeductionLine;

interface StandingLine {
  readonly line: BearableLine;
  readonly debtor: DeductionLine['debtor'];
  readonly isAgreed: boolean;
  /** Sequence of its first posting. */
  readonly since: number;
}

function standingVacancy(line: VacancyInForce): StandingLine {
  return { line, debtor: 'contractor', isAgreed: line.isAgreed, since: line.since };
}

function standingDeduction({ line, phase, entries: [first] }: LineHistory<DeductionLine>): StandingLine {
  return { line, debtor: line.debtor, isAgreed: phase === 'agreed', since: present(first, line.id).sequence };
}

interface Remainder {
  readonly line: { readonly id: string; readonly instalment: string | null };
  amountFen: number;
}

/** Key of the instalment that bears a line, null for the next one: a deduction names it, a vacancy's is the register's. */
export function bearerOf(line: BearableLine, of: Pick<SettlementInput, 'contract' | 'choices'>): string | null {
  return isDeduction(line) ? line.instalment : vacancyBearer(line.date, of);
}

/** The instalment that bears the vacancies of a day, by the contract or else by the register in force on it (V21). */
export function vacancyBearer(
  date: CivilDate,
  { contract, choices }: Pick<SettlementInput, 'contract' | 'choices'>,
): string | null {
  const rule = deductionsOn(contract, date).find(({ family }) => family === 'perHeadcountDay');
  if (rule === undefined || !('bearer' in rule)) return null;
  // A register is dear to read for every line, and most contracts agree on nothing here.
  const isRead = choices.some(({ key }) => key === 'V21');
  const reading = isRead ? deductionReading(choices, date) : ({ bearer: 'next-then-final' } as const);
  return bearingInstalment(contract, rule.bearer, reading);
}

/** What of each agreed line no settled instalment has borne; negative where one bore more than now stands. */
function remainders(
  agreed: readonly BearableLine[],
  settled: readonly { readonly record: SettlementRecord }[],
  bearer: (line: BearableLine) => string | null,
): Map<string, Remainder> {
  const left = new Map<string, Remainder>();
  for (const line of agreed) {
    left.set(line.id, { line: { id: line.id, instalment: bearer(line) }, amountFen: line.amountFen ?? 0 });
  }
  for (const { id, amountFen } of settled.flatMap(({ record }) => record.lines)) {
    const before = left.get(id) ?? { line: { id, instalment: null }, amountFen: 0 };
    left.set(id, { ...before, amountFen: before.amountFen - amountFen });
  }
  return left;
}

/**
 * Whether a line is due by an instalment: its own, any before it, or none in particular. Instalments are walked in order,
 * so what an earlier one had no room for is still here.
 */
function isDue({ instalment }: Remainder['line'], { reached }: { readonly reached: ReadonlySet<string> }): boolean {
  return instalment === null || reached.has(instalment);
}

/** Takes out of the remainders what one instalment bears, up to its fee; refunds first, since they make room. */
function taken(
  left: Map<string, Remainder>,
  bearer: {
    readonly feeFen: Fen;
    /** This instalment and those before it. */
    readonly reached: ReadonlySet<string>;
  },
): BorneLine[] {
  const lines: BorneLine[] = [];
  let room = Math.max(0, bearer.feeFen);
  const due = [...left.values()]
    .filter(({ line, amountFen }) => amountFen !== 0 && isDue(line, bearer))
    .sort((a, b) => Math.sign(a.amountFen) - Math.sign(b.amountFen));
  for (const remainder of due) {
    const amountFen = fen(Math.min(remainder.amountFen, room));
    if (amountFen === 0) continue;
    remainder.amountFen -= amountFen;
    room -= amountFen;
    lines.push({ id: remainder.line.id, amountFen });
  }
  return lines;
}
