import type { CivilDate, CivilMonth } from '../../shared/civil-date.js';
import type { Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { HolidayNotice, SiteOverride } from '../../domain/calendar/service-calendar.js';
import type { ContractChange } from '../../domain/contract/contract-change.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import type { Leave, Worker } from '../../domain/workforce/worker.js';
import type {
  FeedEvent,
  Roster,
  RosterDifference,
  RosterHeading,
  RosterStatus,
} from '../../domain/rostering/roster.js';
import type { RosterSeal } from '../../domain/rostering/roster-seal.js';
import type { ShiftSwap } from '../../domain/rostering/shift-swap.js';
import type { ShiftWish } from '../../domain/rostering/shift-wish.js';
import type { DayRecord } from '../../domain/attendance/day-record.js';
import type { PresenceMark } from '../../domain/attendance/presence-mark.js';
import type { Presence } from '../../domain/attendance/presence.js';
import type { Reading } from '../../domain/ledger/readings/reading.js';
import type { AmountBase } from '../../domain/ledger/settlement/amount-base.js';
import type { Incident } from '../../domain/ledger/deductions/incident.js';
import type { InputSeal } from '../../domain/ledger/journal/input-seal.js';
import type { ConditionMet, Invoice } from '../../domain/ledger/settlement/settlement.js';
import type { ApprovedRate } from '../../domain/ledger/vacancy/vacancy-line.js';
import type { ClientCount } from '../../domain/reconciliation/client-count.js';
import type { CountMapping } from '../../domain/reconciliation/count-columns.js';
import type { EvidenceFile } from '../../domain/reconciliation/evidence.js';
import type { Remark } from '../../domain/reconciliation/work.js';
import type { JournalEntry, JournalHead, NewJournalEntry, PeriodSeal } from '../../domain/ledger/journal/journal.js';
import type { WaitingMonth } from '../../domain/ledger/journal/waiting-month.js';
import type { VacancyInForce } from '../../domain/ledger/vacancy/vacancy-in-force.js';

/**
 * Storage as the use cases see it. Every method takes the contract (tenant) first; nothing crosses it.
 * A missing row is `undefined`, never an exception.
 */
export interface Repositories {
  readonly contracts: ContractRepository;
  readonly readings: ReadingRepository;
  readonly calendars: CalendarRepository;
  readonly workforce: WorkforceRepository;
  readonly rosters: RosterRepository;
  readonly feeds: FeedRepository;
  readonly attendance: AttendanceRepository;
  readonly ledger: LedgerRepository;
  readonly reconciliations: ReconciliationRepository;
  readonly settlements: SettlementRepository;
  readonly accounts: AccountRepository;
  readonly swaps: SwapRepository;
  readonly wishes: WishRepository;
  readonly outbox: OutboxRepository;
  readonly answers: AnswerRepository;
}

/**
 * One transaction at a time on SQLite (first in, first out), a real transaction on PostgreSQL.
 * A refusal (`ok: false`) or a throw rolls everything back. Work may be run again after a lost race on PostgreSQL, so it
 * has no effects besides its repositories; and it is short (no solving, no hashing of passwords), since others wait.
 */
export interface UnitOfWork {
  write<T>(work: (repositories: Repositories) => Promise<Result<T>>): Promise<Result<T>>;
  read<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}

export interface ContractRepository {
  /** With the changes that are in force today. */
  list(): Promise<ServiceContract[]>;
  find(contract: string, as?: ContractMoment): Promise<ServiceContract | undefined>;
  /** As it was entered, without later changes. */
  file(contract: string): Promise<ServiceContract | undefined>;
  save(contract: ServiceContract): Promise<void>;
  /** By number. */
  changes(contract: string): Promise<ContractChange[]>;
  addChange(change: ContractChange): Promise<void>;
  /** Decisions of people on what the contract leaves contradictory: `term` → confirmed dates and document. */
  confirmations(contract: string): Promise<Confirmation[]>;
  confirm(contract: string, confirmation: Confirmation): Promise<void>;
}
/** What of a contract's changes counts. Posts, windows and shifts carry their own days either way. */
export interface ContractMoment {
  /** The day on which the other parts are read; absent = today. */
  readonly on?: CivilDate;
  /** UTC instant: changes made later are left out. */
  readonly knownAt?: string | undefined;
}
export interface Confirmation {
  readonly key: string;
  readonly value: Readonly<Record<string, string>>;
  readonly document: string;
  readonly confirmedBy: string;
  readonly recordedAt: string;
}

/** 约定口径: what the parties proposed and agreed on; nothing is ever deleted. */
export interface ReadingRepository {
  /** By number. */
  list(contract: string): Promise<Reading[]>;
  /** Inserts, or replaces the reading of the same number. */
  save(reading: Reading): Promise<void>;
}

/** National notices are shared by all contracts; overrides belong to one. */
export interface CalendarRepository {
  notices(): Promise<HolidayNotice[]>;
  saveNotice(notice: HolidayNotice): Promise<void>;
  overrides(contract: string): Promise<SiteOverride[]>;
  saveOverride(contract: string, override: SiteOverride): Promise<void>;
}

export interface WorkforceRepository {
  workers(contract: string): Promise<Worker[]>;
  saveWorkers(contract: string, workers: readonly Worker[]): Promise<void>;
  leave(contract: string, range: DateRange): Promise<Leave[]>;
  saveLeave(contract: string, leave: readonly Leave[]): Promise<void>;
  removeLeave(contract: string, leave: Pick<Leave, 'worker' | 'from'>): Promise<void>;
  /** How often each record has been changed, counting from 1; who isn't named was never changed. */
  revisions(contract: string): Promise<ReadonlyMap<string, number>>;
  /** Newest first. */
  changesOf(contract: string, code: string): Promise<WorkerChange[]>;
  addChanges(contract: string, changes: readonly WorkerChange[]): Promise<void>;
}
/** One change of a person's record, kept for ever. */
export interface WorkerChange {
  readonly code: string;
  /** Of the record after the change. */
  readonly revision: number;
  /** null = the person was added. */
  readonly before: Worker | null;
  readonly after: Worker;
  readonly changedBy: string;
  readonly changedAt: string;
}
export interface DateRange {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface RosterRepository {
  find(contract: string, id: string): Promise<Roster | undefined>;
  /** By id alone, for the command line: the caller checks the grant on the result's contract. */
  locate(id: string): Promise<Roster | undefined>;
  /** Newest first, `assignments` included; of any status unless said otherwise. */
  list(contract: string, range?: DateRange, statuses?: readonly RosterStatus[]): Promise<Roster[]>;
  /** Newest first, without their assignments: of a month there may be ten thousand in each. */
  headings(contract: string, range: DateRange): Promise<RosterHeading[]>;
  /** Published (not superseded) rosters that touch the range. */
  published(contract: string, range: DateRange): Promise<Roster[]>;
  latestVersion(contract: string): Promise<number>;
  /** Inserts, or replaces a draft or a status whose stored `revision` is `expectedRevision`; `stale-version` otherwise. */
  save(roster: Roster, expectedRevision: number | null): Promise<Result<null>>;
  /** The solver's problem as JSON, kept beside its roster so that the proof can be recomputed. */
  saveProblem(contract: string, rosterId: string, json: string): Promise<void>;
  problem(contract: string, rosterId: string): Promise<string | undefined>;
  /** Kept for ever: a roster is published once. */
  saveSeal(seal: RosterSeal): Promise<void>;
  /** Of rosters published since seals are kept. */
  seals(contract: string): Promise<RosterSeal[]>;
  saveDifference(contract: string, version: number, rosterId: string, difference: RosterDifference): Promise<void>;
  difference(contract: string, version: number): Promise<RosterDifference | undefined>;
}

export interface FeedRepository {
  events(contract: string, worker: string): Promise<FeedEvent[]>;
  eventsOn(contract: string, range: DateRange): Promise<FeedEvent[]>;
  saveEvents(contract: string, events: readonly FeedEvent[]): Promise<void>;
  /** Only the SHA-256 of the secret is stored. */
  saveToken(token: FeedToken): Promise<void>;
  findToken(secretHash: string): Promise<FeedToken | undefined>;
  tokens(contract: string): Promise<FeedToken[]>;
}
export interface FeedToken {
  readonly contract: string;
  readonly worker: string;
  readonly secretHash: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  readonly lastFetchedAt: string | null;
  readonly versionSeen: number | null;
}

export interface AttendanceRepository {
  presence(contract: string, range: DateRange): Promise<Presence[]>;
  /** Replaces the records of the same worker, date and post. */
  savePresence(contract: string, records: readonly Presence[]): Promise<void>;
  /** Takes the records of the same worker, date and post away: a correction puts others in their place. */
  removePresence(contract: string, records: readonly Presence[]): Promise<void>;
  /** In the order of marking, undone ones included. */
  marks(contract: string, range: DateRange): Promise<PresenceMark[]>;
  findMark(contract: string, id: string): Promise<PresenceMark | undefined>;
  /** Inserts, or replaces the mark of the same id: one that is undone. */
  saveMarks(contract: string, marks: readonly PresenceMark[]): Promise<void>;
  /** By day. */
  dayRecords(contract: string, range: DateRange): Promise<DayRecord[]>;
  addDayRecord(contract: string, record: DayRecord): Promise<void>;
}

export interface LedgerRepository {
  /** By first day; for one day in the order of entering, so that the last one is in force. */
  rates(contract: string): Promise<ApprovedRate[]>;
  saveRate(rate: ApprovedRate): Promise<void>;
  /** In sequence order. */
  entries(contract: string): Promise<JournalEntry[]>;
  entriesOf(contract: string, month: CivilMonth): Promise<JournalEntry[]>;
  entriesAt(contract: string, sequences: readonly number[]): Promise<JournalEntry[]>;
  /** Those of a month and of all months after it, among them what corrects the month. */
  entriesSince(contract: string, month: CivilMonth): Promise<JournalEntry[]>;
  /** What {@link VacancyInForce} of the whole journal comes to, in the order of first posting, without reading its entries. */
  vacanciesInForce(contract: string): Promise<VacancyInForce[]>;
  /** By month, without reading the entries: months where nothing waits are left out. */
  waitingMonths(contract: string): Promise<WaitingMonth[]>;
  /** Deductions of incidents, settlements and payments, with what answers them and takes them back, in sequence order. */
  entriesBesideVacancies(contract: string): Promise<JournalEntry[]>;
  /** What takes one of these entries back, and what one of them takes back. */
  counterparts(contract: string, entries: readonly JournalEntry[]): Promise<JournalEntry[]>;
  find(contract: string, id: string): Promise<JournalEntry | undefined>;
  findByKey(contract: string, idempotencyKey: string): Promise<JournalEntry | undefined>;
  /** As kept with the last append; undefined for a journal without entries. */
  head(contract: string): Promise<JournalHead | undefined>;
  /** Of the highest sequence. */
  lastEntry(contract: string): Promise<JournalEntry | undefined>;
  /** Gives sequence, id, instant and chain hash; same key and same input returns the first entry, same key and another input refuses with `idempotency-conflict`. */
  append(contract: string, entry: NewJournalEntry): Promise<Result<JournalEntry>>;
  /** The same for many, in order; the first refusal stands for all. */
  appendAll(contract: string, entries: readonly NewJournalEntry[]): Promise<Result<JournalEntry[]>>;
  seals(contract: string): Promise<PeriodSeal[]>;
  saveSeal(seal: PeriodSeal): Promise<void>;
  /** Of months closed or corrected since they are kept; by month, the seal in force last. */
  inputSeals(contract: string): Promise<InputSeal[]>;
  /** Kept for ever, each behind the one before it. */
  saveInputSeal(seal: InputSeal): Promise<void>;
}

/** What settles a contract beside its journal: incidents, the total's versions, instalments' conditions, invoices. */
export interface SettlementRepository {
  /** By day, struck-off ones included. */
  incidents(contract: string): Promise<Incident[]>;
  saveIncident(incident: Incident): Promise<void>;
  /** By first day; for one day in the order of entering, so that the last one is in force. */
  bases(contract: string): Promise<AmountBase[]>;
  saveBase(base: AmountBase): Promise<void>;
  conditions(contract: string): Promise<ConditionMet[]>;
  saveCondition(condition: ConditionMet): Promise<void>;
  invoices(contract: string): Promise<Invoice[]>;
  saveInvoice(invoice: Invoice): Promise<void>;
}

/** The client's counts and what was said to their differences. */
export interface ReconciliationRepository {
  /** Of the highest version. */
  latestCount(contract: string, month: CivilMonth): Promise<ClientCount | undefined>;
  saveCount(count: ClientCount): Promise<void>;
  /** The client's own headings; empty until somebody maps them. */
  mapping(contract: string): Promise<CountMapping>;
  saveMapping(contract: string, mapping: CountMapping): Promise<void>;
  /** By difference, in the order in which they were made. */
  remarks(contract: string, month: CivilMonth): Promise<Remark[]>;
  /** Gives the remark its place behind the earlier ones of its difference. */
  addRemark(remark: Omit<Remark, 'ordinal'>): Promise<void>;
  /** Without their bytes. */
  evidence(contract: string, month: CivilMonth): Promise<EvidenceFile[]>;
  evidenceFile(
    contract: string,
    id: string,
  ): Promise<{ readonly file: EvidenceFile; readonly bytes: Uint8Array } | undefined>;
  saveEvidence(file: EvidenceFile, bytes: Uint8Array): Promise<void>;
}

export const roles = ['administrator', 'manager', 'team-leader', 'finance', 'client', 'auditor', 'staff'] as const;
export type Role = (typeof roles)[number];

export interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** argon2id; null = signs in by a one-time link only. */
  readonly passwordHash: string | null;
  readonly isActive: boolean;
  readonly failedAttempts: number;
  readonly lockedUntil: string | null;
  /** Counts what administrators changed, so that two of them never overwrite each other. */
  readonly revision: number;
  readonly grants: readonly Grant[];
}
/** `contract: '*'` only for the administrator. `worker` ties a staff user to their own shifts. */
export interface Grant {
  readonly contract: string;
  readonly role: Role;
  readonly worker: string | null;
}
export interface SignInLink {
  readonly secretHash: string;
  readonly userId: string;
  readonly expiresAt: string;
}

/** The second proof beside the password: one-time codes of an authenticator (TOTP, RFC 6238). */
export interface SecondFactor {
  readonly userId: string;
  /** Base32, as the authenticator holds it. */
  readonly secret: string;
  /** null until the first code has shown that the authenticator has the secret; only then is it asked for. */
  readonly confirmedAt: string | null;
  /** The 30-second step of the last code taken: no code is good twice. */
  readonly lastStep: number;
  /** SHA-256 of the recovery codes that are left, for one whose telephone is gone. */
  readonly recoveryHashes: readonly string[];
}

export interface AccountRepository {
  users(): Promise<User[]>;
  find(id: string): Promise<User | undefined>;
  findByLogin(login: string): Promise<User | undefined>;
  save(user: User): Promise<void>;
  saveLink(link: SignInLink): Promise<void>;
  /** The link's user, when the link is known and not expired. Links stay valid until they expire. */
  userByLink(secretHash: string, now: string): Promise<User | undefined>;
  secondFactors(): Promise<SecondFactor[]>;
  secondFactor(userId: string): Promise<SecondFactor | undefined>;
  saveSecondFactor(factor: SecondFactor): Promise<void>;
  removeSecondFactor(userId: string): Promise<void>;
  recordAccess(record: AccessRecord): Promise<void>;
  /** Newest first. */
  accessRecords(query: AccessQuery): Promise<AccessRecord[]>;
}
/** Instants are half-open; what is absent isn't asked for. */
export interface AccessQuery {
  /** null = every contract. */
  readonly contract: string | null;
  readonly since: string;
  readonly before: string;
  readonly userId?: string | undefined;
  readonly action?: string | undefined;
  readonly limit: number;
}
/** Who saw or exported personal or financial data. */
export interface AccessRecord {
  readonly contract: string;
  readonly userId: string;
  readonly action: string;
  readonly subject: string;
  readonly at: string;
}

/** What members of a team agree on among themselves. */
export interface SwapRepository {
  /** Newest first. */
  list(contract: string): Promise<ShiftSwap[]>;
  find(contract: string, id: string): Promise<ShiftSwap | undefined>;
  /** Inserts, or replaces the swap of the same id. */
  save(contract: string, swap: ShiftSwap): Promise<void>;
}

export interface WishRepository {
  /** For days of the range, by day and worker. */
  list(contract: string, range: DateRange): Promise<ShiftWish[]>;
  /** Inserts, or replaces the wish of the same worker and day. */
  save(contract: string, wish: ShiftWish): Promise<void>;
  remove(contract: string, wish: Pick<ShiftWish, 'worker' | 'date'>): Promise<void>;
}

export interface OutboxRepository {
  add(contract: string, messages: readonly OutboxMessage[]): Promise<void>;
  pending(limit: number): Promise<(OutboxMessage & { readonly contract: string })[]>;
  markSent(contract: string, id: string, at: string): Promise<void>;
  /** The worker's own among these; a message that was read keeps the time of the first reading. */
  markRead(
    contract: string,
    reading: { readonly worker: string; readonly ids: readonly string[]; readonly at: string },
  ): Promise<void>;
  forWorker(contract: string, worker: string): Promise<OutboxMessage[]>;
}
export interface OutboxMessage {
  readonly id: string;
  readonly worker: string;
  readonly kind: 'roster-published' | 'leave-decided' | 'shift-swap';
  readonly title: LocalText;
  readonly body: LocalText;
  readonly createdAt: string;
  readonly sentAt: string | null;
  /** When the worker saw it in the app. */
  readonly readAt: string | null;
}

/** The first answer to each key that an asker made up for a request (`Idempotency-Key`). */
export interface AnswerRepository {
  find(contract: string, key: string): Promise<GivenAnswer | undefined>;
  save(answer: GivenAnswer): Promise<void>;
  /** Takes away what was answered before the instant: nobody asks again after so long. */
  forgetBefore(instant: string): Promise<void>;
}
export interface GivenAnswer {
  readonly contract: string;
  readonly key: string;
  /** SHA-256 of who asked for what. */
  readonly inputHash: string;
  readonly document: string;
  readonly answeredAt: string;
}
